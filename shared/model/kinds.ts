import type { RecordWith } from './kind.ts'
import type { KindName } from './kindNames.ts'
import { assumptions } from './records/assumptions.ts'
import { customers } from './records/customers.ts'
import { evidence } from './records/evidence.ts'
import { excerpts } from './records/excerpts.ts'
import { guesses } from './records/guesses.ts'
import { lanes } from './records/lanes.ts'
import { links } from './records/links.ts'
import { map } from './records/map.ts'
import { notes } from './records/notes.ts'
import { opportunities } from './records/opportunities.ts'
import { painPoints } from './records/painPoints.ts'
import { personas } from './records/personas.ts'
import { promises } from './records/promises.ts'
import { quotes } from './records/quotes.ts'
import { scenes } from './records/scenes.ts'
import { sources } from './records/sources.ts'
import { stages } from './records/stages.ts'
import { teams } from './records/teams.ts'
import { touchpoints } from './records/touchpoints.ts'
import { votes } from './records/votes.ts'

/** The registry: each kind under its name. A kind that is missing here, or named otherwise there, does not compile. */
export const KINDS = {
  map,
  personas,
  teams,
  customers,
  sources,
  stages,
  lanes,
  touchpoints,
  links,
  notes,
  assumptions,
  quotes,
  excerpts,
  painPoints,
  opportunities,
  evidence,
  scenes,
  promises,
  guesses,
  votes,
} as const satisfies { [N in KindName]: { name: N } }

/** The record of a kind. */
export type RecordOf<N extends KindName> = (typeof KINDS)[N] extends { fields: infer F } ? RecordWith<F> : never

export type MapInfo = RecordOf<'map'>
export type Persona = RecordOf<'personas'>
export type Team = RecordOf<'teams'>
export type Customer = RecordOf<'customers'>
export type Source = RecordOf<'sources'>
export type Stage = RecordOf<'stages'>
export type Lane = RecordOf<'lanes'>
export type Touchpoint = RecordOf<'touchpoints'>
export type Link = RecordOf<'links'>
export type Note = RecordOf<'notes'>
export type Assumption = RecordOf<'assumptions'>
export type Quote = RecordOf<'quotes'>
export type Excerpt = RecordOf<'excerpts'>
export type PainPoint = RecordOf<'painPoints'>
export type Opportunity = RecordOf<'opportunities'>
export type Evidence = RecordOf<'evidence'>
export type Scene = RecordOf<'scenes'>
export type Promised = RecordOf<'promises'>
export type Guess = RecordOf<'guesses'>
export type Vote = RecordOf<'votes'>
