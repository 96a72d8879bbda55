import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Page } from '@playwright/test'
import { toPlain } from '../../shared/formats/json/write.ts'
import { mapWith } from '../../shared/testing/mapWith.ts'
import { exportJson } from '../fixtures/api.ts'
import { paintedIn } from '../fixtures/painted/painted.ts'
import { expect, test } from '../fixtures/test.ts'

/** Wide and high enough that every card is in view at twice its size. */
const SCREEN = { width: 2_960, height: 3_500 }
/** Share of the pixels of one card that may be off. */
const MOST_OFF = 0.01
/** How far a channel (0…255) may be off before the pixel counts: strokes are smoothed in two ways. */
const TOLERANCE = 32
/** Pixels between the beginning of the map and the edge of the canvas. */
const MARGIN = 20

const LONG = 'Whether Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz or not, we had to wait and wait'
const WORDS = 'Nobody could tell me how long it would take, and when I rang again they had never heard of me at all.'

const customers = Array.from({ length: 6 }, (_, at) => ({ id: `c${at}`, alias: `Customer ${at}` }))

/** Every kind of card in every state. */
const MAP = mapWith({
  stages: ['Ask', 'Buy', 'Use', 'Mend', 'Leave'].map((name, at) => ({ id: `s${at}`, name })),
  lanes: [
    { id: 'l', name: 'Contacts', kind: 'frontstage' },
    { id: 'n', name: 'Notes', kind: 'backstage', lineBelow: 'visibility' },
    { id: 'feel', name: 'Feelings', kind: 'feelings' },
    { id: 'pains', name: 'Pains', kind: 'pains' },
    { id: 'chances', name: 'Opportunities', kind: 'opportunities' },
    { id: 'voices', name: 'Voices', kind: 'voices' },
  ],
  customers,
  touchpoints: [
    { id: 'unheard', title: 'See the sign', stage: 's0', lane: 'l', channel: 'Phone' },
    { id: 'bare', title: 'No channel', stage: 's0', lane: 'l' },
    { id: 'untitled', stage: 's0', lane: 'l', channel: 'E-mail' },
    { id: 'starred', title: 'Decides it all', stage: 's0', lane: 'l', channel: 'In person', momentOfTruth: true },
    { id: 'one', title: 'One quote', stage: 's1', lane: 'l', channel: 'Web' },
    { id: 'two', title: 'They disagree', stage: 's1', lane: 'l', channel: 'Shop' },
    { id: 'pinned', title: 'Pinned words', stage: 's1', lane: 'l', pinnedQuote: 'pin' },
    { id: 'recalled', title: 'Recalled', stage: 's4', lane: 'l', channel: 'Chat' },
    { id: 'hurting', title: 'Hurts', stage: 's2', lane: 'l', channel: 'Post', momentOfTruth: true },
    { id: 'ringed', title: 'Ring', stage: 's2', lane: 'l', channel: 'Phone' },
    { id: 'long', title: LONG, stage: 's4', lane: 'l', channel: 'Phone' },
    { id: 'arabic', title: 'الاتصال بخدمة العملاء', stage: 's3', lane: 'l', channel: 'Phone' },
    { id: 'chinese', title: '打电话给客户服务', stage: 's3', lane: 'l', channel: 'Phone' },
    { id: 'emoji', title: 'Happy 😀 or not 👩‍👩‍👧', stage: 's3', lane: 'l', channel: 'Phone' },
    { id: 'wide', title: 'Goes on', stage: 's4', lane: 'l', channel: 'Web' },
  ],
  links: [
    { id: 'plain', from: 'unheard', to: 'one' },
    { id: 'worded', from: 'pinned', to: 'ringed', label: 'if nobody answers' },
  ],
  notes: [
    { id: 'note', text: 'Ask the shop\nwho is in charge', stage: 's0', lane: 'n' },
    { id: 'empty', stage: 's0', lane: 'n' },
    { id: 'picture', text: 'The counter', image: 'shop', alt: 'The counter', stage: 's1', lane: 'n' },
    { id: 'heading', text: 'What we forget', stage: 's2', lane: 'n' },
    { id: 'under', text: 'The keys', under: 'heading', stage: 's2', lane: 'n' },
    { id: 'noteArabic', text: 'اسأل المتجر عن المسؤول', stage: 's3', lane: 'n' },
    { id: 'noteLong', text: `${LONG} ${WORDS}`, stage: 's4', lane: 'n' },
  ],
  assumptions: [
    { id: 'a1', about: 'two', text: 'They like to wait', feeling: 1 },
    { id: 'a2', about: 'ringed', text: 'They find it', feeling: 2 },
    { id: 'a3', about: 'hurting', text: 'It is quick', feeling: -1 },
  ],
  quotes: [
    {
      id: 'q1',
      text: 'They rang me back at once.',
      customer: 'c0',
      touchpoint: 'one',
      feeling: 2,
      saidOn: '2026-01-01',
    },
    { id: 'for0', text: 'I liked to wait there.', customer: 'c0', touchpoint: 'two', feeling: 1, saidOn: '2026-01-01' },
    { id: 'for1', text: 'It was a nice wait.', customer: 'c1', touchpoint: 'two', feeling: 1, saidOn: '2026-01-02' },
    { id: 'con0', text: WORDS, customer: 'c2', touchpoint: 'two', feeling: -2, saidOn: '2026-01-01' },
    { id: 'con1', text: 'I hated every minute.', customer: 'c3', touchpoint: 'two', feeling: -2, saidOn: '2026-01-02' },
    { id: 'pin', text: `${WORDS} ${WORDS}`, customer: 'c4', touchpoint: 'pinned', feeling: -1, saidOn: '2026-01-01' },
    { id: 'q3', text: 'He said it was fine.', customer: 'c5', touchpoint: 'recalled', how: 'recalled' },
    {
      id: 'q4',
      text: 'It just broke again.',
      customer: 'c1',
      touchpoint: 'hurting',
      feeling: -2,
      saidOn: '2026-01-01',
    },
    { id: 'q5', text: 'I found it quickly.', customer: 'c1', touchpoint: 'ringed', feeling: 1, saidOn: '2026-01-01' },
    { id: 'q6', text: 'كان الانتظار طويلا جدا ولم يرد أحد على مكالمتي', customer: 'c2', touchpoint: 'arabic' },
    { id: 'q7', text: '他们马上就给我回了电话，我非常满意，下次还会再来。', customer: 'c2', touchpoint: 'chinese' },
    { id: 'q8', text: 'So good 😀👍🏽, twice!', customer: 'c3', touchpoint: 'emoji' },
  ],
  evidence: [
    { id: 'e0', claim: 'a1', quote: 'for0', stance: 'supports' },
    { id: 'e1', claim: 'a1', quote: 'for1', stance: 'supports' },
    { id: 'e2', claim: 'a1', quote: 'con0', stance: 'contradicts' },
    { id: 'e3', claim: 'a1', quote: 'con1', stance: 'contradicts' },
    { id: 'e4', claim: 'a2', quote: 'q5', stance: 'supports' },
  ],
  painPoints: [5, 3, 1].map(severity => ({
    id: `p${severity}`,
    title: `Broke ${severity} times`,
    touchpoint: 'hurting',
    severity,
  })),
  opportunities: [{ id: 'o', title: 'Ring before they do', touchpoint: 'hurting', effect: 4, effort: 2 }],
})

