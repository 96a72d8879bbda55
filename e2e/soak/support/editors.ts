import type * as Y from 'yjs'
import type { MadeMap } from '../../fixtures/api.ts'
import type { KillableServer } from './KillableServer.ts'
import { contentOf, marksOf, StockEditor } from './StockEditor.ts'

/** Edits that the server has confirmed, all people together. */
export const confirmed = (editors: readonly StockEditor[]) => editors.reduce((sum, editor) => sum + editor.confirmed, 0)

export async function allSaved(editors: readonly StockEditor[]): Promise<void> {
  for (const editor of editors) await editor.until(() => editor.confirmed === editor.made)
}

/** Throws when something is not on disk that was confirmed to its author, or that anybody else was shown. */
export function check(disk: Y.Doc, editors: readonly StockEditor[]): void {
  const written = marksOf(disk)
  for (const editor of editors) {
    const unkept = editor.saved.find(mark => !written.has(mark))
    if (unkept) throw new Error(`${unkept} was confirmed to its author and is not on disk.`)
    const unwritten = [...marksOf(editor.doc)].find(mark => !mark.startsWith(`${editor.name}:`) && !written.has(mark))
    if (unwritten) throw new Error(`${unwritten} was shown to ${editor.name} and is not on disk.`)
  }
}

/** Lets everybody catch up, and throws when they and somebody who comes new do not have the same. */
export async function compare(editors: readonly StockEditor[], server: KillableServer, map: MadeMap): Promise<void> {
  await allSaved(editors)
  const total = editors.reduce((sum, { made }) => sum + made, 0)
  const visitor = new StockEditor('visitor', server.address, map.id, map.links.viewer.token)
  try {
    for (const editor of [...editors, visitor]) await editor.until(() => marksOf(editor.doc).size === total)
    for (const editor of editors) {
      if (contentOf(editor.doc) !== contentOf(visitor.doc)) throw new Error(`${editor.name} has another document.`)
    }
  } finally {
    visitor.leave()
  }
}
