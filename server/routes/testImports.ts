import { expect } from 'vitest'
import { edit } from '#shared/doc/edit.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import type { Made, testServer } from './testServer.ts'

/** What an import answers. */
export type Answer = {
  import: string | null
  added: number
  duplicates: number
  duplicateRows: { row: number; reason: string }[]
  skipped: { row: number; reason: string }[]
  redacted: number
  columns: { name: string; role: string | null }[]
  counts: Record<string, number>
}

/** What tests of imports do with a map, on the server that there is by then. */
export function testImports(server: () => Awaited<ReturnType<typeof testServer>>) {
  async function importing(
    { id, links }: Made,
    body: string | FormData,
    query = '',
    type = 'text/csv',
  ): Promise<Answer> {
    const options = { token: links.editor.token, body, ...(typeof body === 'string' ? { type } : {}) }
    const response = await server().ask('POST', `/api/maps/${id}/import?format=csv${query}`, options)
    expect(response.status, await response.clone().text()).toBe(200)
    return response.json() as Promise<Answer>
  }

  async function takingBack({ id, links }: Made, entry: string | null): Promise<{ removed: number; kept: unknown[] }> {
    const response = await server().ask('DELETE', `/api/maps/${id}/imports/${entry}`, { token: links.editor.token })
    expect(response.status).toBe(200)
    return response.json() as Promise<{ removed: number; kept: unknown[] }>
  }

  async function exported({ id, links }: Made, query = ''): Promise<string> {
    const response = await server().ask('GET', `/api/maps/${id}/export/json${query}`, { token: links.editor.token })
    return response.text()
  }

  async function mapOf(made: Made, query = ''): Promise<MapDocument> {
    return JSON.parse(await exported(made, query)) as MapDocument
  }

  function edited({ id }: Made, ...changes: Parameters<typeof edit>[1]): Promise<number> {
    return server().deps.rooms.with(id, room => room.commit('', doc => edit(doc, changes, { person: '', now: 0 })))
  }

  return { importing, takingBack, exported, mapOf, edited }
}
