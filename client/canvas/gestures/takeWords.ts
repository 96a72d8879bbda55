import { cellAt, slotAt } from '#shared/model/layout/hit.ts'
import { readMe } from '../../api/me.ts'
import { pasteNotes } from '../../commands/clipboard.ts'
import { pasteText, type Target } from '../../commands/pastedText.ts'
import { selectedTarget } from '../../commands/targets.ts'
import { mayEdit } from '../../store/rights.ts'
import type { CanvasTools } from '../canvasState.ts'
import { addableCell, noteSpotAt } from './adding.ts'
import type { Point } from './drop.ts'

/** What the clipboard or a drag brings, in the two ways in which programs give words. */
export type Words = { readonly text: string; readonly html: string }

export function wordsIn(data: Pick<DataTransfer, 'getData'>): Words {
  return { text: data.getData('text/plain'), html: data.getData('text/html') }
}

type Tools = Pick<CanvasTools, 'open' | 'scene'>

/** The place in a stack of touchpoints at a point of the map, or null where none may be. */
export function targetAt({ scene }: Pick<Tools, 'scene'>, at: Point | null): Target | null {
  const { layout } = scene()
  const cell = at && addableCell(layout, at)
  if (at === null || cell?.holds !== 'touchpoints') return null
  return { stage: cell.stage, lane: cell.lane, before: slotAt(layout, at.x, at.y)?.before ?? null }
}

function author(): string {
  return readMe()?.name ?? ''
}

function takeText(tools: Tools, text: string, at: Point | null): boolean {
  const { open, scene } = tools
  const target = targetAt(tools, at)
  const isOutside = at && !cellAt(scene().layout, at.x, at.y) && open.view.getState().selected.length === 0
  const cell = at && addableCell(scene().layout, at)
  if (at && !target && (cell || isOutside)) {
    pasteNotes(open, [text], noteSpotAt(scene().layout, at), author())
    return true
  }
  const found = target ?? selectedTarget(open)
  return found !== null && pasteText(open, text, found) > 0
}

async function takeTable(tools: Tools, { text, html }: Words, at: Point | null): Promise<void> {
  const { open } = tools
  // Without the server this part may not be here; then the words come in as they are.
  const tables = await import('../../commands/pastedTable.ts').catch(() => null)
  if (!mayEdit(open)) return
  const fromHtml = tables?.rowsOfHtml(html) ?? []
  const table = tables?.sortTable(fromHtml.length > 0 ? fromHtml : tables.rowsOfText(text)) ?? null
  if (table?.kind === 'quotes') {
    open.view.setState({ importing: new File([table.csv], 'pasted table.csv', { type: 'text/csv' }), dialog: 'import' })
  } else if (table?.kind === 'notes') {
    const { layout } = tools.scene()
    const { x, y } = layout.bounds
    pasteNotes(open, table.texts, at ? noteSpotAt(layout, at) : { stage: null, lane: null, x, y }, author())
  } else takeText(tools, table?.text ?? text, at)
}

/**
 * Makes cards or notes of words from elsewhere, at a point of the map: lines become cards, a table a note for each of
 * its rows, and a table of quotes opens the import. Returns whether there was anything to take.
 */
export function takeWords(tools: Tools, words: Words, at: Point | null): boolean {
  if (words.text.trim() === '' && words.html.trim() === '') return false
  const isTable = /<table[\s>]/i.test(words.html) || words.text.includes('\t')
  if (!isTable) return words.text.trim() !== '' && takeText(tools, words.text, at)
  void takeTable(tools, words, at)
  return true
}
