import { describe, expect, it } from 'vitest'
import type { Scene, TextLine } from './scene.ts'
import { escapeXml, svg, svgNode } from './svg.ts'
import { DARK, LIGHT } from './theme.ts'

const line: TextLine = {
  type: 'text',
  x: 10,
  y: 20,
  text: 'Plain',
  font: { family: 'serif', size: 15, weight: 400 },
  color: 'ink',
  dir: 'ltr',
  anchor: 'left',
  width: 30,
}
const scene = (items: Scene['items']): Scene => ({ x: -5, y: -5, width: 100, height: 50, background: 'paper', items })
const color = (token: string) => `var(--${token})`

describe('a map as SVG', () => {
  it('shows what people typed as text, whatever it looks like', () => {
    const text = `<script>alert("1 & 2")</script> 'x' \u0000\u000B\uD83D`
    const file = svg(scene([{ ...line, text }]), LIGHT, { title: text })
    expect(file).not.toContain('<script')
    expect(file).toContain('&#60;script&#62;alert(&#34;1 &#38; 2&#34;)&#60;/script&#62; &#39;x&#39; \uFFFD')
    expect(file.isWellFormed()).toBe(true)
  })

  it('escapes what stands in attributes', () => {
    const picture = { type: 'picture', x: 0, y: 0, width: 9, height: 9, hash: 'h', alt: '' } as const
    const node = svgNode(picture, { color, picture: () => '"><script>' })
    expect(node.attributes.href).toBe('"><script>')
    expect(escapeXml('"><script>')).toBe('&#34;&#62;&#60;script&#62;')
  })

  it('has words as text and the size of the drawing', () => {
    const file = svg(scene([line]), LIGHT, { scale: 2 })
    expect(file).toContain('width="200" height="100" viewBox="-5 -5 100 50"')
    expect(file).toMatch(/<text [^>]*font-size="15"[^>]*>Plain<\/text>/)
  })

  it('takes its colours from the theme, or from custom properties', () => {
    expect(svg(scene([line]), LIGHT)).toContain(LIGHT.ink)
    expect(svg(scene([line]), DARK)).toContain(DARK.ink)
    expect(svgNode(line, { color }).attributes.fill).toBe('var(--ink)')
  })

  it('anchors right-to-left text at the side it is told', () => {
    const anchor = (more: Partial<TextLine>) => svgNode({ ...line, ...more }, { color }).attributes['text-anchor']
    expect(anchor({})).toBe('start')
    expect(anchor({ anchor: 'right' })).toBe('end')
    expect(anchor({ dir: 'rtl', anchor: 'right' })).toBe('start')
    expect(anchor({ dir: 'rtl', anchor: 'left' })).toBe('end')
    expect(anchor({ dir: 'rtl', anchor: 'center' })).toBe('middle')
  })

  it('writes words from right to left, turned around their place, and with a halo over lines', () => {
    const attributes = (more: Partial<TextLine>) => svgNode({ ...line, ...more }, { color }).attributes
    expect(attributes({ dir: 'rtl' })).toMatchObject({ direction: 'rtl' })
    expect(attributes({ turned: true })).toMatchObject({ transform: 'rotate(-90 10 20)' })
    expect(attributes({ halo: 'paper' })).toMatchObject({ stroke: 'var(--paper)', 'paint-order': 'stroke' })
    expect(Object.keys(attributes({}))).not.toEqual(expect.arrayContaining(['direction']))
  })

  it('says what a picture shows that is not at hand', () => {
    const picture = { type: 'picture', x: 0, y: 0, width: 9, height: 9, hash: 'h', alt: 'A bike stand' } as const
    expect(svg(scene([picture]), LIGHT)).toContain('>A bike stand</text>')
  })

  it('writes paths and groups', () => {
    const path = {
      type: 'path',
      commands: [['M', 0, 0.123], ['L', 4, 5], ['Z']],
      stroke: 'line',
      dash: [1, 2],
    } as const
    const group = { type: 'group', kind: 'grid', id: '', x: 3, y: 4, width: 9, height: 9, items: [path] } as const
    expect(svg(scene([group]), LIGHT)).toContain(
      `<g transform="translate(3 4)"><path d="M0 0.12L4 5Z" fill="none" stroke="${LIGHT.line}" stroke-dasharray="1 2"/></g>`,
    )
  })
})
