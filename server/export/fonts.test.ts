import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { cssFont, TYPE } from '#shared/drawing/theme.ts'
import { registerFonts, serverMeasure } from './fonts.ts'

/** The pixels of a text as the server draws it. */
function drawn(text: string, font = cssFont(TYPE.text, text)): string {
  registerFonts()
  const context = createCanvas(160, 30).getContext('2d')
  context.font = font
  context.fillText(text, 4, 20)
  return Buffer.from(context.getImageData(0, 0, 160, 30).data).toString('base64')
}

describe('the fonts of pictures', () => {
  it.each([
    ['Latin', 'Chain', 'Brake'],
    ['Polish', 'Łódź', 'Żółć'],
    ['Vietnamese', 'Việt', 'được'],
    ['Cyrillic', 'Привет', 'спасибо'],
    ['Greek', 'Ελλάδα', 'ποδήλατο'],
    ['Arabic', 'مرحبا', 'دراجة'],
    ['Chinese', '自行车', '修理店'],
    ['rare Chinese', '龘', '饕'],
  ])('hold %s', (_, one, other) => {
    const missing = (text: string) => '\u{10FFFF}'.repeat([...text].length)
    for (const font of [TYPE.text, TYPE.cardTitle, TYPE.quote]) {
      const [a, b] = [drawn(one, cssFont(font, one)), drawn(other, cssFont(font, other))]
      expect(a).not.toBe(drawn(missing(one), cssFont(font, one)))
      // Boxes for missing characters all look alike.
      expect(a).not.toBe(b)
    }
  })

  it('have a bold cut that is wider and a serif that is another font', () => {
    const measure = serverMeasure()
    const text = 'Get about without a bike'
    expect(measure(text, TYPE.cardTitle)).toBeGreaterThan(measure(text, TYPE.text))
    expect(drawn(text, cssFont(TYPE.quote, text))).not.toBe(drawn(text))
  })

  it('are registered once, however often they are asked for', () => {
    registerFonts()
    const before = drawn('Chain')
    registerFonts()
    expect(drawn('Chain')).toBe(before)
  })

  it('measure a European text alike with the European and with all families', () => {
    const context = createCanvas(1, 1).getContext('2d')
    registerFonts()
    for (const text of ['“watched four videos”', 'Łódź, Привет, ώρα € – …', '1 234 567']) {
      context.font = cssFont(TYPE.quote, text)
      const width = context.measureText(text).width
      context.font = cssFont(TYPE.quote, `${text}自`)
      expect(context.measureText(text).width).toBeCloseTo(width, 3)
    }
  })
})
