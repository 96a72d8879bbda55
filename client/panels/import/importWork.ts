import type { ColumnMapping } from '#shared/formats/csv/columns.ts'
import type { ImportChoices } from '#shared/formats/csv/mapping.ts'
import type { ImportPreview } from '#shared/formats/csv/preview.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { ImportTable, type LeftOut, type Opened, type Suggested } from './ImportTable.ts'

/** What the dialog asks of the worker, each with the form of its answer. One worker holds one file. */
export type Work = {
  open: { ask: { bytes: Uint8Array; fileName: string; existing: MapDocument; today: string }; answer: Opened | string }
  suggest: { ask: { columns: ColumnMapping; before: ImportChoices | null }; answer: Suggested }
  score: { ask: { columns: ColumnMapping; good: 'high' | 'low' }; answer: ImportChoices['score'] }
  preview: { ask: { choices: ImportChoices }; answer: ImportPreview }
  leftOut: { ask: { choices: ImportChoices }; answer: LeftOut[] }
}

export type Wish = { [K in keyof Work]: { number: number; what: K } & Work[K]['ask'] }[keyof Work]
export type Reply = { number: number; answer: Work[keyof Work]['answer'] }

let table: ImportTable | null = null

/** Does one thing with the file; only `open` may come before there is one. */
export function work(wish: Wish): Work[keyof Work]['answer'] {
  if (wish.what === 'open') {
    const read = ImportTable.read(wish.bytes, wish.fileName, wish.existing, wish.today)
    if (typeof read === 'string') return read
    table = read
    return table.opened()
  }
  if (!table) throw new Error('A file has to be opened first')
  switch (wish.what) {
    case 'suggest':
      return table.suggested(wish.columns, wish.before)
    case 'score':
      return table.score(wish.columns, wish.good)
    case 'preview':
      return table.preview(wish.choices)
    case 'leftOut':
      return table.leftOut(wish.choices)
  }
}