/** A picture for a note. Its edges are clear: between two pixels an element's are smoothed, a painted one's are not. */
function shopPicture(): string {
  const canvas = createCanvas(600, 300)
  const context = canvas.getContext('2d')
  context.fillStyle = '#b4531b'
  context.fillRect(50, 50, 500, 200)
  context.fillStyle = '#2f74a8'
  context.fillRect(200, 100, 100, 100)
  return canvas.toBuffer('image/png').toString('base64')
}

const canvasOf = (page: Page) => page.getByRole('application', { name: /^Journey map/ })

type View = { x: number; y: number; scale: number }

function viewOf(page: Page): Promise<View> {
  return page.locator('.react-flow__viewport').evaluate(element => {
    const { e: x, f: y, a: scale } = new DOMMatrix(getComputedStyle(element).transform)
    return { x, y, scale }
  })
}

const KEYS = { '0.5': '0---', '1': '0', '2': '0+++' } as const

/** Zooms by keys and brings the beginning of the map to the top left, as a person would. */
async function zoomTo(page: Page, zoom: keyof typeof KEYS): Promise<View> {
  await canvasOf(page).focus()
  for (const key of KEYS[zoom]) await page.keyboard.press(key)
  await expect.poll(async () => (await viewOf(page)).scale).toBe(Number(zoom))
  const { x, y } = await viewOf(page)
  await page.mouse.move(1_500, 1_000)
  await page.mouse.wheel(Math.round(x) - MARGIN, Math.round(y) - MARGIN)
  await expect.poll(async () => Math.abs((await viewOf(page)).y - MARGIN)).toBeLessThan(1)
  // Nothing lies under the pointer.
  await page.mouse.move(SCREEN.width - 1, 2)
  return viewOf(page)
}

type Pixels = { data: Uint8ClampedArray; width: number; height: number }

async function decode(png: Buffer | string): Promise<Pixels> {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, image.width, image.height) as unknown as Pixels
}

type Box = { x: number; y: number; width: number; height: number }

/** The share of the pixels in a part of both pictures that are visibly not the same. */
function shareOff(one: Pixels, other: Pixels, { x, y, width, height }: Box): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [right, bottom] = [Math.ceil(x + width), Math.ceil(y + height)]
  if (left < 0 || top < 0 || right > one.width || bottom > one.height)
    throw new Error(`a card is out of view: ${right} × ${bottom}`)
  let off = 0
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      const at = (row * one.width + column) * 4
      const differs = (channel: number) =>
        Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) > TOLERANCE
      if (differs(0) || differs(1) || differs(2)) off += 1
    }
  }
  return off / ((right - left) * (bottom - top))
}

