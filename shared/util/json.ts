/** A JSON value as `JSON.parse` gives it. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [key: string]: Json }

/** Deeper than this nothing a person made is nested; a hostile value could otherwise overflow the stack. */
const MAX_DEPTH = 32

/** True for objects made by `{}` or `JSON.parse`; false for arrays, class instances and null. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * The same value as clean JSON, or undefined where it is none (functions, bytes, NaN, too deep).
 * Strings are made well-formed; members named `__proto__` are left out.
 */
export function toJson(value: unknown, depth = 0): Json | undefined {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (depth >= MAX_DEPTH) return undefined
  if (Array.isArray(value)) {
    const items = value.map(item => toJson(item, depth + 1))
    return items.every(item => item !== undefined) ? items : undefined
  }
  if (!isPlainObject(value)) return undefined
  const object: JsonObject = {}
  for (const [key, member] of Object.entries(value)) {
    const json = toJson(member, depth + 1)
    if (json !== undefined && key !== '__proto__') object[key.toWellFormed()] = json
  }
  return object
}

/** Equal as JSON, members in any order. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  }
  if (!isPlainObject(a) || !isPlainObject(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
}
