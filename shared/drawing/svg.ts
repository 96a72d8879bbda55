import { placeholder } from './placeholder.ts'
import { HALO, type Ink, type Primitive, type Scene, type TextLine } from './scene.ts'
import { pathData } from './shapes.ts'
import type { Font } from './text.ts'
import { FONT_STACKS, type Theme, type Token } from './theme.ts'

/** An SVG element as data: text is written from it, and a component can be made of it. */
export type SvgNode = {
  readonly tag: 'g' | 'rect' | 'path' | 'text' | 'image' | 'svg' | 'use'
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children?: readonly SvgNode[]
  readonly text?: string
}

export type SvgOptions = {
  /** How a colour is written: as in a theme, or as a CSS variable. */
  color(token: Token): string
  /** The address of a picture; without one its description stands in its place. */
  picture?(hash: string): string | undefined
  /** How a font is written; its families and its weight in full when not given. */
  font?(font: Font): Readonly<Record<string, string | number>>
  /** Whether a line has to keep its width in whatever font it will be shown; none when not given. */
  holds?(text: string): boolean
}

function fontInFull({ family, size, weight, italic }: Font): Readonly<Record<string, string | number>> {
  return {
    'font-family': FONT_STACKS[family],
    'font-size': size,
    'font-weight': weight,
    ...(italic ? { 'font-style': 'italic' } : {}),
  }
}

/** The text alignment of SVG depends on the direction of the text; ours does not. */
function textAnchor({ anchor, dir }: TextLine): 'start' | 'middle' | 'end' {
  if (anchor === 'center') return 'middle'
  return (anchor === 'left') === (dir === 'ltr') ? 'start' : 'end'
}

function ink({ fill, stroke, strokeWidth, dash, opacity }: Ink, color: SvgOptions['color']) {
  return {
    fill: fill ? color(fill) : 'none',
    ...(stroke ? { stroke: color(stroke) } : {}),
    ...(stroke && strokeWidth !== undefined ? { 'stroke-width': strokeWidth } : {}),
    ...(dash ? { 'stroke-dasharray': dash.join(' ') } : {}),
    ...(opacity === undefined ? {} : { opacity }),
  }
}

function halo(stroke: string) {
  return { stroke, 'stroke-width': HALO, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
}

/** One primitive as an SVG element. */
export function svgNode(item: Primitive, options: SvgOptions): SvgNode {
  const { color } = options
  switch (item.type) {
    case 'box': {
      const { x, y, width, height, radius } = item
      const corner = radius === undefined ? {} : { rx: radius }
      return { tag: 'rect', attributes: { x, y, width, height, ...corner, ...ink(item, color) } }
    }
    case 'path': {
      const cap = item.cap === undefined ? {} : { 'stroke-linecap': item.cap }
      return { tag: 'path', attributes: { d: pathData(item.commands), ...ink(item, color), ...cap } }
    }
    case 'text':
      return {
        tag: 'text',
        text: item.text,
        attributes: {
          x: item.x,
          y: item.y,
          ...(options.font ?? fontInFull)(item.font),
          ...(options.holds?.(item.text) ? { textLength: item.width, lengthAdjust: 'spacingAndGlyphs' } : {}),
          fill: color(item.color),
          'text-anchor': textAnchor(item),
          ...(item.dir === 'rtl' ? { direction: 'rtl' } : {}),
          ...(item.opacity === undefined ? {} : { opacity: item.opacity }),
          ...(item.turned ? { transform: `rotate(-90 ${item.x} ${item.y})` } : {}),
          ...(item.halo === undefined ? {} : halo(color(item.halo))),
        },
      }
    case 'picture': {
      const { x, y, width, height, hash } = item
      const href = options.picture?.(hash)
      if (href === undefined) {
        return { tag: 'g', attributes: {}, children: placeholder(item).map(part => svgNode(part, options)) }
      }
      return { tag: 'image', attributes: { href, x, y, width, height, preserveAspectRatio: 'xMidYMid meet' } }
    }
    case 'group': {
      const place = item.x === 0 && item.y === 0 ? {} : { transform: `translate(${item.x} ${item.y})` }
      const children = item.items.map(child => svgNode(child, options))
      return { tag: 'g', attributes: place, children }
    }
  }
}

/** XML 1.0 cannot hold these, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to find control characters.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** A text as it may stand in XML, inside of elements and of attributes. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}

/** An element as text. */
export function writeSvg({ tag, attributes, children, text }: SvgNode): string {
  const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
  const inside = text === undefined ? (children ?? []).map(writeSvg).join('') : escapeXml(text)
  return inside === '' ? `<${tag}${pairs.join('')}/>` : `<${tag}${pairs.join('')}>${inside}</${tag}>`
}

export type SvgFileOptions = Pick<SvgOptions, 'picture' | 'holds'> & {
  /** Pixels per map unit. */
  scale?: number
  title?: string
  /** Style sheet inside of the file, for its fonts; trusted, it is not escaped. */
  style?: string
}

/** A whole scene as an SVG file, its words as text. */
export function svg(scene: Scene, theme: Theme, options: SvgFileOptions = {}): string {
  const { scale = 1, title = '', style = '', ...more } = options
  const drawn: SvgOptions = { color: token => theme[token], ...more }
  const { x, y, width, height } = scene
  const size = `width="${width * scale}" height="${height * scale}" viewBox="${x} ${y} ${width} ${height}"`
  const background = svgNode({ type: 'box', x, y, width, height, fill: scene.background }, drawn)
  const nodes = [background, ...scene.items.map(item => svgNode(item, drawn))]
  const head = `${title === '' ? '' : `<title>${escapeXml(title)}</title>`}${style === '' ? '' : `<style>${style}</style>`}`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} xml:space="preserve">${head}${nodes.map(writeSvg).join('')}</svg>\n`
}
