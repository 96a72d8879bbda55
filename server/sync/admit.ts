import * as Y from 'yjs'

/** What a frame's update claims to hold, read without touching any document. */
export type Claim = {
  readonly structs: readonly (Y.Item | Y.GC | Y.Skip)[]
  readonly deleted: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>
}

/** Reads an update; null for bytes that are none, or that Yjs would stumble over while it applies them. */
export function readClaim(update: Uint8Array): Claim | null {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    return structs.every(isSound) && allDeletes(ds.clients).every(isSoundDelete)
      ? { structs, deleted: ds.clients }
      : null
  } catch {
    return null
  }
}

/**
 * Yjs writes neither empty structs, nor clocks that no number holds exactly, nor items that stand beside or inside
 * what the same client wrote later; applying one would throw half way, or break what comes after it.
 */
function isSound(struct: Claim['structs'][number]): boolean {
  if (struct instanceof Y.Skip) return true
  const { client, clock } = struct.id
  if (struct.length < 1 || !Number.isSafeInteger(clock + struct.length)) return false
  if (!(struct instanceof Y.Item)) return true
  return neighboursOf(struct).every(id => id.client !== client || id.clock < clock)
}

/** What a struct, as it was read, says that it lies beside or in. */
export function neighboursOf(struct: Claim['structs'][number]): Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const named: unknown[] = [struct.origin, struct.rightOrigin, struct.parent]
  return named.filter(id => id instanceof Y.ID)
}

function isSoundDelete({ clock, len }: { clock: number; len: number }): boolean {
  return len > 0 && Number.isSafeInteger(clock + len)
}

function allDeletes(deleted: Claim['deleted']) {
  return [...deleted.values()].flat()
}

/**
 * Whether the document holds all of this already, deletions included. Stock clients answer every step 1 with a step 2,
 * readers too, so a frame that adds nothing is no attempt to write. Costs as much as the frame is long, not the map.
 */
export function addsNothing(doc: Y.Doc, claim: Claim): boolean {
  return hasStructs(doc, claim) && [...claim.deleted].every(([client, ranges]) => hasDeletes(doc, client, ranges))
}

/** Whether every struct of the claim is in the document. */
export function hasStructs(doc: Y.Doc, { structs }: Claim): boolean {
  return structs.every(
    struct => struct instanceof Y.Skip || struct.id.clock + struct.length <= Y.getState(doc.store, struct.id.client),
  )
}

/**
 * Whether everything in it builds on what the document or the claim itself holds, so that nothing of it would have to
 * wait. Yjs would take in the part that fits, and that part would go to the log though the frame was not taken.
 */
export function isWhole(doc: Y.Doc, { structs, deleted }: Claim): boolean {
  const ends = new Map<number, number>()
  const endOf = (client: number) => ends.get(client) ?? Y.getState(doc.store, client)
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (struct instanceof Y.Skip) continue
    if (clock > endOf(client)) return false
    ends.set(client, Math.max(endOf(client), clock + struct.length))
  }
  return (
    structs.every(struct => neighboursOf(struct).every(({ client, clock }) => clock < endOf(client))) &&
    [...deleted].every(([client, ranges]) => ranges.every(({ clock, len }) => clock + len <= endOf(client)))
  )
}

/**
 * The update without what the document holds already. Yjs looks at the neighbours of known items too, and divides
 * what lies there: with other neighbours than the true ones that would change the document without a word, because
 * half a character made of two is none.
 */
export function onlyNew(doc: Y.Doc, update: Uint8Array, claim: Claim): { update: Uint8Array; claim: Claim } {
  const isNew = claim.structs.every(({ id }) => id.clock >= Y.getState(doc.store, id.client))
  if (isNew) return { update, claim }
  const rest = Y.diffUpdate(update, Y.encodeStateVector(doc))
  return { update: rest, claim: readClaim(rest) ?? claim }
}

/** Under which client ids the claim brings something that the document does not hold. Deletions have none. */
export function newClients(doc: Y.Doc, { structs }: Claim): Set<number> {
  const fresh = structs.filter(
    struct => !(struct instanceof Y.Skip) && struct.id.clock + struct.length > Y.getState(doc.store, struct.id.client),
  )
  return new Set(fresh.map(struct => struct.id.client))
}

/** Whether all of this is in the document and deleted. */
export function hasDeletes(doc: Y.Doc, client: number, ranges: readonly { clock: number; len: number }[]): boolean {
  const structs = doc.store.clients.get(client) ?? []
  const state = Y.getState(doc.store, client)
  return ranges.every(({ clock, len }) => {
    if (clock + len > state) return false
    for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
      const struct = structs[at]
      if (!struct || struct.id.clock >= clock + len) break
      if (!struct.deleted) return false
    }
    return true
  })
}
