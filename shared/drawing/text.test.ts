import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainWidths } from '../testing/plainWidths.ts'
import { graphemes } from './breaks.ts'
import { directionOf, type Font, remembering, wrap } from './text.ts'

const sans: Font = { family: 'sans', size: 10, weight: 400 }

/** `width` in plain characters. */
function lines(text: string, width: number, maxLines = 100, options = {}): string[] {
  return wrap(text, sans, width * 5, maxLines, plainWidths, options).map(line => line.text)
}

describe('breaking text into lines', () => {
  it('breaks between words and fills each line', () => {
    expect(lines('the tube has two extra holes', 9)).toEqual(['the tube', 'has two', 'extra', 'holes'])
  })

  it('keeps punctuation with its word', () => {
    expect(lines('one two, three (four) five', 8)).toEqual(['one two,', 'three', '(four)', 'five'])
  })

  it('breaks behind a hyphen', () => {
    expect(lines('second-hand bicycle', 10)).toEqual(['second-', 'hand', 'bicycle'])
  })

  it('breaks a word that is too long for any line, and loses nothing of it', () => {
    expect(lines('a Donaudampfschiff b', 6)).toEqual(['a', 'Donaud', 'ampfsc', 'hiff b'])
  })

  it('holds words together that a no-break space joins', () => {
    expect(lines('ab 10\u00A0km', 6)).toEqual(['ab', '10\u00A0km'])
  })

  it('breaks Chinese anywhere but before its punctuation', () => {
    expect(lines('店员非常耐心，把零件都解释清楚了。', 12)).toEqual(['店员非常耐', '心，把零件都', '解释清楚了。'])
  })

  it('breaks Thai between words, which have no spaces', () => {
    const thai = 'ฉันรอจักรยานสองสัปดาห์'
    expect(lines(thai, 10)).toEqual(['ฉันรอจักรยาน', 'สองสัปดาห์'])
  })

  it('never splits an emoji family, a flag or an accent', () => {
    const whole = ['👩‍👩‍👧‍👦', '🇩🇪', 'e\u0301', '👍🏽', 'か\u3099']
    for (const line of lines(whole.join('').repeat(4), 3)) {
      for (const character of graphemes(line)) expect(whole).toContain(character)
    }
  })

  it('starts a line at every newline and keeps a blank one', () => {
    expect(lines('one\ntwo\r\n\r\nthree', 20)).toEqual(['one', 'two', '', 'three'])
  })

  it('gives no line for blank text', () => {
    expect(lines(' \n ', 20)).toEqual([])
  })

  it('fits every line and loses no character, whatever people type', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-z ,\-自行车，。م ن\n]*$/))
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (text, width) => {
        const broken = wrap(text, sans, width * 5, 1000, plainWidths)
        for (const line of broken) {
          if (line.width > width * 5) expect([...graphemes(line.text)]).toHaveLength(1)
        }
        const squeezed = (text: string) => text.replace(/\s/g, '')
        expect(squeezed(broken.map(line => line.text).join(''))).toBe(squeezed(text))
      }),
    )
  })
})

describe('leaving words out', () => {
  it('ends a title that is too long with …', () => {
    expect(lines('Get about without a bike', 10, 2)).toEqual(['Get about', 'without a…'])
  })

  it('marks a cut quote with […] inside its quotation marks', () => {
    const options = { mark: ' […]', quotes: ['“', '”'] }
    expect(lines('My neighbour has gone there for years', 16, 2, options)).toEqual(['“My neighbour', 'has gone […]”'])
  })

  it('leaves a quote that fits as it is, in quotation marks', () => {
    expect(lines('Fine.', 16, 2, { mark: ' […]', quotes: ['“', '”'] })).toEqual(['“Fine.”'])
  })

  it('cuts a word without spaces between characters', () => {
    expect(lines('Donaudampfschiff', 6, 1)).toEqual(['Donau…'])
  })

  it('says so when only a further paragraph is left out', () => {
    expect(lines('one\ntwo', 10, 1)).toEqual(['one…'])
  })

  it('fits the cut line too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 8, max: 30 }), (text, width) => {
        const broken = wrap(text, sans, width * 5, 2, plainWidths, { mark: ' […]', quotes: ['“', '”'] })
        expect(broken.length).toBeLessThanOrEqual(2)
        for (const line of broken) expect(line.width).toBeLessThanOrEqual(width * 5)
      }),
    )
  })
})

describe('direction', () => {
  it('is that of the first letter, paragraph by paragraph', () => {
    const directions = wrap('“مرحبا Anna\nHello مرحبا\n12', sans, 500, 9, plainWidths).map(line => line.dir)
    expect(directions).toEqual(['rtl', 'ltr', 'ltr'])
    expect(directionOf('שלום')).toBe('rtl')
  })
})

describe('remembering widths', () => {
  it('measures a word once per font and never keeps more than its bound', () => {
    const asked: string[] = []
    const measure = remembering((text, font) => {
      asked.push(`${text} ${font.size}`)
      return text.length
    }, 2)
    for (const word of ['a', 'a', 'b', 'a']) measure(word, sans)
    expect(asked).toEqual(['a 10', 'b 10'])
    measure('a', { ...sans, size: 12 })
    measure('a', sans)
    expect(asked).toEqual(['a 10', 'b 10', 'a 12', 'a 10'])
  })
})
