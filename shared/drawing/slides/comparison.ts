import type { Slide } from '../../model/storyline/slide.ts'
import { drawFeelings } from '../feelings.ts'
import type { Primitive } from '../scene.ts'
import { translated } from '../shapes.ts'
import { lineHeight, wrap } from '../text.ts'
import { linesAt, paragraph } from '../words.ts'
import type { Stage } from './stage.ts'

type Comparison = Extract<Slide, { kind: 'comparison' }>

/** Units below which the name of a touchpoint breaks up into syllables. */
const LEAST_NAME = 150
/** Units below which the curve says little; then fewer gaps are told in words. */
const LEAST_CURVE = 320
/** Taller than so many times its width a curve turns into spikes. */
const FLATTEST = 0.6
const KEYS = {
  both: 'Dashed: what we assumed. Solid: what customers felt.',
  assumed: 'What we assumed.',
  heard: 'What customers felt.',
}

/** The two curves along the journey, as large as the page allows, and the widest gaps in words. */
export function drawComparison(slide: Comparison, top: number, stage: Stage): Primitive[] {
  const { width, height, margin, type, measure, upright } = stage
  const wide = width - 2 * margin
  const { points } = slide
  if (points.length === 0) {
    return paragraph('Nobody has said yet how it feels.', type.statement, 'pencil', margin, top, wide, 2, measure).items
  }
  const isThin = points.some(({ heard }) => heard !== null && heard.customers < slide.needed)
  const dotted = isThin ? ` Dotted: from fewer than ${slide.needed} customers.` : ''
  const key = paragraph(
    `${KEYS[slide.curves]}${dotted}`,
    type.small,
    'second',
    margin,
    top,
    wide,
    upright ? 3 : 2,
    measure,
  )
  const items: Primitive[] = [...key.items]
  let y = top + key.height + lineHeight(type.small) / 2

  const slot = wide / points.length
  const named = slot >= LEAST_NAME
  const names = named ? 3 * lineHeight(type.small) : 0
  const free = height - margin - names - y - 24
  const findings = slide.findings.slice(0, upright ? 2 : 3).map(text => {
    return wrap(text, type.small, wide, upright ? 3 : 2, measure)
  })
  const below = () => findings.reduce((sum, lines) => sum + lines.length * lineHeight(type.small) + 12, 0)
  while (findings.length > 1 && free - below() < LEAST_CURVE) findings.pop()
  const tall = Math.min(wide * FLATTEST, Math.max(160, free - below()))
  const x = (index: number) => slot * (index + 0.5)
  const curves = drawFeelings(
    {
      lane: '',
      width: wide,
      height: tall,
      needed: slide.needed,
      points: points.map((point, index) => ({ ...point, x: x(index) })),
    },
    measure,
    2.4,
  )
  items.push({ ...curves, x: margin, y })
  y += tall
  if (named) {
    for (const [index, { title }] of points.entries()) {
      const lines = wrap(title, type.small, slot - 16, 3, measure)
      // Under its point, whichever way it runs.
      const middle = margin + x(index)
      const set = linesAt(lines, type.small, 'ink', middle, y, 0)
      items.push(...set.map((line): Primitive => ({ ...line, anchor: 'center' })))
    }
  }
  y += names + 24
  for (const lines of findings) {
    items.push(...translated(linesAt(lines, type.small, 'ink', 0, 0, wide), margin, y))
    y += lines.length * lineHeight(type.small) + 12
  }
  return items
}
