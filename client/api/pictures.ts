import { api } from './api.ts'

/** By hash, which is of the bytes: the same picture on every map. An address lasts as long as the page. */
const addresses = new Map<string, string>()
const asked = new Set<string>()
const listeners = new Set<() => void>()

/** Calls back when a picture has arrived. Returns what stops it. */
export function onPictures(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The address of a picture in this page, once it is here. */
export function pictureAddress(hash: string): string | undefined {
  return addresses.get(hash)
}

/**
 * Fetches a picture of a map once; it can't stand in an address, since that would hold the token. One that could not be
 * fetched is asked for again the next time.
 */
export async function fetchPicture({ id, token }: { id: string; token: string }, hash: string): Promise<void> {
  if (addresses.has(hash) || asked.has(hash)) return
  asked.add(hash)
  const answer = await api(token).file(id, hash)
  asked.delete(hash)
  if (!answer.ok) return
  addresses.set(hash, URL.createObjectURL(answer.value.blob))
  for (const listener of listeners) listener()
}
