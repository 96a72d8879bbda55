import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { ColumnMapping } from '#shared/formats/csv/columns.ts'
import type { ImportChoices } from '#shared/formats/csv/mapping.ts'
import { api, type ImportWish } from '../../api/api.ts'
import { noteImport } from '../../commands/imports.ts'
import { putBackImport, takeBackImport } from '../../commands/takeBackImport.ts'
import { type OpenMap, useOpenMap } from '../../store/MapContext.tsx'
import { toast } from '../../ui/toast.ts'
import { Importer } from './Importer.ts'
import type { LeftOut, Opened } from './ImportTable.ts'
import { rememberChoices, rememberedChoices } from './remembered.ts'
import { type Event, type ImportReport, next, START, type Wizard } from './wizard.ts'

const TOO_LARGE = 'This file could not be read. It may be too large for this browser; try with a part of it.'

export type Import = {
  wizard: Wizard
  read(file: File): void
  /** Stops reading, and asks for another file. */
  stop(): void
  /** Takes columns for something else; what was chosen for values stays where it can. */
  setColumns(columns: ColumnMapping): void
  /** Opens another sheet of the workbook. */
  setSheet(sheet: string): void
  setGoodEnd(good: 'high' | 'low'): void
  choose(choices: ImportChoices): void
  go(to: 'columns' | 'values' | 'preview'): void
  send(): void
  cancel(): void
  takeBack(): void
  putBack(): void
  /** Every row that would not come in, for a file of its own. */
  leftOut(): Promise<readonly LeftOut[]>
}

/** One import from its file to the map: the steps of the dialog, the worker that reads, and the server that writes. */
export function useImport(given: File | null): Import {
  const open = useOpenMap()
  const [wizard, tell] = useReducer(next, START)
  const importer = useRef<Importer | null>(null)
  const sending = useRef<AbortController | null>(null)
  const now = useRef(wizard)
  useEffect(() => {
    now.current = wizard
  })

  const read = useCallback(
    (file: File) => {
      importer.current?.close()
      importer.current = new Importer()
      void readFile(open, importer.current, file, tell)
    },
    [open],
  )
  useEffect(() => {
    if (given) read(given)
    return () => {
      importer.current?.close()
      importer.current = null
      sending.current?.abort()
    }
  }, [given, read])

  const isPreviewing = wizard.step === 'preview' && wizard.preview === null
  const choices = 'choices' in wizard ? wizard.choices : null
  useEffect(() => {
    if (!isPreviewing || !choices) return
    let left = false
    const onRows = (rows: number) => left || tell({ is: 'previewing', rows })
    importer.current?.ask('preview', { choices }, onRows).then(
      preview => left || tell({ is: 'previewed', preview }),
      () => left || tell({ is: 'failed', problem: TOO_LARGE }),
    )
    return () => {
      left = true
    }
  }, [isPreviewing, choices])

  // What adding a map would come to only the server knows.
  const file = wizard.step === 'map' ? wizard.file : null
  useEffect(() => {
    if (!file) return
    const asking = new AbortController()
    const wish = { format: 'json', preview: true, signal: asking.signal } as const
    void api(open.token)
      .importFile<ImportReport>(open.id, file, wish)
      .then(answer => {
        if (asking.signal.aborted) return
        tell(answer.ok ? { is: 'map previewed', report: answer.value } : { is: 'failed', problem: answer.message })
      })
    return () => asking.abort()
  }, [open, file])

  return {
    wizard,
    read,
    stop() {
      importer.current?.close()
      importer.current = null
      tell({ is: 'refused', problem: null })
    },
    async leftOut() {
      return (choices && (await importer.current?.ask('leftOut', { choices }))) ?? []
    },
    async setColumns(columns) {
      if (!choices) return
      tell({ is: 'chosen', choices: { ...choices, columns } })
      const suggested = await importer.current?.ask('suggest', { columns, before: choices })
      if (suggested) tell({ is: 'suggested', ...suggested, choices: withOwnSource(suggested.choices, choices) })
    },
    async setSheet(sheet) {
      const { current } = now
      if (current.step !== 'columns' || !importer.current) return
      const opened = await importer.current.ask('sheet', { sheet })
      if (typeof opened === 'string') toast(opened, { tone: 'error' })
      else if (!('is' in opened)) await choose(importer.current, current.file, opened, tell)
    },
    async setGoodEnd(good) {
      if (!choices) return
      const score = await importer.current?.ask('score', { columns: choices.columns, good })
      if (score) tell({ is: 'chosen', choices: { ...choices, score: { ...score, rates: choices.score.rates } } })
    },
    choose: chosen => tell({ is: 'chosen', choices: chosen }),
    go: to => tell({ is: 'went', to }),
    send() {
      const { current } = now
      sending.current = new AbortController()
      if (current.step === 'map') void send(open, current.file, { format: 'json' }, sending.current.signal, tell)
      if (current.step !== 'preview' || !current.preview) return
      const { file, opened, choices } = current
      rememberChoices(opened.key, opened.format, choices)
      void send(open, file, { format: opened.format, choices }, sending.current.signal, tell)
    },
    cancel: () => sending.current?.abort(),
    async takeBack() {
      if (wizard.step !== 'done' || wizard.report.import === null) return
      if (await takeBackImport(open, wizard.report.import)) tell({ is: 'taken back' })
    },
    async putBack() {
      if (wizard.step !== 'done' || wizard.report.import === null) return
      const id = await putBackImport(open, wizard.report.import)
      if (id !== null) tell({ is: 'put back', id })
    },
  }
}

/** The name that somebody gave to the source of this file stays; only for another file it would say nothing. */
function withOwnSource(choices: ImportChoices, before: ImportChoices): ImportChoices {
  const own = before.sources.find(({ value }) => value === '')
  return own ? { ...choices, sources: choices.sources.map(entry => (entry.value === '' ? own : entry)) } : choices
}

async function readFile(open: OpenMap, importer: Importer, file: File, tell: (event: Event) => void): Promise<void> {
  tell({ is: 'reading', name: file.name })
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const existing = open.map.getState().map
    const today = new Date().toISOString().slice(0, 10)
    const opened = await importer.ask('open', { bytes, fileName: file.name, existing, today })
    if (typeof opened === 'string') {
      tell({ is: 'refused', problem: opened })
      return
    }
    if ('is' in opened) tell({ is: 'map', file })
    else await choose(importer, file, opened, tell)
  } catch {
    tell({ is: 'failed', problem: TOO_LARGE })
  }
}

/** Suggests what to do with a file that is open, as the last time where its like was there before. */
async function choose(importer: Importer, file: File, opened: Opened, tell: (event: Event) => void): Promise<void> {
  const before = rememberedChoices(opened.key)
  const suggested = await importer.ask('suggest', { columns: before?.columns ?? opened.matched, before })
  tell({ is: 'opened', file, opened, remembered: before !== null, ...suggested })
}

async function send(
  open: OpenMap,
  file: File,
  wish: Pick<ImportWish, 'format' | 'choices'>,
  signal: AbortSignal,
  tell: (event: Event) => void,
): Promise<void> {
  tell({ is: 'sending', sent: 0 })
  const onProgress = (sent: number) => tell({ is: 'sending', sent })
  const answer = await api(open.token).importFile<ImportReport>(open.id, file, { ...wish, signal, onProgress })
  if (!answer.ok) {
    tell({ is: 'failed', problem: answer.message })
    return
  }
  if (answer.value.import !== null) noteImport(open, answer.value.import)
  tell({ is: 'done', report: answer.value })
}
