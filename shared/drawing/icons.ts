import type { Command, Primitive } from './scene.ts'
import { arc, circle, placed, polyline } from './shapes.ts'
import type { Token } from './theme.ts'

/** Side of the square an icon is drawn in. */
export const ICON = 16

const box = (x: number, y: number, w: number, h: number): Command[] =>
  polyline(
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
    ],
    true,
  )

/** Channels that have a picture, each by the words that name it; strokes in a square of 16. */
const ICONS: readonly { words: readonly string[]; commands: readonly Command[] }[] = [
  {
    words: ['phone', 'call', 'telephone', 'hotline', 'telefon'],
    commands: [
      ['M', 3, 2.5],
      ['L', 5.8, 2.5],
      ['L', 7, 5.6],
      ['L', 5.4, 6.9],
      ['C', 6.1, 8.5, 7.5, 9.9, 9.1, 10.6],
      ['L', 10.4, 9],
      ['L', 13.5, 10.2],
      ['L', 13.5, 13],
      ['C', 7.5, 14.2, 1.8, 8.5, 3, 2.5],
      ['Z'],
    ],
  },
  {
    words: ['chat', 'message', 'messenger', 'sms', 'text', 'whatsapp', 'social'],
    commands: polyline(
      [
        [2, 3],
        [14, 3],
        [14, 11],
        [7, 11],
        [4, 13.8],
        [4, 11],
        [2, 11],
      ],
      true,
    ),
  },
  {
    words: ['mail', 'email', 'newsletter'],
    commands: [
      ...box(2, 3.5, 12, 9),
      ...polyline([
        [2, 4],
        [8, 8.8],
        [14, 4],
      ]),
    ],
  },
  {
    words: ['letter', 'post', 'paper', 'invoice', 'bill', 'receipt', 'form', 'document'],
    commands: [
      ...polyline(
        [
          [3.5, 2],
          [9.5, 2],
          [12.5, 5],
          [12.5, 14],
          [3.5, 14],
        ],
        true,
      ),
      ...polyline([
        [6, 8],
        [10, 8],
      ]),
      ...polyline([
        [6, 11],
        [10, 11],
      ]),
    ],
  },
  {
    words: ['app', 'mobile', 'smartphone'],
    commands: [
      ...box(4.5, 1.8, 7, 12.4),
      ...polyline([
        [7, 12],
        [9, 12],
      ]),
    ],
  },
  {
    words: ['web', 'website', 'online', 'internet', 'site', 'portal', 'browser', 'search'],
    commands: [
      ...circle(8, 8, 6),
      ...polyline([
        [2, 8],
        [14, 8],
      ]),
      ['M', 8, 2],
      ['C', 4.6, 5.2, 4.6, 10.8, 8, 14],
      ['C', 11.4, 10.8, 11.4, 5.2, 8, 2],
    ],
  },
  {
    words: ['shop', 'store', 'counter', 'branch', 'desk', 'workshop', 'office', 'onsite', 'location'],
    commands: [
      ...polyline(
        [
          [3.5, 2.5],
          [12.5, 2.5],
          [14, 6.5],
          [2, 6.5],
        ],
        true,
      ),
      ...polyline([
        [3.2, 6.5],
        [3.2, 13.5],
        [12.8, 13.5],
        [12.8, 6.5],
      ]),
      ...polyline([
        [6.4, 13.5],
        [6.4, 9.5],
        [9.6, 9.5],
        [9.6, 13.5],
      ]),
    ],
  },
  {
    words: ['delivery', 'courier', 'shipping', 'parcel', 'van', 'transport', 'package'],
    commands: [
      ...box(1.5, 4, 8, 7.5),
      ...polyline([
        [9.5, 6.5],
        [12.3, 6.5],
        [14.5, 9],
        [14.5, 11.5],
        [9.5, 11.5],
      ]),
      ...circle(4.6, 12, 1.5),
      ...circle(11.8, 12, 1.5),
    ],
  },
  {
    words: ['person', 'people', 'face', 'meeting', 'visit', 'staff', 'advisor', 'conversation', 'event'],
    commands: [...circle(8, 5, 2.7), ...arc(8, 14, 5.2, Math.PI, 2 * Math.PI)],
  },
]

/** The icon's strokes, or null for a channel nobody drew. */
function strokesFor(channel: string): readonly Command[] | null {
  const words =
    channel
      .toLowerCase()
      .replaceAll('-', '')
      .match(/\p{L}+/gu) ?? []
  for (const word of words) {
    const icon = ICONS.find(icon => icon.words.includes(word))
    if (icon) return icon.commands
  }
  return null
}

/** Icons that are remembered, each in its place: cards of a width have theirs at the same. */
const MOST = 1_000
const drawn = new Map<string, Primitive>()

/** The picture of a channel in a square of 16 at `x`, `y`; a neutral dot for channels without one. */
export function channelIcon(channel: string, x: number, y: number, color: Token): Primitive {
  const key = JSON.stringify([x, y, color, channel])
  const known = drawn.get(key)
  if (known) return known
  const icon = drawIcon(strokesFor(channel), x, y, color)
  if (drawn.size >= MOST) drawn.clear()
  drawn.set(key, icon)
  return icon
}

function drawIcon(strokes: readonly Command[] | null, x: number, y: number, color: Token): Primitive {
  if (!strokes) return { type: 'path', commands: circle(x + 8, y + 8, 3), fill: color }
  return { type: 'path', commands: placed(strokes, x, y), stroke: color, strokeWidth: 1.5, cap: 'round' }
}
