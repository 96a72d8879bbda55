import type { Version } from '../storage/records.ts'
import type { Store } from '../storage/Store.ts'
import { MAX_NAMED, VERSION_EVERY } from './limits.ts'
import { thinned } from './thinned.ts'

/**
 * Keeps the map as it is on disk, unless the newest version is that already, or younger than an hour. To be called when
 * people come and go, and every hour while they stay. Answers the version that was kept, or null.
 */
export async function keepWhenDue(store: Store, map: string, now: number): Promise<Version | null> {
  const [record, versions] = await Promise.all([store.readMap(map), store.listVersions(map)])
  const newest = versions.at(-1)
  // A map is not worth a version before anybody edited it.
  if (!record || record.seq <= Math.max(newest?.seq ?? 0, 1)) return null
  if (newest && now - newest.at < VERSION_EVERY) return null
  // The moment that it shows is that of its newest edit, which may be long ago.
  return keep(store, map, record.updatedAt, versions, now)
}

/** The version that is the map as it is on disk: the newest one, or one that is kept for this. */
export async function keepPresent(store: Store, map: string, now: number): Promise<Version> {
  const [record, versions] = await Promise.all([store.readMap(map), store.listVersions(map)])
  const newest = versions.at(-1)
  if (newest && record?.seq === newest.seq) return newest
  return keep(store, map, now, versions, now)
}

/** Gives the map as it is on disk a name; null when it has as many named versions as a map may have. */
export async function keepNamed(store: Store, map: string, name: string, now: number): Promise<Version | null> {
  const [record, versions] = await Promise.all([store.readMap(map), store.listVersions(map)])
  if (versions.filter(version => version.name !== null).length >= MAX_NAMED) return null
  const newest = versions.at(-1)
  if (newest && newest.name === null && newest.seq === record?.seq) {
    await store.nameVersion(map, newest.number, name)
    return { ...newest, name }
  }
  return store.keepVersion(map, { at: now, name })
}

async function keep(store: Store, map: string, at: number, before: readonly Version[], now: number): Promise<Version> {
  const version = await store.keepVersion(map, { at, name: null })
  const dropped = thinned([...before, version], now)
  if (dropped.length > 0) await store.dropVersions(map, dropped)
  return version
}