const COMPARED: readonly string[] = ['touchpoint', 'note', 'noteGroup', 'content', 'link', 'linkLabel']
const CARDS: readonly string[] = ['touchpoint', 'note']

/** The words of every card that is an element, by its id: nobody sees them, but the page can be searched for them. */
function wordsOf(page: Page, attribute: string): Promise<Record<string, string>> {
  return page.locator(`[${attribute}]`).evaluateAll((elements, attribute) => {
    const words = (element: Element) => [...element.querySelectorAll('[aria-hidden] > div')].map(one => one.textContent)
    return Object.fromEntries(elements.map(one => [one.getAttribute(attribute) ?? '', words(one).join(' ')]))
  }, attribute)
}

const CASES = [
  { size: 'M', text: 1, zooms: ['0.5', '1', '2'] },
  { size: 'XL', text: 1.6, zooms: ['1'] },
] as const

for (const { size, text, zooms } of CASES) {
  test(`every kind of card looks the same on the canvas and in a picture, at every zoom in text ${size}`, async ({
    server,
    made,
    join,
  }) => {
    test.slow()
    const shared = await made(toPlain(MAP, undefined, new Map([['shop', shopPicture()]])))
    const { page } = await join('Ada', shared, 'editor', {
      ...SCREEN,
      async before(page) {
        await page.emulateMedia({ reducedMotion: 'reduce' })
        await page.addInitScript(size => localStorage.setItem('verbatim.textSize', JSON.stringify(size)), size)
      },
    })
    // What lies around the map is no part of it.
    await page.addStyleTag({ content: '[aria-label^="Journey map"] > :not(.react-flow) { visibility: hidden }' })
    const exported = await exportJson(server.address, shared)
    const notes = exported.notes as { id: string; image?: string }[]
    const pictures = Object.fromEntries([
      [notes.find(({ id }) => id === 'picture')?.image, `data:image/png;base64,${shopPicture()}`],
    ])
    const clip = await canvasOf(page).boundingBox()
    if (!clip) throw new Error('there is no canvas')

    for (const [zoom, theme] of zooms.flatMap(zoom => [[zoom, 'light'] as const, [zoom, 'dark'] as const])) {
      const { scale, ...at } = await zoomTo(page, zoom)
      // Tiles lie on whole pixels.
      const [x, y] = [Math.round(at.x), Math.round(at.y)]
      const words = { ...(await wordsOf(page, 'data-touchpoint')), ...(await wordsOf(page, 'data-note')) }
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      const shoot = async () => decode(await page.screenshot({ clip }))
      const { width, height } = await shoot()
      const { png, groups } = await paintedIn(page, {
        ...{ json: JSON.stringify(exported), theme, x, y, scale, pictures },
        ...{ width, height, text, today: new Date().toISOString().slice(0, 10) },
      })
      const painted = await decode(png)
      const compared = groups.filter(({ kind }) => COMPARED.includes(kind))
      const cards = compared.filter(({ kind }) => CARDS.includes(kind))
      expect(cards.map(({ id }) => id).sort()).toEqual(Object.keys(words).sort())
      const look = async () => {
        const shot = await shoot()
        return compared.flatMap(({ kind, id, ...box }) => {
          const place = { x: x + box.x * scale, y: y + box.y * scale }
          const off = shareOff(shot, painted, { ...place, width: box.width * scale, height: box.height * scale })
          return off > MOST_OFF ? [{ zoom, theme, kind, id, off }] : []
        })
      }
      // Tiles are painted in what frames have left, and the picture on a note comes when it is there.
      await expect.poll(look).toEqual([])
      for (const { id, lines } of cards) expect(words[id], id).toEqual(lines.map(line => line.trim()).join(' '))
    }
  })
}

test('a card that is being typed looks as it did but for the text in hand', async ({ made, join }) => {
  const { page } = await join('Ada', await made(toPlain(MAP)), 'editor', {
    ...SCREEN,
    before: page => page.emulateMedia({ reducedMotion: 'reduce' }),
  })
  const hurting = page.locator('[data-touchpoint="hurting"]')
  const box = await hurting.boundingBox()
  if (!box) throw new Error('the card is not there')
  const shoot = async () => decode(await page.screenshot({ clip: box }))
  const lying = await shoot()
  await hurting.dblclick({ position: { x: box.width / 2, y: 20 } })
  const text = page.locator('main textarea:focus')
  const typed = await text.boundingBox()
  if (!typed) throw new Error('nothing is being typed')
  const below = typed.y + typed.height - box.y
  // A pixel at each edge is left to the outline of what is selected.
  const rest = { x: 1, y: below, width: box.width - 2, height: box.height - below - 1 }
  expect(rest.height).toBeGreaterThan(20)
  await expect.poll(async () => shareOff(await shoot(), lying, rest)).toBeLessThan(MOST_OFF)
})
