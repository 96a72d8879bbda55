import type { Note, Quote } from '#shared/model/kinds.ts'
import type { Role } from '#shared/model/roles.ts'

/** A link's secret, and its whole address for people. */
export type Address = { token: string; url: string }

/** What a new map can start from, by the server's names. */
export type TemplateName =
  | 'blank'
  | 'five-stage'
  | 'service-blueprint'
  | 'nine-questions'
  | 'customer-panel'
  | 'staff-journey'

/** `warnings`: sentences on what of a file could not be kept. */
export type CreatedMap = { id: string; title: string; links: Record<Role, Address>; warnings?: readonly string[] }

export type MapState = {
  id: string
  role: Role
  /** ISO times. */
  createdAt: string
  updatedAt: string
  /** Who the token belongs to; null for a link. */
  person: Introduced | null
  /** Another one means that history was rewritten, and that copies from before are no good any more. */
  epoch: number
}

export type MapInfo = MapState & {
  title: string
  /** Records of each kind, by the names of the document's arrays. */
  counts: Readonly<Record<string, number>>
}

/** A person, as the server knows them. */
export type Introduced = { id: string; name: string; color: string }

export type Joined = { person: Introduced; role: Role; token: string }

/** Times are ISO; `expiresAt` is null for a link that never ends. */
export type ShareLink = Address & {
  id: string
  role: Role
  label: string
  createdAt: string
  expiresAt: string | null
}

export type NewShareLink = { role: Role; label?: string; expiresAt?: string }

/** `row`: the other columns of the imported row. */
export type Original = { quote: string; text: string; row: Readonly<Record<string, string | number | boolean | null>> }

export type ExportFormat = 'json' | 'png' | 'svg' | 'pdf' | 'zip' | 'html' | 'csv' | 'mmd' | 'canvas' | 'md'

export type ExportOptions = {
  /** For PNG: pixels per map unit. For the pictures of a storyline: times 1,920 × 1,080. */
  scale?: number
  /** For PDF: the storyline, one scene a page, instead of the map. */
  storyline?: boolean
  /** Aliases and redacted words only. */
  anonymous?: boolean
  /** The words before redaction; for editors. */
  originals?: boolean
}

/** What is contributed: with both stage and lane a note lies in that cell, without any place beside the map. */
export type NewContribution =
  | ({ kind: 'note'; text: string } & NoteSpot)
  | ({
      kind: 'quote'
      text: string
      /** A record's id, `new` for one more customer, or null for unknown. */
      customer?: string | 'new' | null
      how?: Quote['how']
    } & QuoteDetails)

/** The words of a quote never change: it is taken back and added again. */
export type ContributionChange = ({ text?: string } & NoteSpot) | QuoteDetails

type NoteSpot = Partial<Pick<Note, 'stage' | 'lane' | 'x' | 'y'>>
type QuoteDetails = Partial<Pick<Quote, 'touchpoint' | 'saidOn' | 'channel'>> & { quoteKind?: Quote['kind'] }

/** `record`: its id on the map. */
export type Contribution = { id: string; kind: 'note' | 'quote'; record: string }

/** One's own vote for an opportunity. `record`: its id on the map. */
export type CastVote = { id: string; kind: 'vote'; record: string }

/** A picture as the server keeps it; `hash` is what a note holds. Pixels. */
export type KeptPicture = { hash: string; width: number; height: number }

/** A map as it was. `authors` wrote since the version before; who came by a link alone has no name. `at` is ISO. */
export type Version = {
  number: number
  at: string
  name: string | null
  authors: readonly { id: string; name: string | null }[]
}

/** Records by kind. `before` is the version that holds the map as it was until then. */
export type RestoredVersion = Record<'back' | 'changed' | 'gone', Readonly<Record<string, number>>> & { before: number }
