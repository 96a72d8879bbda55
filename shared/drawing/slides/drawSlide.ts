import type { Rect } from '../../model/layout/MapLayout.ts'
import type { Slide } from '../../model/storyline/slide.ts'
import type { Primitive, Scene } from '../scene.ts'
import { lineHeight, wrap } from '../text.ts'
import { label, linesAt, paragraph } from '../words.ts'
import { drawClaim } from './claim.ts'
import { drawComparison } from './comparison.ts'
import { fitted } from './fitted.ts'
import type { Stage } from './stage.ts'

/** A slide as it is painted. `map` is where the map goes on it, for those that show the map. */
export type DrawnSlide = Scene & { readonly map: Rect | null }

/**
 * Lays a slide out for its page: nothing is scaled down to fit, what has no room is cut with […] or counted. The same
 * slide, page and widths give the same drawing everywhere.
 */
export function drawSlide(slide: Slide, stage: Stage): DrawnSlide {
  const { width, height, margin } = stage
  const page = { x: 0, y: 0, width, height, background: 'paper' as const }
  switch (slide.kind) {
    case 'title':
      return { ...page, items: drawTitle(slide, stage), map: null }
    case 'number':
      return { ...page, items: drawNumber(slide, stage), map: null }
    case 'view': {
      const head = drawHeading(slide, margin / 2, stage)
      const y = head.height === 0 ? 0 : head.height + margin / 2
      return { ...page, items: head.items, map: { x: 0, y, width, height: height - y } }
    }
    case 'claim':
    case 'comparison': {
      // The name of a touchpoint stands there once.
      const isSaid = slide.kind === 'claim' && slide.heading === slide.statement
      const head = drawHeading({ ...slide, heading: isSaid ? '' : slide.heading }, margin, stage)
      const top = head.height === 0 ? margin : head.height + stage.type.heading.size * 0.9
      const items = slide.kind === 'claim' ? drawClaim(slide, top, stage) : drawComparison(slide, top, stage)
      return { ...page, items: [...head.items, ...items], map: null }
    }
  }
}

/** The scene's heading at the top, and whose words count in it; `height` is where it ends, 0 without either. */
function drawHeading({ heading, only }: Pick<Slide, 'heading' | 'only'>, y: number, stage: Stage) {
  const { width, margin, type, measure, upright } = stage
  if (heading === '' && only === '') return { items: [], height: 0 }
  const wide = width - 2 * margin
  const most = upright ? 2 : 1
  const head = paragraph(heading, type.heading, 'accent', margin, y, wide, most, measure)
  const part = paragraph(only, type.small, 'second', margin, y + head.height, wide, most, measure)
  return { items: [...head.items, ...part.items], height: y + head.height + part.height }
}

function drawTitle({ heading, facts }: Extract<Slide, { kind: 'title' }>, stage: Stage): Primitive[] {
  const { width, height, margin, type, measure } = stage
  const wide = width - 2 * margin
  const lines = wrap(heading, type.title, wide, 4, measure)
  const below = facts.map(text => wrap(text, type.heading, wide, 2, measure))
  const gap = type.heading.size * 0.5
  const tall =
    lines.length * lineHeight(type.title) +
    below.reduce((sum, part) => sum + gap + part.length * lineHeight(type.heading), 0)
  let y = Math.max(margin, (height - tall) / 2)
  const items: Primitive[] = [...linesAt(lines, type.title, 'ink', margin, y, wide)]
  y += lines.length * lineHeight(type.title)
  for (const part of below) {
    y += gap
    items.push(...linesAt(part, { ...type.heading, weight: 400 }, 'second', margin, y, wide))
    y += part.length * lineHeight(type.heading)
  }
  return items
}

function drawNumber(slide: Extract<Slide, { kind: 'number' }>, stage: Stage): Primitive[] {
  const { width, height, margin, type, measure } = stage
  const { heading, figure, words } = slide
  const wide = width - 2 * margin
  if (figure === '') {
    const { font, lines } = fitted(heading, type.title, wide, height - 2 * margin, measure)
    const y = Math.max(margin, (height - lines.length * lineHeight(font)) / 2)
    return linesAt(lines, font, 'ink', margin, y, wide)
  }
  const head = drawHeading(slide, margin, stage)
  const said = wrap(words, type.statement, wide, 3, measure)
  const tall = type.figure.size + said.length * lineHeight(type.statement)
  const top = Math.max(head.height, (height - tall) / 2)
  const number = label(figure, type.figure, 'ink', margin, top, measure)
  return [
    ...head.items,
    { ...number, y: top + type.figure.size * 0.86 },
    ...linesAt(said, type.statement, 'ink', margin, top + type.figure.size, wide),
  ]
}
