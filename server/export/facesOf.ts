import { placeholder } from '#shared/drawing/placeholder.ts'
import type { Primitive } from '#shared/drawing/scene.ts'
import type { Font } from '#shared/drawing/text.ts'

/** Which characters are set in which face: those of each, by a name that `faceOf` gives. */
export type Faces = Map<string, Set<string>>

/** A face of our two families, whatever its size. */
export function faceOf({ family, weight, italic }: Pick<Font, 'family' | 'weight' | 'italic'>): string {
  return `${family} ${weight}${italic ? ' italic' : ''}`
}

/** What a drawing sets in which face, added to what others do. */
export function facesOf(items: readonly Primitive[], faces: Faces = new Map()): Faces {
  for (const item of items) {
    if (item.type === 'group') facesOf(item.items, faces)
    else if (item.type === 'picture') facesOf(placeholder(item), faces)
    else if (item.type === 'text') addText(item.text, item.font, faces)
  }
  return faces
}

export function addText(text: string, font: Pick<Font, 'family' | 'weight' | 'italic'>, faces: Faces): void {
  const face = faceOf(font)
  const characters = faces.get(face) ?? new Set<string>()
  faces.set(face, characters)
  for (const character of text) characters.add(character)
}
