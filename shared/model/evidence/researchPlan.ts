import type { MapDocument } from '../MapDocument.ts'
import { NINE_QUESTIONS } from '../questions.ts'
import type { EvidenceIndex } from './EvidenceIndex.ts'
import type { WeakClaim } from './weakest.ts'

/** One thing to ask customers, and what the map would learn from it. */
export type PlannedQuestion = {
  /** Put so that it does not lead: the claim itself is never read out. */
  readonly ask: string
  /** The claims that the answers would confirm or overturn. */
  readonly claims: readonly WeakClaim[]
  /** Customers who have to be asked at least. */
  readonly people: number
  /** Personas of whom nobody was heard on this yet; empty where the map names none, or each was heard. */
  readonly personas: readonly string[]
}

/** Where enough customers spoke, but long ago or against each other, so many more are asked. */
const ASK_AGAIN = 3

/** Turns weak claims into questions: one for each touchpoint, one for each of the nine that is open, one for the rest. */
export function researchPlan(
  map: MapDocument,
  evidence: EvidenceIndex,
  claims: readonly WeakClaim[],
): PlannedQuestion[] {
  const titles = new Map(map.touchpoints.map(({ id, title }) => [id, title.trim()]))
  const asked = new Map(NINE_QUESTIONS.map(({ id, asked: words }) => [id as string, words]))
  const groups = new Map<string, { ask: string; touchpoint: string | null; claims: WeakClaim[] }>()
  for (const claim of claims) {
    const { touchpoint } = claim
    const ask =
      asked.get(claim.id) ??
      (claim.kind === 'whyHired'
        ? 'Why did you choose us, and what would you have done without us?'
        : touchpoint === null
          ? 'Tell us about the last time from beginning to end. What worked, and what did not?'
          : `Tell us about the last time: ${titles.get(touchpoint) || 'this step'}. What happened, and how was it for you?`)
    const group = groups.get(ask) ?? { ask, touchpoint, claims: [] }
    group.claims.push(claim)
    groups.set(ask, group)
  }
  const personaOf = new Map(map.customers.map(({ id, persona }) => [id, persona]))
  const unheard = (touchpoint: string | null): string[] => {
    if (touchpoint === null) return []
    const heard = new Set([...evidence.customersOn(touchpoint)].map(customer => personaOf.get(customer) ?? null))
    return map.personas.filter(({ id }) => !heard.has(id)).map(({ id }) => id)
  }
  return [...groups.values()].map(({ ask, touchpoint, claims: about }) => ({
    ask,
    claims: about,
    people: Math.max(...about.map(({ missing }) => (missing === 0 ? ASK_AGAIN : missing))),
    personas: unheard(touchpoint),
  }))
}

/** The plan as a checklist in Markdown. */
export function planAsMarkdown(map: MapDocument, plan: readonly PlannedQuestion[]): string {
  const names = new Map(map.personas.map(({ id, name }) => [id, oneLine(name)]))
  const lines = plan.flatMap(({ ask, claims, people, personas }) => {
    const who = personas.map(id => names.get(id) ?? '').filter(Boolean)
    const from = who.length === 0 ? '' : `, first of all ${who.join(', ')}`
    return [
      `- [ ] ${oneLine(ask)}`,
      `  - ask ${people} ${people === 1 ? 'customer' : 'customers'}${from}`,
      ...claims.map(({ text }) => `  - listen for: ${oneLine(text)}`),
    ]
  })
  return [`# What to ask next: ${oneLine(map.map.title) || 'Untitled map'}`, '', ...lines, ''].join('\n')
}

/** Markdown reads a line that begins in the middle of a text as something else. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
