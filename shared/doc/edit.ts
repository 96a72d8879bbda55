import type * as Y from 'yjs'
import type { KindName } from '../model/kindNames.ts'
import type { Change } from './change.ts'
import { Orders } from './Orders.ts'
import { GONE, ORDER } from './roots.ts'
import { writeFields, writeMember, writeRecord, writeTyping } from './stored.ts'

/** Who edits, and when (epoch milliseconds): both stand in what marks a record as deleted. */
export type EditBy = {
  person: string
  now: number
  /** The origin that this person's undo stack listens to; left out where no undo is kept. */
  undo?: object
}

/**
 * Writes changes into the document: the only way in which anything is written.
 *
 * One edit is one transaction, and so one undo step, with one exception: records that are added with an
 * undo are first written as deleted, in a transaction that no undo stack sees, and the edit itself then
 * takes that mark away. So undoing an addition only puts the mark back, and what colleagues wrote into the
 * record meanwhile is still there when it returns. (Removing the key would lose it for good.)
 *
 * Changes to records that no longer exist do nothing.
 */
export function edit(doc: Y.Doc, changes: readonly Change[], by: EditBy): void {
  const gone = [by.person, by.now]
  const additions = changes.filter(change => change.do === 'add')
  const orders = new EditOrders(doc, additions)

  const addAll = () => {
    orders.placeAdditions()
    for (const { kind, record } of additions) {
      writeRecord(doc, kind, record, orders.of(kind, record.id))
      if (by.undo) writeMember(doc, kind, record.id, GONE, gone)
    }
  }

  if (by.undo && additions.length > 0) doc.transact(addAll)
  doc.transact(() => {
    if (!by.undo) addAll()
    for (const change of changes) {
      switch (change.do) {
        case 'add':
          if (by.undo) writeMember(doc, change.kind, change.record.id, GONE, undefined)
          break
        case 'set':
          writeFields(doc, change.kind, change.id, change.fields)
          break
        case 'type':
          writeTyping(doc, change.kind, change.id, change.field, change.from, change.to)
          break
        case 'move':
          orders.move(change.kind, change.id, change.before)
          break
        case 'remove':
          writeMember(doc, change.kind, change.id, GONE, gone)
          break
        case 'restore':
          writeMember(doc, change.kind, change.id, GONE, undefined)
          break
        default:
          change satisfies never
      }
    }
  }, by.undo)
}

type Addition = Extract<Change, { do: 'add' }>

/** The order keys that one edit gives out: those of added records are written with the record itself. */
class EditOrders {
  private readonly doc: Y.Doc
  private readonly additions: readonly Addition[]
  private readonly kinds = new Map<KindName, Orders>()
  private readonly added = new Map<string, string>()

  constructor(doc: Y.Doc, additions: readonly Addition[]) {
    this.doc = doc
    this.additions = additions
    for (const { kind, record } of additions) this.added.set(`${kind} ${record.id}`, '')
  }

  /** Additions of one kind to one place get their keys together, so that thousands of them take one go. */
  placeAdditions(): void {
    const runs = new Map<string, { kind: KindName; before: string | null; ids: string[] }>()
    for (const { kind, before = null, record } of this.additions) {
      const run = runs.get(`${kind} ${before}`) ?? { kind, before, ids: [] }
      run.ids.push(record.id)
      runs.set(`${kind} ${before}`, run)
    }
    for (const run of runs.values()) this.ordersOf(run.kind).place(run.ids, run.before)
  }

  of(kind: KindName, id: string): string {
    return this.added.get(`${kind} ${id}`) ?? ''
  }

  move(kind: KindName, id: string, before: string | null): void {
    this.ordersOf(kind).place([id], before)
  }

  private ordersOf(kind: KindName): Orders {
    const known = this.kinds.get(kind)
    if (known) return known
    const orders = new Orders(this.doc, kind, (id, order) => {
      // Not yet written records take their key along; all others are there already.
      if (this.added.get(`${kind} ${id}`) === '') this.added.set(`${kind} ${id}`, order)
      else writeMember(this.doc, kind, id, ORDER, order)
    })
    this.kinds.set(kind, orders)
    return orders
  }
}
