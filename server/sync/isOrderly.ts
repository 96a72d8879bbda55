import * as Y from 'yjs'
import { type Claim, hasDeletes } from './admit.ts'
import { ORDER_STEPS } from './limits.ts'

/** One sequence of items: a text, a list, or what lay one after the other under one key of a map. */
type Sequence = { readonly byClient: ReadonlyMap<number, readonly Y.Item[]> }
type Parent = Y.Item['parent']

/**
 * Whether every new item of a claim could have been written by some honest client. To be called after the claim was
 * applied, inside the same transaction, while its items are still whole.
 *
 * Yjs puts an item between the two that were its neighbours when it was written, and all copies agree on the order
 * however items arrive, as long as these were neighbours: between them nothing may lie that the author must have
 * known, which is what the author wrote before, the neighbours themselves, and what those were put between in turn.
 * Items that break this are put in one place here and in another by a client that learns of them in another order.
 * That the left neighbour comes before the right one is not enough.
 */
export function isOrderly(doc: Y.Doc, { structs }: Claim): boolean {
  const sequences = new Map<Parent, Map<string | null, Sequence>>()
  const budget = { steps: ORDER_STEPS }
  return structs.every(struct => {
    if (Y.getState(doc.store, struct.id.client) <= struct.id.clock) return true
    const item = structAt(doc, struct.id)
    if (!(item instanceof Y.Item)) return !(struct instanceof Y.Item) || isLostWithItsNeighbours(doc, struct)
    return (
      isOneValue(doc, item, struct.length) &&
      isBetweenItsNeighbours(doc, item, () => sequenceOf(item, sequences), budget)
    )
  })
}

/**
 * What lies under a key is one value. Of several in one item Yjs shows the last, but once the item is divided it
 * overlooks the others when it deletes what they lie in, and throws in whoever deletes that. Deleted values of one
 * client may well have grown together. The item may be divided already, so its length is that in the claim.
 */
function isOneValue(doc: Y.Doc, { parentSub, id: { client, clock } }: Y.Item, length: number): boolean {
  return parentSub === null || length === 1 || hasDeletes(doc, client, [{ clock, len: length }])
}

/**
 * An item in something that was deleted is let go of at once, and so were its neighbours. With one that still lives,
 * that one would be divided here, and nobody would be told why.
 */
function isLostWithItsNeighbours(doc: Y.Doc, { origin, rightOrigin }: Y.Item): boolean {
  return [origin, rightOrigin].every(id => id === null || structAt(doc, id) instanceof Y.GC)
}

function isBetweenItsNeighbours(
  doc: Y.Doc,
  item: Y.Item,
  sequence: () => Sequence,
  budget: { steps: number },
): boolean {
  const left = item.origin && structAt(doc, item.origin)
  const right = item.rightOrigin && structAt(doc, item.rightOrigin)
  let known: Map<number, number> | null = null
  let at = left instanceof Y.Item ? left.right : firstOf(item)
  for (; at !== null && at !== right; at = at.right) {
    budget.steps -= 1
    if (budget.steps < 0) return false
    if (at === item || isLaterOfSameClient(at, item)) continue
    known ??= knownTo(item, sequence())
    if (at.id.clock < (known.get(at.id.client) ?? 0)) return false
  }
  return at === right
}

function isLaterOfSameClient(other: Y.Item, { id }: Y.Item): boolean {
  return other.id.client === id.client && other.id.clock > id.clock
}

function structAt(doc: Y.Doc, { client, clock }: Y.ID): Y.Item | Y.GC | undefined {
  const structs = doc.store.clients.get(client) ?? []
  return structs[Y.findIndexSS(structs, clock)]
}

function firstOf({ parent, parentSub }: Y.Item): Y.Item | null {
  if (!(parent instanceof Y.AbstractType)) return null
  if (parentSub === null) return parent._start
  let first = parent._map.get(parentSub) ?? null
  while (first?.left) first = first.left
  return first
}

function sequenceOf(item: Y.Item, sequences: Map<Parent, Map<string | null, Sequence>>): Sequence {
  const ofParent = sequences.get(item.parent) ?? new Map<string | null, Sequence>()
  sequences.set(item.parent, ofParent)
  const sequence = ofParent.get(item.parentSub) ?? readSequence(item)
  ofParent.set(item.parentSub, sequence)
  return sequence
}

function readSequence(item: Y.Item): Sequence {
  const byClient = new Map<number, Y.Item[]>()
  for (let at = firstOf(item); at !== null; at = at.right) {
    const items = byClient.get(at.id.client)
    if (items) items.push(at)
    else byClient.set(at.id.client, [at])
  }
  for (const items of byClient.values()) items.sort((a, b) => a.id.clock - b.id.clock)
  return { byClient }
}

/** What of a sequence the author of an item must have known: for each client the clock below which that is all. */
function knownTo(item: Y.Item, { byClient }: Sequence): Map<number, number> {
  const known = new Map<number, number>()
  const done = new Map<number, number>()
  const grown: number[] = []
  const learn = (client: number, below: number) => {
    if (below <= (known.get(client) ?? 0)) return
    known.set(client, below)
    grown.push(client)
  }
  const learnNeighbours = ({ origin, rightOrigin }: Y.Item) => {
    for (const id of [origin, rightOrigin]) if (id) learn(id.client, id.clock + 1)
  }
  learn(item.id.client, item.id.clock)
  learnNeighbours(item)
  for (let client = grown.pop(); client !== undefined; client = grown.pop()) {
    const items = byClient.get(client) ?? []
    let index = done.get(client) ?? 0
    for (; index < items.length; index += 1) {
      const next = items[index]
      if (!next || next.id.clock >= (known.get(client) ?? 0)) break
      learnNeighbours(next)
    }
    done.set(client, index)
  }
  return known
}
