import * as Y from 'yjs'
import type { Claim } from './admit.ts'
import { TYPE_DEPTH, VALUE_DEPTH } from './limits.ts'

/**
 * Whether all values of a claim are such as every reader reads the same, and reads at all. What is named `__proto__`
 * becomes the prototype of what holds it when it is decoded, and is gone when that is encoded again, so memory would
 * not be what the log says. And everybody decodes values by recursion, browsers with less room for it than a server.
 */
export function hasModestValues({ structs }: Claim): boolean {
  return structs.every(struct => !(struct instanceof Y.Item) || valuesOf(struct.content).every(isModest))
}

/**
 * Whether no shared type of a claim, which was just applied, lies too deep within others. Deleting the outermost goes
 * through all of them by recursion, at everybody's.
 */
export function isShallow(doc: Y.Doc, { structs }: Claim): boolean {
  return structs.every(struct => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return true
    if (struct.id.clock >= Y.getState(doc.store, struct.id.client)) return true
    let item: Y.Item | Y.GC | null = Y.getItem(doc.store, struct.id)
    for (let depth = 0; depth <= TYPE_DEPTH; depth += 1) {
      if (!(item instanceof Y.Item) || !(item.parent instanceof Y.AbstractType)) return true
      item = item.parent._item
    }
    return false
  })
}

function valuesOf(content: Y.Item['content']): readonly unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr
  if (content instanceof Y.ContentEmbed) return [content.embed]
  if (content instanceof Y.ContentFormat) return [content.value]
  return content instanceof Y.ContentDoc ? [content.opts] : []
}

function isModest(value: unknown): boolean {
  return isModestTo(value, VALUE_DEPTH)
}

function isModestTo(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return true
  if (levels === 0) return false
  if (Array.isArray(value)) return value.every(entry => isModestTo(entry, levels - 1))
  const isPlain = Object.getPrototypeOf(value) === Object.prototype && !Object.hasOwn(value, '__proto__')
  return isPlain && Object.values(value).every(entry => isModestTo(entry, levels - 1))
}
