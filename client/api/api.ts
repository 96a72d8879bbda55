import type { Place } from '#shared/protocol/lead.ts'
import type { SessionState } from '#shared/protocol/session.ts'
import { type Answer, unreachable, unreadable } from './failure.ts'
import { ask, askBytes, askFile } from './request.ts'
import type {
  CastVote,
  Contribution,
  ContributionChange,
  CreatedMap,
  ExportFormat,
  ExportOptions,
  Introduced,
  Joined,
  KeptPicture,
  MapInfo,
  MapState,
  NewContribution,
  NewShareLink,
  Original,
  RestoredVersion,
  ShareLink,
  TemplateName,
  Version,
} from './types.ts'

/** `to` is the id of a person who is on the map. */
export type LeadCommand = ({ command: 'lead' } & Partial<Place>) | { command: 'hand'; to: string } | { command: 'end' }

export type Progress = (sent: number) => void

export type ImportWish = {
  format: 'csv' | 'xlsx' | 'transcript' | 'json'
  /** How columns and values are matched, as the import's format defines it. */
  choices?: unknown
  /** Nothing is written; the answer says what would be. */
  preview?: boolean
  onProgress?: Progress
  signal?: AbortSignal
}

/** The server's HTTP interface, in the name of whoever holds the token. No function here throws. */
export function api(token?: string) {
  const map = (id: string) => `/api/maps/${encodeURIComponent(id)}`
  return {
    /** A blank map, one from a template, or an own copy of the sample. */
    createMap: (start: { title?: string; template?: TemplateName; sample?: true }) =>
      ask<CreatedMap>('/api/maps', { token, json: start }),

    /** A new map from a map document. */
    openJson: (file: Blob, onProgress?: Progress) =>
      ask<CreatedMap>('/api/maps', { token, body: new Blob([file], { type: 'application/json' }), onProgress }),

    /** A new map from the one that an exported picture holds. */
    openPng: (file: Blob, onProgress?: Progress) =>
      ask<CreatedMap>('/api/maps', { token, body: new Blob([file], { type: 'image/png' }), onProgress }),

    mapInfo: (id: string) => ask<MapInfo>(map(id), { token }),
    /** What is known of a map without opening it. `coming`: it is about to be opened, so that the server loads it. */
    mapState: (id: string, coming = false) =>
      ask<MapState>(`${map(id)}?brief=1${coming ? '&coming=1' : ''}`, { token }),
    /** The document as it lies on the server, for `readWholeMap`. */
    wholeMap: (id: string) => askBytes(`${map(id)}/whole`, { token }),
    deleteMap: (id: string) => ask<void>(map(id), { token, method: 'DELETE' }),

    /** Says who comes in by this link. From then on the answer's own token is used. */
    join: (id: string, me: { name: string; color: string }) => ask<Joined>(`${map(id)}/people`, { token, json: me }),

    /** The same person under another name; for the token that `join` gave. */
    rename: (id: string, me: { name: string; color: string }) =>
      ask<{ person: Introduced }>(`${map(id)}/people/me`, { token, method: 'PATCH', json: me }),

    links: (id: string) => ask<{ links: ShareLink[] }>(`${map(id)}/links`, { token }),
    makeLink: (id: string, link: NewShareLink) => ask<ShareLink>(`${map(id)}/links`, { token, json: link }),
    revokeLink: (id: string, link: string) =>
      ask<void>(`${map(id)}/links/${encodeURIComponent(link)}`, { token, method: 'DELETE' }),

    /** Adds what a file holds to the map, all of it or nothing. `Report` is the format's own. */
    importFile: <Report>(id: string, file: Blob, { format, choices, preview, onProgress, signal }: ImportWish) => {
      const query = new URLSearchParams({ format, ...(preview ? { preview: '1' } : {}) })
      const body = new FormData()
      if (choices !== undefined) body.set('choices', JSON.stringify(choices))
      body.set('file', file)
      return ask<Report>(`${map(id)}/import?${query}`, { token, body, onProgress, signal })
    },

    /** What others edited or use stays, and is named. */
    takeBackImport: (id: string, importId: string) =>
      ask<{ removed: number; kept: { kind: string; id: string; title: string; because: 'edited' | 'used' }[] }>(
        `${map(id)}/imports/${encodeURIComponent(importId)}`,
        { token, method: 'DELETE' },
      ),

    /** Puts back what was taken back, as an import of its own: its id is a new one. */
    redoImport: (id: string, importId: string) =>
      ask<{ import: string; counts: Readonly<Record<string, number>> }>(
        `${map(id)}/imports/${encodeURIComponent(importId)}/redo`,
        { token, method: 'POST' },
      ),

    /** The versions of a map, the newest first, and who wrote since. */
    versions: (id: string, signal?: AbortSignal) =>
      ask<{ versions: Version[]; since: Version['authors'] }>(`${map(id)}/versions`, { token, signal }),

    /** Keeps the map as it is now under a name. */
    keepVersion: (id: string, name: string) => ask<Version>(`${map(id)}/versions`, { token, json: { name } }),

    /** Null takes the name away. */
    nameVersion: (id: string, version: number, name: string | null) =>
      ask<Version>(`${map(id)}/versions/${version}`, { token, method: 'PATCH', json: { name } }),

    /** The map document as it was. */
    version: (id: string, version: number, signal?: AbortSignal) =>
      ask<unknown>(`${map(id)}/versions/${version}/export/json`, { token, signal }),

    /** Makes the map what it was, or only brings back what was deleted since. It changes by sync. */
    restoreVersion: (id: string, version: number, only?: 'deleted') =>
      ask<RestoredVersion>(`${map(id)}/versions/${version}/restore`, { token, json: only ? { only } : {} }),

    /** The words of a quote, and its imported row, before redaction. */
    original: (id: string, quote: string) =>
      ask<Original>(`${map(id)}/quotes/${encodeURIComponent(quote)}/original`, { token }),

    /** Keeps the words of a quote before redaction. Sent before the redacted words are shown to anybody. */
    keepOriginal: (id: string, quote: string, original: Omit<Original, 'quote'>) =>
      ask<Original>(`${map(id)}/quotes/${encodeURIComponent(quote)}/original`, {
        token,
        method: 'PUT',
        json: original,
      }),

    /** Adds a note or a quote in one's own name. It comes onto the map by sync. */
    contribute: (id: string, contribution: NewContribution) =>
      ask<{ contribution: Contribution }>(`${map(id)}/contributions`, { token, json: contribution }),

    /** One's own contributions that are still on the map, oldest first. */
    contributions: (id: string) =>
      ask<{ contributions: (Contribution | CastVote)[] }>(`${map(id)}/contributions`, { token }),

    /** Votes for an opportunity in one's own name; taken back as any contribution is. It comes onto the map by sync. */
    vote: (id: string, opportunity: string) =>
      ask<{ contribution: CastVote }>(`${map(id)}/contributions`, { token, json: { kind: 'vote', opportunity } }),

    changeContribution: (id: string, contribution: string, change: ContributionChange) =>
      ask<{ contribution: Contribution }>(`${map(id)}/contributions/${encodeURIComponent(contribution)}`, {
        token,
        method: 'PATCH',
        json: change,
      }),

    takeBackContribution: (id: string, contribution: string) =>
      ask<void>(`${map(id)}/contributions/${encodeURIComponent(contribution)}`, { token, method: 'DELETE' }),

    /** Hands a PNG, JPEG or WebP to the server. The picture comes to a note by the hash in the answer, not its own. */
    putFile: async (id: string, file: Blob, onProgress?: Progress): Promise<Answer<KeptPicture>> => {
      const bytes = await file.arrayBuffer().catch(() => null)
      if (bytes === null) return unreadable()
      // On plain http browsers have no digest of their own. Without the server this part may not be here.
      const sha256 = await import('lib0/hash/sha256').catch(() => null)
      if (sha256 === null) return unreachable()
      const hash = toHex(sha256.digest(new Uint8Array(bytes)))
      return ask<KeptPicture>(`${map(id)}/files/${hash}`, { token, method: 'POST', body: file, onProgress })
    },

    /** The picture of this hash. */
    file: (id: string, hash: string, signal?: AbortSignal) =>
      askFile(`${map(id)}/files/${encodeURIComponent(hash)}`, { token, signal }),

    /** The state of the workshop; later changes come by sync. */
    session: (id: string) => ask<SessionState>(`${map(id)}/session`, { token }),

    /** Makes contributors of the map's editors, or lets them edit again. For facilitators. */
    setLock: (id: string, locked: boolean) =>
      ask<SessionState>(`${map(id)}/session`, { token, json: { command: locked ? 'lock' : 'unlock' } }),

    /** Takes, hands over or ends the lead of a presentation. */
    lead: (id: string, command: LeadCommand) => ask<SessionState>(`${map(id)}/session`, { token, json: command }),

    /** The map as a file. A token never stands in an address, so this is no plain link. */
    download: (
      id: string,
      format: ExportFormat,
      options: ExportOptions = {},
      signal?: AbortSignal,
    ): Promise<Answer<{ blob: Blob; name: string | null }>> =>
      askFile(`${map(id)}/export/${format}${queryOf(options)}`, { token, signal }),
  }
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

function queryOf({ scale, storyline, anonymous, originals }: ExportOptions): string {
  const query = new URLSearchParams()
  if (scale !== undefined) query.set('scale', String(scale))
  if (storyline) query.set('storyline', '1')
  // A presentation is anonymous unless it is asked not to be.
  if (anonymous !== undefined) query.set('anonymous', anonymous ? '1' : '0')
  if (originals) query.set('originals', '1')
  return query.size > 0 ? `?${query}` : ''
}
