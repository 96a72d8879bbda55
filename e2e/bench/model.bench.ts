import { mirrorMap } from '../../client/store/MapMirror.ts'
import type { Row } from '../../scripts/bench.ts'
import { set } from '../../shared/doc/change.ts'
import { edit } from '../../shared/doc/edit.ts'
import { decodeDoc, encodeDoc } from '../../shared/doc/encode.ts'
import { readMap } from '../../shared/doc/read.ts'
import { seed } from '../../shared/doc/seed.ts'
import { buildEvidence } from '../../shared/model/evidence/EvidenceIndex.ts'
import { mend } from '../../shared/model/mend.ts'
import { bestAndMedian, bytes, timed } from './support/figures.ts'
import { largeMap } from './support/largeMap.ts'

const RUNS = 9
const TOUCHPOINTS = 1_000
const QUOTES = 20_000
const CUSTOMERS = 5_000
const TODAY = '2026-01-15'
const BY = { person: 'bench', now: 0 }

export const name = `Model: ${TOUCHPOINTS} touchpoints, ${QUOTES} quotes of ${CUSTOMERS} customers`

export async function run(): Promise<readonly Row[]> {
  const map = largeMap(TOUCHPOINTS, QUOTES, CUSTOMERS)
  const doc = seed(map, BY)
  const encoded = encodeDoc(doc)
  const read = readMap(doc)
  const rows: Row[] = [
    await row('seed: write the map into a new document', () => seed(map, BY)),
    { ...(await row('encode the document', () => encodeDoc(doc))), size: bytes(encoded.byteLength) },
    await row('decode the document', () => decodeDoc(encoded)),
    await row('readMap: the whole document as records', () => readMap(doc)),
    await row('mend: nothing to mend', () => mend(read)),
    await row('mend: a stage was deleted', () => mend({ ...read, stages: read.stages.slice(1) })),
    await row('buildEvidence: ask for every card', () => askForEveryCard(buildEvidence(read, TODAY), read)),
    await row('mirrorMap: first view', () => mirrorMap(doc).stop()),
  ]
  return [...rows, ...(await refreshing(decodeDoc(encoded)))]
}

async function row(what: string, work: () => unknown): Promise<Row> {
  const runs: number[] = []
  await work()
  for (let run = 0; run < RUNS; run += 1) runs.push((await timed(work)).ms)
  return { what, ...bestAndMedian(runs) }
}

/** What a browser does for each edit that it makes or hears of, up to what the views ask for next. */
async function refreshing(doc: ReturnType<typeof seed>): Promise<Row[]> {
  const mirror = mirrorMap(doc)
  askForEveryCard(mirror.store.getState().evidence, mirror.store.getState().map)
  let edits = 0
  const changed = async (change: () => void) => {
    const before = mirror.store.getState()
    change()
    await null
    if (mirror.store.getState() === before) throw new Error('The mirror did not follow the edit.')
  }
  const move = () =>
    changed(() => {
      edits += 1
      edit(doc, [set('touchpoints', 't1', { x: edits, y: 0 })], BY)
    })
  const place = () =>
    changed(() => {
      edits += 1
      edit(doc, [set('quotes', 'q1', { touchpoint: `t${edits % TOUCHPOINTS}` })], BY)
    })
  const rows = [
    await row('mirror: a card was moved', move),
    await row('mirror: a quote was placed', place),
    await row('mirror: a quote was placed, evidence of every card asked for', async () => {
      await place()
      const { map, evidence } = mirror.store.getState()
      askForEveryCard(evidence, map)
    }),
  ]
  mirror.stop()
  return rows
}

function askForEveryCard(evidence: ReturnType<typeof buildEvidence>, map: ReturnType<typeof readMap>): number {
  let sum = 0
  for (const { id } of map.touchpoints) {
    sum += evidence.heard(id) + evidence.cardQuotes(id).length + (evidence.heardFeeling(id)?.median ?? 0)
    const assumption = evidence.assumptionAbout(id)
    if (assumption) sum += evidence.tally(assumption.id).supports
  }
  return sum
}
