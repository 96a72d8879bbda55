import { KINDS, type PainPoint } from '../kinds.ts'
import type { MapDocument } from '../MapDocument.ts'
import type { EvidenceIndex } from './EvidenceIndex.ts'
import type { Tally } from './tally.ts'

/** What one pain point taught, and where. */
export type Lesson = {
  readonly pain: PainPoint
  /** What was learned, without space around it. Never empty. */
  readonly words: string
  /** Ids; null where it is on no touchpoint, or that in no stage, or nobody owns it. */
  readonly touchpoint: string | null
  readonly stage: string | null
  readonly team: string | null
  /** The ISO day of its last step; null where none has one. */
  readonly on: string | null
  readonly tally: Tally
}

/** What was learned across the map, the newest first, and those without a day last; `unlearned` moved on without a word. */
export function lessonsOf(map: MapDocument, evidence: EvidenceIndex): { lessons: Lesson[]; unlearned: PainPoint[] } {
  const stageOf = new Map(map.touchpoints.map(({ id, stage }) => [id, stage]))
  const lessons = map.painPoints.flatMap((pain): Lesson[] => {
    const words = pain.lesson.trim()
    if (words === '') return []
    const { touchpoint, team } = pain
    const stage = stageOf.get(touchpoint ?? '') || null
    return [{ pain, words, touchpoint, stage, team, on: lastDay(pain), tally: evidence.tally(pain.id) }]
  })
  return {
    lessons: lessons.sort((a, b) => compare(b.on ?? '', a.on ?? '')),
    unlearned: map.painPoints.filter(({ status, lesson }) => status === 'moved-on' && lesson.trim() === ''),
  }
}

function lastDay({ history }: PainPoint): string | null {
  const days = history.flatMap(({ on }) => (on === null ? [] : [on]))
  return days.sort().at(-1) ?? null
}

/** ISO days sort by time. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The register as a list in Markdown, one line of heading for each stage in the order of the map. */
export function lessonsAsMarkdown(map: MapDocument, lessons: readonly Lesson[]): string {
  const touchpoints = new Map(map.touchpoints.map(record => [record.id, oneLine(KINDS.touchpoints.title(record))]))
  const teams = new Map(map.teams.map(record => [record.id, oneLine(KINDS.teams.title(record))]))
  const parts = [...map.stages.map(({ id, name }) => [id, oneLine(name) || 'Unnamed stage'] as const), NOWHERE]
  const lines = parts.flatMap(([stage, name]) => {
    const own = lessons.filter(lesson => (isStage(map, lesson.stage) ? lesson.stage : null) === stage)
    if (own.length === 0) return []
    return ['', `## ${name}`, '', ...own.flatMap(lesson => entryOf(lesson, touchpoints, teams))]
  })
  return [`# What we learned: ${oneLine(map.map.title) || 'Untitled map'}`, ...lines, ''].join('\n')
}

const NOWHERE = [null, 'On no stage'] as const

function isStage(map: MapDocument, stage: string | null): boolean {
  return map.stages.some(({ id }) => id === stage)
}

function entryOf(
  { pain, words, touchpoint, team, on, tally }: Lesson,
  touchpoints: ReadonlyMap<string, string>,
  teams: ReadonlyMap<string, string>,
): string[] {
  const { supports } = tally
  const facts = [
    touchpoints.get(touchpoint ?? ''),
    teams.get(team ?? ''),
    on,
    supports === 0 ? 'no customer said so' : `${supports} ${supports === 1 ? 'customer' : 'customers'} said so`,
  ]
  return [
    `- ${oneLine(words)}`,
    `  - from: ${oneLine(KINDS.painPoints.title(pain))} (${facts.filter(fact => fact !== undefined && fact !== null).join(', ')})`,
  ]
}

/** Markdown reads a line that begins in the middle of a text as something else. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
