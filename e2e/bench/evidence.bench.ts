import { loadavg } from 'node:os'
import { type MapView, mirrorMap } from '../../client/store/MapMirror.ts'
import { createViewStore } from '../../client/store/viewState.ts'
import type { Row } from '../../scripts/bench.ts'
import { say } from '../../scripts/run.ts'
import { add } from '../../shared/doc/change.ts'
import { edit } from '../../shared/doc/edit.ts'
import { seed } from '../../shared/doc/seed.ts'
import { matchColumns } from '../../shared/formats/csv/columns.ts'
import { planImport } from '../../shared/formats/csv/plan.ts'
import { previewKey } from '../../shared/formats/csv/preview.ts'
import { suggest } from '../../shared/formats/csv/suggest.ts'
import { readTable } from '../../shared/formats/csv/table.ts'
import { readWorkbook } from '../../shared/formats/xlsx/readWorkbook.ts'
import { workbookOf } from '../../shared/formats/xlsx/testWorkbook.ts'
import { buildEvidence } from '../../shared/model/evidence/EvidenceIndex.ts'
import { NO_FILTER } from '../../shared/model/evidence/filter.ts'
import { KINDS } from '../../shared/model/kinds.ts'
import { emptyMap, type MapDocument } from '../../shared/model/MapDocument.ts'
import { groupSimilar } from '../../shared/model/similar/groupSimilar.ts'
import { SimilarQuotes } from '../../shared/model/similar/SimilarQuotes.ts'
import { makeMap } from '../fixtures/api.ts'
import { bestAndMedian, bytes, median, ms, timed } from './support/figures.ts'
import { largeMap } from './support/largeMap.ts'
import { withOurServer } from './support/withOurServer.ts'

const RUNS = 9
const TOUCHPOINTS = 1_000
const QUOTES = 20_000
const CUSTOMERS = 5_000
const CLAIMED = 10_000
const TODAY = '2026-01-15'
const BY = { person: 'bench', now: 0 }

export const name = `Evidence: ${QUOTES} quotes of ${CUSTOMERS} customers on ${TOUCHPOINTS} touchpoints`

/** `at most` is what the product promises of the figure beside it. */
export async function run(): Promise<readonly Row[]> {
  say(
    `load average ${loadavg()
      .map(load => load.toFixed(1))
      .join(' ')}: on a busy machine compare the best ones`,
  )
  const map = largeMap(TOUCHPOINTS, QUOTES, CUSTOMERS)
  const csv = csvOf(map)
  return [...(await followed(map)), ...(await filtered(map)), ...(await imported(csv)), ...(await compared(map))]
}

/** `prepare` comes before each run and is not measured. */
async function row(
  what: string,
  work: (run: number) => unknown,
  atMost = '',
  runs = RUNS,
  prepare: () => unknown = () => {},
): Promise<Row> {
  const took: number[] = []
  const worked: number[] = []
  // The first one warms up what a page that has been open for a while has warm.
  for (let run = 0; run <= runs; run += 1) {
    prepare()
    const before = process.cpuUsage()
    const { ms } = await timed(() => work(run))
    const { user, system } = process.cpuUsage(before)
    if (run > 0) took.push(ms)
    if (run > 0) worked.push((user + system) / 1_000)
  }
  // What other programs take of the machine is in none but the first two.
  return { what, ...bestAndMedian(took), 'median of processor': ms(median(worked)), 'at most': atMost }
}

/** What a browser does when a quote comes and when somebody filters, with every number of the map asked for. */
async function followed(map: MapDocument): Promise<Row[]> {
  const doc = seed(map, BY)
  const person = createViewStore()
  const mirror = mirrorMap(doc, person)
  askForAll(mirror.store.getState())
  let number = 0
  const write = () => {
    number += 1
    const touchpoint = `t${number % TOUCHPOINTS}`
    const said = KINDS.quotes.make({
      id: `new-${number}`,
      text: 'Fine',
      customer: `c${number}`,
      touchpoint,
      feeling: 1,
    })
    const piece = KINDS.evidence.make({
      id: `new-e${number}`,
      claim: `a${number % TOUCHPOINTS}`,
      quote: said.id,
      stance: 'supports',
    })
    edit(doc, [add('quotes', said), add('evidence', piece)], BY)
  }
  const numbers = async () => {
    // The mirror follows the edit at the end of the turn, which is now.
    await null
    askForAll(mirror.store.getState())
  }
  const filtering = async (run: number) => {
    // Another filter each time: half of all words, then all of them again.
    const filter = run % 2 === 0 ? NO_FILTER : { ...NO_FILTER, from: `2025-0${2 + (run % 5)}-01` }
    person.setState({ filter })
    await null
    askForAll(mirror.store.getState())
  }
  const rows = [
    await row('one more quote: every number of the map again', numbers, ms(5), 20, write),
    await row(
      'the same by counting everything anew',
      () => askForAll({ map, evidence: buildEvidence(map, TODAY), filter: NO_FILTER }),
      '',
      5,
    ),
    await row('another filter: every number of the map again', filtering, ms(50), 10),
  ]
  mirror.stop()
  return rows
}

