import type { Primitive, TextLine } from '../scene.ts'
import type { DrawnSlide } from './drawSlide.ts'
import type { Behind } from './paintSlide.ts'

/**
 * A place on a slide that means the same wherever the slide is drawn alike: on a line of words as parts of its width and
 * height, on the map in map units, else on the page in its units. `key` tells which of these, on what, of which scene.
 */
export type Pointed = { readonly key: number; readonly x: number; readonly y: number }

/** A slide as it stands in one window; `text` is the size that its person chose, 1 being the usual one. */
export type Wall = {
  readonly scene: string
  readonly drawn: DrawnSlide
  readonly behind: Behind | null
  readonly text: number
}

/** What a place on a slide's page, in its units, is a place of. */
export function pointAt(wall: Wall, x: number, y: number): Pointed {
  const { drawn, behind } = wall
  const line = linesOf(drawn.items).find(({ left, top, width, height }) => {
    return x >= left && x <= left + width && y >= top && y <= top + height
  })
  if (line) {
    const key = lineKey(wall, line)
    return { key, x: (x - line.left) / line.width, y: (y - line.top) / line.height }
  }
  if (behind && drawn.map && y >= drawn.map.y) {
    const { camera } = behind
    return { key: mapKey(wall, behind), x: (x - camera.x) / camera.scale, y: (y - camera.y) / camera.scale }
  }
  return { key: pageKey(wall), x, y }
}

/** Where on this wall's page that is, in its units; null where the slide is drawn otherwise here, or it is out of sight. */
export function placeOn(wall: Wall, { key, x, y }: Pointed): { x: number; y: number } | null {
  const { drawn, behind } = wall
  const inside = (place: { x: number; y: number }) =>
    place.x >= 0 && place.y >= 0 && place.x <= drawn.width && place.y <= drawn.height ? place : null
  if (key === pageKey(wall)) return inside({ x, y })
  if (behind && key === mapKey(wall, behind)) {
    const { camera } = behind
    return inside({ x: camera.x + x * camera.scale, y: camera.y + y * camera.scale })
  }
  const line = linesOf(drawn.items).find(one => lineKey(wall, one) === key)
  return line ? inside({ x: line.left + x * line.width, y: line.top + y * line.height }) : null
}

type Line = { text: string; nth: number; left: number; top: number; width: number; height: number }

/** The lines of words on a slide, each by what it says and as the how manieth that says so. */
function linesOf(items: readonly Primitive[]): Line[] {
  const said = new Map<string, number>()
  const lines: Line[] = []
  const walk = (all: readonly Primitive[], x: number, y: number) => {
    for (const item of all) {
      if (item.type === 'group') walk(item.items, x + item.x, y + item.y)
      else if (item.type === 'text' && !item.turned && item.width > 0) {
        const nth = said.get(item.text) ?? 0
        said.set(item.text, nth + 1)
        lines.push({ text: item.text, nth, ...boxOf(item, x, y) })
      }
    }
  }
  walk(items, 0, 0)
  return lines
}

function boxOf({ x, y, width, anchor, font }: TextLine, left: number, top: number) {
  const start = anchor === 'left' ? 0 : anchor === 'right' ? width : width / 2
  return { left: left + x - start, top: top + y - font.size, width, height: font.size * 1.4 }
}

const lineKey = ({ scene }: Wall, { text, nth }: Line) => hash(`line ${scene} ${nth} ${text}`)

function mapKey({ scene, text }: Wall, { scene: map }: Behind): number {
  return hash(`map ${scene} ${text} ${Math.round(map.width)} ${Math.round(map.height)}`)
}

function pageKey({ scene, text, drawn }: Wall): number {
  return hash(`page ${scene} ${text} ${Math.round(drawn.width)} ${Math.round(drawn.height)}`)
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}
