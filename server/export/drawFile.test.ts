import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { loadImage } from '@napi-rs/canvas'
import { beforeAll, describe, expect, it } from 'vitest'
import { anonymous } from '#shared/formats/anonymous.ts'
import { readJson } from '#shared/formats/json/read.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { emptyMap, type MapDocument } from '#shared/model/MapDocument.ts'
import { storylineOf } from '#shared/model/storyline/storyline.ts'
import type { DrawJob } from './DrawJob.ts'
import { drawFile } from './drawFile.ts'
import { serverMeasure } from './fonts.ts'
import { readPdf } from './pdfText.ts'
import { unzipped } from './unzipped.ts'

const today = '2026-11-01'
const measure = serverMeasure()
let map: MapDocument
beforeAll(async () => {
  const read = readJson(await readFile(new URL('../../shared/sample/bicycle-repair.json', import.meta.url), 'utf8'))
  map = read.ok ? read.map : expect.unreachable()
})

type Wish = DrawJob extends infer J ? (J extends DrawJob ? Omit<J, 'map' | 'today' | 'pictures'> : never) : never

async function bytes(of: MapDocument, wish: Wish, pictures = new Map<string, Uint8Array>()): Promise<Uint8Array> {
  const drawn = await drawFile({ map: of, today, pictures, ...wish } as DrawJob, measure)
  if (!drawn.ok) throw new Error(drawn.message)
  return drawn.bytes
}
const text = async (of: MapDocument, wish: Wish, pictures?: Map<string, Uint8Array>) =>
  new TextDecoder().decode(await bytes(of, wish, pictures))
const squeezed = (words: string) => words.replace(/\s+/g, '')

function titled(...headings: string[]): MapDocument {
  const scenes = headings.map((heading, index) => KINDS.scenes.make({ id: `s${index}`, kind: 'title', heading }))
  return { ...emptyMap('Titles'), scenes }
}

describe('a storyline as PDF', () => {
  it('is one scene a page, all of one size, with words that can be copied and fonts inside', async () => {
    const { pages, fonts } = readPdf(await bytes(map, { as: 'storylinePdf', theme: 'light' }))
    const storyline = storylineOf(map, today)
    expect(pages).toHaveLength(storyline.length)
    for (const [index, { width, height, text }] of pages.entries()) {
      expect([width, height]).toEqual([960, 540])
      expect(squeezed(text)).toContain(squeezed(storyline[index]?.slide.heading ?? ''))
    }
    const claim = storyline.findIndex(({ slide }) => slide.kind === 'claim' && slide.words.length > 0)
    const { slide } = storyline[claim] ?? expect.unreachable()
    if (slide.kind !== 'claim') return expect.unreachable()
    expect(squeezed(pages[claim]?.text ?? '')).toContain(squeezed(slide.statement))
    expect(squeezed(pages[claim]?.text ?? '')).toContain(squeezed(slide.words[0]?.text ?? '').slice(0, 30))
    // However small the map is shown, its letters are letters.
    const view = storyline.findIndex(({ slide }) => slide.kind === 'view')
    for (const { name } of map.stages) expect(squeezed(pages[view]?.text ?? '')).toContain(squeezed(name))
    expect(fonts.map(({ name }) => name.split('-')[0])).toEqual(expect.arrayContaining(['Inter', 'SourceSerif4']))
    expect(fonts.filter(({ embedded }) => !embedded)).toEqual([])
  })

  it('has text in other scripts too', async () => {
    const said = ['Łódź, Привет, Ελλάδα', '自行车修理店']
    const { pages } = readPdf(await bytes(titled(...said), { as: 'storylinePdf', theme: 'dark' }))
    for (const [index, { text }] of pages.entries()) expect(text).toContain(said[index])
  })

  it('of more scenes than anybody sits through is refused with their number', async () => {
    const endless = titled(...Array.from({ length: 301 }, (_, index) => `${index}`))
    const common = { map: endless, today, pictures: new Map() }
    for (const job of [
      { ...common, as: 'storylinePdf', theme: 'light' },
      { ...common, as: 'storylineHtml' },
    ] as const) {
      const drawn = await drawFile(job, measure)
      expect(drawn).toMatchObject({ ok: false, code: 'storyline_too_long', message: expect.stringContaining('301') })
    }
  })
})

describe('a map as PDF', () => {
  it('is one page as large as the map, with its words as text', async () => {
    const { pages } = readPdf(await bytes(map, { as: 'pdf', theme: 'light' }))
    expect(pages).toHaveLength(1)
    const words = squeezed(pages[0]?.text ?? '')
    for (const { title } of map.touchpoints) expect(words).toContain(squeezed(title))
    expect(words).toContain(squeezed('As of 1 Nov 2026'))
  })

  it('that is longer than a page can be is fitted, whole', async () => {
    const long = emptyMap('Long')
    for (let n = 0; n < 40; n++) long.stages.push(KINDS.stages.make({ id: `s${n}`, name: `Stage ${n}.`, width: 1000 }))
    const [page] = readPdf(await bytes(long, { as: 'pdf', theme: 'light' })).pages
    expect(page?.width).toBeCloseTo(14_400, 0)
    expect(page?.text).toContain('Stage 39.')
  })
})

