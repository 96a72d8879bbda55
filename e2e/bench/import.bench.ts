import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Row } from '../../scripts/bench.ts'
import { projectRoot, say } from '../../scripts/run.ts'
import { encodeDoc } from '../../shared/doc/encode.ts'
import { type MadeMap, makeMap } from '../fixtures/api.ts'
import { stockClient, synced } from '../fixtures/stockClient.ts'
import { bestAndMedian, bytes, timed } from './support/figures.ts'
import type { RunningServer } from './support/RunningServer.ts'
import { describeDisk, withOurServer } from './support/withOurServer.ts'

const RUNS = 5
/** Real quotes, which lie beside the project and are not part of it. */
const FILE = join(projectRoot, '../shared/data/voices/nhs_ambulance_mapped.csv')

export const name = 'Import: a table of 3,421 real quotes over HTTP into a new map, and out again'

export async function run(): Promise<readonly Row[]> {
  if (!existsSync(FILE)) {
    say(`skipped: ${FILE} is not there`)
    return []
  }
  const csv = await readFile(FILE, 'utf8')
  say(`${RUNS} runs; ${await describeDisk()}`)
  return withOurServer(async server => {
    const imports: number[] = []
    let map: MadeMap | null = null
    let quotes = 0
    // The first one warms up what a server that has run for a while has warm, and is not counted.
    for (let run = 0; run <= RUNS; run += 1) {
      const into = await makeMap(server.address, { title: 'Ambulance' })
      const { ms, value } = await timed(() => addTable(server, into, csv))
      if (run > 0) imports.push(ms)
      quotes = value
      map = into
    }
    if (map === null) return []
    const json = await exporting(server, map, 'json')
    const png = await exporting(server, map, 'png')
    return [
      { what: `import ${quotes} quotes`, ...bestAndMedian(imports), size: bytes(Buffer.byteLength(csv)) },
      { what: 'the document, encoded', size: bytes(await encodedSize(server, map)) },
      { what: 'export as JSON', ...bestAndMedian(json.runs), size: bytes(json.size) },
      { what: 'export as PNG', ...bestAndMedian(png.runs), size: bytes(png.size) },
    ]
  })
}

/** Answers how many quotes came in. */
async function addTable({ address }: RunningServer, { id, links }: MadeMap, csv: string): Promise<number> {
  const response = await fetch(`${address}/api/maps/${id}/import?format=csv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${links.editor.token}`, 'content-type': 'text/csv' },
    body: csv,
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  const { added } = (await response.json()) as { added: number }
  return added
}

async function exporting({ address }: RunningServer, { id, links }: MadeMap, format: string) {
  const runs: number[] = []
  let size = 0
  for (let run = 0; run < RUNS; run += 1) {
    const { ms, value } = await timed(async () => {
      const response = await fetch(`${address}/api/maps/${id}/export/${format}`, {
        headers: { authorization: `Bearer ${links.viewer.token}` },
      })
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
      return (await response.arrayBuffer()).byteLength
    })
    runs.push(ms)
    size = value
  }
  return { runs, size }
}

async function encodedSize({ address }: RunningServer, { id, links }: MadeMap): Promise<number> {
  const { doc, provider } = stockClient(address, id, links.viewer.token)
  await synced(provider)
  provider.destroy()
  const size = encodeDoc(doc).byteLength
  // Its awareness has a clock that would keep this process alive.
  doc.destroy()
  return size
}
