import { overlaps, type Rect } from '../../model/layout/MapLayout.ts'
import type { Primitive } from '../scene.ts'
import { type SvgNode, type SvgOptions, svgNode } from '../svg.ts'
import type { DrawnSlide } from './drawSlide.ts'
import { type Behind, seenBy } from './paintSlide.ts'

export type SvgSlideOptions = SvgOptions & {
  /** What stands in the place of a part of the map; several slides may show the same part. The part itself when not given. */
  shared?(part: SvgNode): SvgNode
}

/** What is in these groups is looked at piece by piece: they reach across the whole journey. */
const WIDE: ReadonlySet<string> = new Set(['content', 'grid'])

/**
 * A slide as an SVG element of its page's size. Of the map it holds what the slide shows and no more: what lies beside
 * is not merely hidden.
 */
export function svgSlide(slide: DrawnSlide, behind: Behind | null, options: SvgSlideOptions): SvgNode {
  const { width, height, background } = slide
  const children = [svgNode({ type: 'box', x: 0, y: 0, width, height, fill: background }, options)]
  if (slide.map && behind) {
    const seen = seenBy(slide.map, behind.camera)
    const share = options.shared ?? (part => part)
    children.push({
      tag: 'svg',
      attributes: { ...slide.map, viewBox: [seen.x, seen.y, seen.width, seen.height].map(rounded).join(' ') },
      children: within(behind.scene.items, 0, 0, seen).map(item => share(svgNode(item, options))),
    })
  }
  children.push(...slide.items.map(item => svgNode(item, options)))
  return { tag: 'svg', attributes: { viewBox: `0 0 ${rounded(width)} ${rounded(height)}` }, children }
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100
}

/** The items of which something lies in a rectangle; `x`, `y` is where they stand. */
function within(items: readonly Primitive[], x: number, y: number, seen: Rect): Primitive[] {
  return items.flatMap((item): Primitive[] => {
    if (item.type === 'group') {
      const at = { x: x + item.x, y: y + item.y, width: item.width, height: item.height }
      if (!overlaps(at, seen)) return []
      return [WIDE.has(item.kind) ? { ...item, items: within(item.items, at.x, at.y, seen) } : item]
    }
    if (item.type !== 'text' || item.turned) return [item]
    const { anchor, width, font } = item
    const left = x + item.x - (anchor === 'left' ? 0 : anchor === 'right' ? width : width / 2)
    return overlaps({ x: left, y: y + item.y - font.size, width, height: font.size * 1.4 }, seen) ? [item] : []
  })
}