describe('a map as SVG', () => {
  it('brings along the fonts of its scripts, and fetches nothing', async () => {
    const file = await text(map, { as: 'svg', theme: 'light' })
    expect(file).toMatch(/@font-face\{font-family:'Inter'/)
    expect(file).not.toContain("font-family:'Noto Sans Arabic';font-style")
    expect(file.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\((?!data:)/)
  })
})

describe('scenes as pictures', () => {
  it('are named after their headings in their order, no two alike, in full size', async () => {
    const files = unzipped(
      await bytes(titled('Why?', 'Why?', 'مرحبا', '自行车/店', ''), { as: 'storylineZip', theme: 'light', scale: 2 }),
    )
    expect(files.map(({ name }) => name)).toEqual([
      '01 Why.png',
      '02 Why.png',
      '03 مرحبا.png',
      '04 自行车 店.png',
      '05 Titles.png',
    ])
    const image = await loadImage(files[0]?.bytes ?? Buffer.alloc(0))
    expect([image.width, image.height]).toEqual([3840, 2160])
  })
})

describe('a presentation in one file', () => {
  it('holds every slide in four sizes, upright and wide, and every word behind its claims', async () => {
    const file = await text(map, { as: 'storylineHtml' })
    const storyline = storylineOf(map, today)
    for (const index of storyline.keys()) {
      for (const shape of ['wide', 'upright'])
        for (const size of ['S', 'M', 'L', 'XL'])
          expect(file).toContain(`<template id="slide-${index + 1}-${shape}-${size}">`)
    }
    const quotes = storyline.flatMap(({ slide }) => (slide.kind === 'claim' ? slide.words : []))
    expect(quotes.length).toBeGreaterThan(20)
    expect(file.split('<blockquote')).toHaveLength(quotes.length + 1)
    // What a use element names is there.
    const ids = new Set([...file.matchAll(/ id="(p\d+)"/g)].map(([, id]) => id))
    expect([...file.matchAll(/href="#(p\d+)"/g)].filter(([, id]) => !ids.has(id))).toEqual([])
    expect(file.length).toBeLessThan(1_500_000)
  })

  it('runs its one script and nothing else, and reaches no network', async () => {
    const file = await text(map, { as: 'storylineHtml' })
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(file)?.[1] ?? ''
    const inside = (tag: string) => new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(file)?.[1] ?? ''
    const hash = (part: string) => createHash('sha256').update(part).digest('base64')
    expect(policy).toBe(
      `default-src 'none'; script-src 'sha256-${hash(inside('script'))}'; style-src 'sha256-${hash(inside('style'))}'; ` +
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'",
    )
    expect(file.match(/<script/g)).toHaveLength(1)
    expect(file).not.toMatch(/https?:|\/\/[a-z]+\.|<link|<iframe| style="|url\((?!data:)/)
  })

  it('shows what people typed as text, whatever it looks like', async () => {
    const evil = `</template><script>alert(1)</script><img src=x onerror="alert(2)"> ' & \u202E`
    const file = await text({ ...titled(evil), map: { ...map.map, title: evil } }, { as: 'storylineHtml' })
    expect(file.match(/<script/g)).toHaveLength(1)
    expect(file).not.toContain('<img')
  })

  it('holds nobody’s name, key, row, speaker’s notes or picture when it is anonymous', async () => {
    const secrets = ['Ann Smith', 'ann@example.org', 'KEY-OF-ANN', 'ROW-OF-ANN', 'REF-OF-ANN', 'Ada Author', 'SAY-THIS']
    const [first] = map.customers
    const known: MapDocument = {
      ...map,
      customers: map.customers.map(customer =>
        customer === first
          ? { ...customer, alias: 'Ann Smith', key: 'KEY-OF-ANN', facets: { mail: 'ann@example.org' } }
          : customer,
      ),
      quotes: map.quotes.map(quote => ({ ...quote, row: { note: 'ROW-OF-ANN' }, ref: 'REF-OF-ANN' })),
      notes: map.notes.map(note => ({ ...note, author: 'Ada Author' })),
      scenes: map.scenes.map(scene => ({ ...scene, notes: 'SAY-THIS' })),
    }
    const open = await text(known, { as: 'storylineHtml' })
    expect(open).toContain('Ann Smith')
    const closed = await text(anonymous(known), { as: 'storylineHtml' })
    for (const secret of secrets) expect(closed, secret).not.toContain(secret)
  })

  it('holds of the map what its views show, and not what lies beside', async () => {
    const [near, far] = [map.touchpoints[0], map.touchpoints.findLast(({ stage }) => stage === map.stages.at(-1)?.id)]
    if (!near || !far) return expect.unreachable()
    const view = KINDS.scenes.make({ id: 'v', kind: 'view', heading: 'One', shows: [near.id] })
    const file = await text({ ...map, scenes: [view] }, { as: 'storylineHtml' })
    const lines = squeezed([...file.matchAll(/<text[^>]*>([^<]*)</g)].map(([, line]) => line).join(''))
    const shown = (title: string) =>
      lines.includes(squeezed(title.replace(/[&<>"']/g, one => `&#${one.charCodeAt(0)};`)))
    expect([shown(near.title), shown(far.title)]).toEqual([true, false])
  })
})
