import { readFile } from 'node:fs/promises'
import { quoted } from '#shared/drawing/quoteMarks.ts'
import type { Primitive } from '#shared/drawing/scene.ts'
import type { Behind } from '#shared/drawing/slides/paintSlide.ts'
import { type SvgSlideOptions, svgSlide } from '#shared/drawing/slides/svgSlide.ts'
import { type SvgNode, writeSvg } from '#shared/drawing/svg.ts'
import type { Font, Measure } from '#shared/drawing/text.ts'
import { TEXT_FACTORS } from '#shared/drawing/textFactors.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { announcement } from '#shared/model/storyline/announcement.ts'
import { type Shown, storylineOf } from '#shared/model/storyline/storyline.ts'
import type { DrawJob, Drawn } from '../DrawJob.ts'
import { dataAddress } from '../decoded.ts'
import { embeddedFonts } from '../embeddedFonts.ts'
import { addText, type Faces, facesOf } from '../facesOf.ts'
import { type LaidOut, layOut, refusal, WALL } from '../scenes.ts'
import { page, themeStyles } from './page.ts'

/** What a slide is laid out for; the script takes the one that is shaped like its window. A phone's bars are taken off. */
const SHAPES = { wide: WALL, upright: { width: 390, height: 720 } }

/** Cards of a map up to which its views come in every text size; beyond, the file would be mostly map. */
const MOST_RESIZED = 300

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** Fonts by class, so that a line of text is not mostly the names of fonts. */
function font({ family, size, weight, italic }: Font): Readonly<Record<string, string | number>> {
  return {
    class: family,
    'font-size': size,
    ...(weight === 400 ? {} : { 'font-weight': weight }),
    ...(italic ? { 'font-style': 'italic' } : {}),
  }
}

/**
 * The storyline as a page that presents itself: opened from a disk, without a network, by the keys of the room. Every
 * slide lies in it in every text size, upright and wide, and every quote behind a claim.
 */
export async function drawPlayer({ map, today, pictures }: DrawJob, measure: Measure): Promise<Drawn> {
  const storyline = storylineOf(map, today)
  const refused = refusal(storyline)
  if (refused) return refused
  const isSmall = map.touchpoints.length + map.notes.length <= MOST_RESIZED
  const laidOut = Object.entries(SHAPES).flatMap(([shape, window]) =>
    Object.entries(TEXT_FACTORS).map(([size, text]) => {
      const asked = { ...window, text, mapText: isSmall ? text : 1 }
      return { name: `${shape}-${size}`, slides: [...layOut(map, storyline, asked, measure)] }
    }),
  )
  const fonts = await embeddedFonts(
    facesIn(
      storyline,
      laidOut.flatMap(({ slides }) => slides),
      map.map.title,
    ),
  )
  const shared = new Map<string, string>()
  const options: SvgSlideOptions = {
    font,
    color: token => `var(--${token})`,
    holds: fonts.lacks,
    picture: hash => dataAddress(pictures.get(hash)),
    shared: (part): SvgNode => {
      const text = writeSvg(part)
      const id = shared.get(text) ?? `p${shared.size + 1}`
      shared.set(text, id)
      return { tag: 'use', attributes: { href: `#${id}` } }
    },
  }
  const drawn = laidOut.flatMap(({ name, slides }) =>
    slides.map(({ drawn, behind }, index) => ({
      id: `slide-${index + 1}-${name}`,
      svg: writeSvg(svgSlide(drawn, behind, options)),
    })),
  )
  const [style, script] = await Promise.all(['player.css', 'player.js'].map(read))
  const count = `${storyline.length.toLocaleString('en-GB')} ${storyline.length === 1 ? 'scene' : 'scenes'}`
  const text = page({
    title: KINDS.map.title(map.map),
    facts: `${count}, as of ${day.format(new Date(`${today}T00:00:00Z`))}`,
    slides: storyline.map(({ slide }) => slide),
    shared: [...shared].map(([part, id]) => `<g id="${id}">${part}</g>`).join(''),
    drawn,
    style: `${fonts.css}${themeStyles()}\n${style}`,
    script: script ?? '',
  })
  return { ok: true, bytes: new TextEncoder().encode(text) }
}

function read(name: string): Promise<string> {
  return readFile(new URL(`./${name}`, import.meta.url), 'utf8')
}

/** Every character of the file: those of the slides, those of the words behind them, and those of the tools. */
function facesIn(storyline: readonly Shown[], laidOut: readonly LaidOut[], title: string): Faces {
  const faces: Faces = new Map()
  const seen = new Set<readonly Primitive[]>()
  const add = (items: readonly Primitive[]) => {
    if (!seen.has(items)) facesOf(items, faces)
    seen.add(items)
  }
  for (const { drawn, behind } of laidOut) {
    add(drawn.items)
    if (behind) add((behind satisfies Behind).scene.items)
  }
  for (const [index, { slide }] of storyline.entries()) {
    const spoken = announcement(slide, index, storyline.length)
    for (const weight of [400, 600] as const)
      addText(`${spoken} ${title} 0123456789/`, { family: 'sans', weight }, faces)
    for (const { text, who } of slide.kind === 'claim' ? slide.words : []) {
      addText(quoted(text), { family: 'serif', weight: 400 }, faces)
      addText(who, { family: 'sans', weight: 400 }, faces)
    }
  }
  return faces
}