/** The same share of words by who said them and by how their claims stand: the second may not cost a multiple of the first. */
async function filtered(plain: MapDocument): Promise<Row[]> {
  const personas = [0, 1].map(at => KINDS.personas.make({ id: `p${at}` }))
  const customers = plain.customers.map((customer, at) => ({ ...customer, persona: `p${at % 2}` }))
  // From claims that nobody supports to those that ten customers do, some of them with as many against.
  const evidence = Array.from({ length: CLAIMED }, (_, at) => ({ at, claim: (at * 7) % TOUCHPOINTS }))
    .filter(({ at, claim }) => Math.floor(at / TOUCHPOINTS) <= claim % 10)
    .map(({ at, claim }) => {
      const stance =
        (Math.imul(at, 2_654_435_761) >>> 7) % 7 < claim % 7 ? ('contradicts' as const) : ('supports' as const)
      return KINDS.evidence.make({ id: `e${at}`, claim: `a${claim}`, quote: `q${at * 2}`, stance })
    })
  const person = createViewStore()
  const mirror = mirrorMap(seed({ ...plain, personas, customers, evidence }, BY), person)
  askForAll(mirror.store.getState())
  const by = (filters: readonly Partial<typeof NO_FILTER>[]) => async (run: number) => {
    person.setState({ filter: { ...NO_FILTER, ...filters[run % filters.length] } })
    await null
    askForAll(mirror.store.getState())
  }
  const whose = by([{ personas: ['p0'] }, { personas: ['p1'] }])
  const how = by([
    { states: ['single', 'heard', 'contested'] },
    { states: ['assumption', 'corroborated', 'overturned'] },
  ])
  const rows = [
    await row('a filter by persona', whose, ms(50), 10),
    await row('a filter by how claims stand', how, ms(50), 10),
  ]
  mirror.stop()
  return rows
}

function askForAll({ map, evidence }: MapView): number {
  let sum = evidence.customersOnMap + evidence.spoken().length + evidence.unplaced().length
  for (const { id } of map.touchpoints) {
    sum += evidence.heard(id) + evidence.cardQuotes(id).length + (evidence.heardFeeling(id)?.median ?? 0)
    const assumption = evidence.assumptionAbout(id)
    if (assumption) sum += evidence.tally(assumption.id).supports
  }
  return sum
}

/** A table with as many columns as surveys have. */
function csvOf({ quotes }: MapDocument): string {
  const lines = quotes.map(
    ({ id, customer, touchpoint, text, saidOn, feeling }, at) =>
      `${id},${customer},North,Phone,Stage ${at % 10},${touchpoint},"${text}",${saidOn},${(feeling ?? 0) + 3},,Survey`,
  )
  return `quote_id,customer,segment,channel,stage,touchpoint,verbatim,date,score,sentiment,source\n${lines.join('\n')}\n`
}

async function imported(csv: string): Promise<Row[]> {
  const cells = csv
    .split('\n')
    .filter(Boolean)
    .map(line => [...line.matchAll(/"([^"]*)"|([^,]+|(?<=,)(?=,))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''))
  const workbook = workbookOf({ Answers: cells })
  const plan = () => {
    const read = readTable(csv)
    if (!read.ok) throw new Error(read.message)
    let number = 0
    const choices = suggest(read.table, matchColumns(read.table), emptyMap())
    const tools = { customerKey: previewKey, newId: () => `n${++number}`, today: TODAY }
    const { counts } = planImport(read.table, choices, emptyMap(), tools)
    if (counts.added !== QUOTES) throw new Error(`${counts.added} quotes came in`)
  }
  const over = await withOurServer(server =>
    row(
      'import: 20,000 rows of CSV over HTTP, on disk',
      async () => {
        const { id, links } = await makeMap(server.address, { title: 'Bench' })
        const response = await fetch(`${server.address}/api/maps/${id}/import?format=csv`, {
          method: 'POST',
          headers: { authorization: `Bearer ${links.editor.token}`, 'content-type': 'text/csv' },
          body: csv,
        })
        const answer = (await response.json()) as { added: number }
        if (answer.added !== QUOTES) throw new Error(JSON.stringify(answer).slice(0, 200))
      },
      ms(5_000),
      3,
    ),
  )
  return [
    { ...(await row('import: read and plan 20,000 rows of CSV', plan, '', 3)), size: bytes(csv.length) },
    {
      ...(await row('import: read the same as a workbook', () => readWorkbook(workbook), '', 3)),
      size: bytes(workbook.length),
    },
    over,
  ]
}

/** In a worker, where it holds nobody up. Every quote is compared with all that could be alike to it. */
async function compared({ quotes }: MapDocument): Promise<Row[]> {
  const speakers = quotes.map(({ customer }) => customer)
  // Texts as varied as people write them: each quote takes words of its own from a vocabulary of some thousand.
  const spoken = quotes.map(({ id }, at) => ({ id, text: variedWords(at) }))
  const similar = new SimilarQuotes(spoken)
  return [
    await row('themes: make 20,000 quotes comparable', () => new SimilarQuotes(spoken), '', 1),
    await row('themes: group 20,000 quotes', () => groupSimilar(similar, { speakers }), '', 1),
  ]
}

/** Fifteen words by a generator that is the same each time; frequent words come more often, as in any language. */
function variedWords(seed: number): string {
  let state = (seed + 1) * 2_654_435_761
  return Array.from({ length: 15 }, () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 1) >>> 0
    return `word${'abcdefghij'[state % 10]}${Math.floor(3_000 ** ((state >>> 4) / 2 ** 28))}`
  }).join(' ')
}
