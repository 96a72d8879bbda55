import type { ColumnMapping } from '#shared/formats/csv/columns.ts'
import type { ImportChoices } from '#shared/formats/csv/mapping.ts'
import type { ImportPreview } from '#shared/formats/csv/preview.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { ImportTable, type LeftOut, type Opened, type OpenedMap, type Suggested } from './ImportTable.ts'

/** What the dialog asks of the worker, each with the form of its answer. One worker holds one file. */
export type Work = {
  open: {
    ask: { bytes: Uint8Array; fileName: string; existing: MapDocument; today: string }
    answer: Opened | OpenedMap | string
  }
  /** The same workbook at another sheet. */
  sheet: { ask: { sheet: string }; answer: Opened | OpenedMap | string }
  suggest: { ask: { columns: ColumnMapping; before: ImportChoices | null }; answer: Suggested }
  score: { ask: { columns: ColumnMapping; good: 'high' | 'low' }; answer: ImportChoices['score'] }
  preview: { ask: { choices: ImportChoices }; answer: ImportPreview }
  leftOut: { ask: { choices: ImportChoices }; answer: LeftOut[] }
}

export type Wish = { [K in keyof Work]: { number: number; what: K } & Work[K]['ask'] }[keyof Work]
/** An answer, or how many rows are done on the way to it. */
export type Reply = { number: number; answer: Work[keyof Work]['answer'] } | { number: number; rows: number }

let file: Work['open']['ask'] | null = null
let table: ImportTable | null = null

/** Does one thing with the file; only `open` may come before there is one. */
export async function work(wish: Wish, onRows: (done: number) => void): Promise<Work[keyof Work]['answer']> {
  if (wish.what === 'open') {
    file = wish
    return read(file, '')
  }
  if (!file || !table) throw new Error('A file has to be opened first')
  switch (wish.what) {
    case 'sheet':
      return read(file, wish.sheet)
    case 'suggest':
      return table.suggested(wish.columns, wish.before)
    case 'score':
      return table.score(wish.columns, wish.good)
    case 'preview':
      return table.preview(wish.choices, onRows)
    case 'leftOut':
      return table.leftOut(wish.choices)
  }
}

/** A sheet that can't be read leaves the one before open. */
async function read({ bytes, fileName, existing, today }: Work['open']['ask'], sheet: string) {
  const opened = await ImportTable.read(bytes, fileName, existing, today, sheet)
  if (!(opened instanceof ImportTable)) return opened
  table = opened
  return opened.opened()
}
