import { useState } from 'react'
import { api } from '../api/api.ts'
import type { Answer } from '../api/failure.ts'
import { handOver, takeOver } from '../api/handover.ts'
import { askToKeep } from '../api/keepLink.ts'
import { rememberToken } from '../api/tokens.ts'
import type { CreatedMap, TemplateName } from '../api/types.ts'
import { navigate } from '../ui/history.ts'
import { sortFile, titleFrom } from './HomeFile.ts'

/** Refusals of a map document for what stands in it. */
const MAP_CODES: ReadonlySet<string> = new Set(['bad_document', 'duplicate_id'])
const AGAIN = 'Export the map again and use that file.'

/** `storyline`: the sample, as it is presented. */
export type Beginning = 'sample' | 'storyline' | TemplateName

export type HomeState =
  | { state: 'idle' }
  | { state: 'creating'; from: Beginning }
  /** `sent`: 0…1, how much of the file is with the server; null while it stays here. */
  | { state: 'opening'; name: string; sent: number | null }
  | { state: 'failed'; sentence: string }

/** Ways into a map from the first page. Each leads to the new map's page, or ends in a sentence. */
export function useHomeStart() {
  const [state, setState] = useState<HomeState>({ state: 'idle' })
  const isBusy = state.state === 'creating' || state.state === 'opening'

  const go = (answer: Answer<CreatedMap>, keepsLink = true, view = ''): boolean => {
    if (!answer.ok) {
      setState({
        state: 'failed',
        sentence: MAP_CODES.has(answer.code) ? `${answer.message} ${AGAIN}` : answer.message,
      })
      return false
    }
    const { id, links } = answer.value
    const { token, url } = links.facilitator
    // Stored here, so that the token never stands in the address bar.
    rememberToken(id, token, Date.now())
    if (keepsLink) askToKeep(id, url)
    navigate(`/m/${id}${view}`)
    return true
  }

  const begin = async (from: Beginning) => {
    if (isBusy) return
    setState({ state: 'creating', from })
    // Whoever tries the sample has nothing to lose yet.
    if (from === 'sample') go(await api().createMap({ sample: true }), false)
    else if (from === 'storyline') go(await api().createMap({ sample: true }), false, '/present')
    else go(await api().createMap({ template: from }))
  }

  const open = async (file: File) => {
    if (isBusy) return
    const onProgress = (sent: number | null) => setState({ state: 'opening', name: file.name, sent })
    onProgress(null)
    const sorted = await sortFile(file)
    switch (sorted.kind) {
      case 'refused':
        setState({ state: 'failed', sentence: sorted.sentence })
        return
      case 'json':
        go(await api().openJson(file, onProgress))
        return
      case 'png':
        go(await api().openPng(file, onProgress))
        return
      case 'table':
        handOver(file)
        if (!go(await api().createMap({ title: titleFrom(file.name) }))) takeOver()
    }
  }

  return { state, isBusy, begin, open }
}
