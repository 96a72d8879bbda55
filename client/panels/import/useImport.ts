import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { ColumnMapping } from '#shared/formats/csv/columns.ts'
import type { ImportChoices } from '#shared/formats/csv/mapping.ts'
import { api } from '../../api/api.ts'
import { noteImport, putBackImport, takeBackImport } from '../../commands/imports.ts'
import { type OpenMap, useOpenMap } from '../../store/MapContext.tsx'
import { Importer } from './Importer.ts'
import type { LeftOut } from './ImportTable.ts'
import { rememberChoices, rememberedChoices } from './remembered.ts'
import { type Event, type ImportReport, next, START, type Wizard } from './wizard.ts'

const TOO_LARGE = 'This file could not be read. It may be too large for this browser; try with a part of it.'

export type Import = {
  wizard: Wizard
  read(file: File): void
  /** Takes columns for something else; what was chosen for values stays where it can. */
  setColumns(columns: ColumnMapping): void
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
    importer.current?.ask('preview', { choices }).then(
      preview => left || tell({ is: 'previewed', preview }),
      () => left || tell({ is: 'failed', problem: TOO_LARGE }),
    )
    return () => {
      left = true
    }
  }, [isPreviewing, choices])

  return {
    wizard,
    read,
    async leftOut() {
      return (choices && (await importer.current?.ask('leftOut', { choices }))) ?? []
    },
    async setColumns(columns) {
      if (!choices) return
      tell({ is: 'chosen', choices: { ...choices, columns } })
      const suggested = await importer.current?.ask('suggest', { columns, before: choices })
      if (suggested) tell({ is: 'suggested', ...suggested, choices: withOwnSource(suggested.choices, choices) })
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
      if (current.step !== 'preview' || !current.preview) return
      sending.current = new AbortController()
      void send(open, current, sending.current.signal, tell)
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
    const before = rememberedChoices(opened.key)
    const suggested = await importer.ask('suggest', { columns: before?.columns ?? opened.matched, before })
    tell({ is: 'opened', file, opened, remembered: before !== null, ...suggested })
  } catch {
    tell({ is: 'failed', problem: TOO_LARGE })
  }
}

async function send(
  open: OpenMap,
  { file, opened, choices }: Wizard & { step: 'preview' },
  signal: AbortSignal,
  tell: (event: Event) => void,
): Promise<void> {
  tell({ is: 'sending', sent: 0 })
  rememberChoices(opened.key, choices)
  const answer = await api(open.token).importFile<ImportReport>(open.id, file, {
    format: 'csv',
    choices,
    signal,
    onProgress: sent => tell({ is: 'sending', sent }),
  })
  if (!answer.ok) {
    tell({ is: 'failed', problem: answer.message })
    return
  }
  if (answer.value.import !== null) noteImport(open, answer.value.import)
  tell({ is: 'done', report: answer.value })
}
