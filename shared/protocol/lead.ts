import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Where a presentation is: the scene on the wall, and what stands over it. */
export type Place = {
  /** A scene's id; empty while the leader has not said it. */
  readonly scene: string
  /** Whether the words behind the scene's claim are open. */
  readonly words: boolean
  readonly black: boolean
}

/** Who leads. A person without a name of their own has neither id, name nor colour. */
export type Leader = { readonly id: string; readonly name: string; readonly color: string }

/** How many windows follow, and the ids of the people in them who have one, at most `FOLLOWERS_NAMED`. */
export type Following = { readonly count: number; readonly people: readonly string[] }

/**
 * Where the leader's pointer is. `key` says in which scene and on what of it, so that a window that shows that
 * otherwise knows that it is not meant; `x`, `y` are in the units of that: see `pointAt`.
 */
export type Point = { readonly key: number; readonly x: number; readonly y: number }

/** What the server says about the lead. */
export type LeadNews =
  | { readonly type: 'nobody' }
  /** `mine`: the lead is with whoever hears this. */
  | { readonly type: 'lead'; readonly mine: boolean; readonly leader: Leader; readonly place: Place }
  /** `yours`: it is what this connection said, taken in; others may have said something since. */
  | { readonly type: 'place'; readonly yours: boolean; readonly place: Place }
  | { readonly type: 'following'; readonly following: Following }
  /** Null: the leader points nowhere any more. */
  | { readonly type: 'point'; readonly point: Point | null }
  /** Somebody asks whoever leads for the lead. */
  | { readonly type: 'asked'; readonly by: Leader }

/** What a client says about it. */
export type LeadWish =
  | { readonly type: 'go'; readonly place: Place }
  | { readonly type: 'follow'; readonly follows: boolean }
  | { readonly type: 'point'; readonly point: Point | null }
  | { readonly type: 'ask' }

/** Followers who are named to everybody; of more only the number is told. */
export const FOLLOWERS_NAMED = 200
/** UTF-16 code units of an id, a name and a colour. */
const LONGEST = 200

const NEWS = { nobody: 0, lead: 1, place: 2, following: 3, point: 6, asked: 7 } as const
const WISH = { go: 4, follow: 5, point: 8, ask: 9 } as const
const FLAG = { words: 1, black: 2 } as const

export function writeLeadNews(news: LeadNews): Uint8Array {
  return encoding.encode(encoder => {
    encoding.writeVarUint(encoder, NEWS[news.type])
    switch (news.type) {
      case 'nobody':
        break
      case 'lead': {
        encoding.writeVarUint(encoder, Number(news.mine))
        writeLeader(encoder, news.leader)
        writePlace(encoder, news.place)
        break
      }
      case 'place':
        encoding.writeVarUint(encoder, Number(news.yours))
        writePlace(encoder, news.place)
        break
      case 'following': {
        const people = news.following.people.slice(0, FOLLOWERS_NAMED)
        encoding.writeVarUint(encoder, news.following.count)
        encoding.writeVarUint(encoder, people.length)
        for (const id of people) encoding.writeVarString(encoder, id)
        break
      }
      case 'point':
        writePoint(encoder, news.point)
        break
      case 'asked':
        writeLeader(encoder, news.by)
    }
  })
}

export function writeLeadWish(wish: LeadWish): Uint8Array {
  return encoding.encode(encoder => {
    encoding.writeVarUint(encoder, WISH[wish.type])
    switch (wish.type) {
      case 'go':
        writePlace(encoder, wish.place)
        break
      case 'follow':
        encoding.writeVarUint(encoder, Number(wish.follows))
        break
      case 'point':
        writePoint(encoder, wish.point)
        break
      case 'ask':
    }
  })
}

/** Null when the bytes are no such news. */
export function readLeadNews(bytes: Uint8Array): LeadNews | null {
  return read(bytes, decoder => {
    switch (decoding.readVarUint(decoder)) {
      case NEWS.nobody:
        return { type: 'nobody' }
      case NEWS.lead: {
        const mine = readFlag(decoder)
        const leader = readLeader(decoder)
        return { type: 'lead', mine, leader, place: readPlace(decoder) }
      }
      case NEWS.place:
        return { type: 'place', yours: readFlag(decoder), place: readPlace(decoder) }
      case NEWS.following: {
        const count = decoding.readVarUint(decoder)
        const named = decoding.readVarUint(decoder)
        if (named > FOLLOWERS_NAMED) return null
        return {
          type: 'following',
          following: { count, people: Array.from({ length: named }, () => readText(decoder)) },
        }
      }
      case NEWS.point:
        return { type: 'point', point: readPoint(decoder) }
      case NEWS.asked:
        return { type: 'asked', by: readLeader(decoder) }
      default:
        return null
    }
  })
}

/** Null when the bytes are no such wish. They may come from anybody. */
export function readLeadWish(bytes: Uint8Array): LeadWish | null {
  return read(bytes, decoder => {
    switch (decoding.readVarUint(decoder)) {
      case WISH.go:
        return { type: 'go', place: readPlace(decoder) }
      case WISH.follow:
        return { type: 'follow', follows: readFlag(decoder) }
      case WISH.point:
        return { type: 'point', point: readPoint(decoder) }
      case WISH.ask:
        return { type: 'ask' }
      default:
        return null
    }
  })
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.scene === b.scene && a.words === b.words && a.black === b.black
}

function writePlace(encoder: encoding.Encoder, { scene, words, black }: Place): void {
  encoding.writeVarString(encoder, scene)
  encoding.writeVarUint(encoder, (words ? FLAG.words : 0) | (black ? FLAG.black : 0))
}

function readPlace(decoder: decoding.Decoder): Place {
  const scene = readText(decoder)
  const flags = decoding.readVarUint(decoder)
  if (flags > (FLAG.words | FLAG.black)) throw new Error('This is no place.')
  return { scene, words: (flags & FLAG.words) > 0, black: (flags & FLAG.black) > 0 }
}

function writeLeader(encoder: encoding.Encoder, { id, name, color }: Leader): void {
  for (const text of [id, name, color]) encoding.writeVarString(encoder, text)
}

function readLeader(decoder: decoding.Decoder): Leader {
  const [id, name, color] = [readText(decoder), readText(decoder), readText(decoder)]
  return { id, name, color }
}

function writePoint(encoder: encoding.Encoder, point: Point | null): void {
  encoding.writeVarUint(encoder, Number(point !== null))
  if (!point) return
  encoding.writeUint32(encoder, point.key)
  encoding.writeFloat32(encoder, point.x)
  encoding.writeFloat32(encoder, point.y)
}

function readPoint(decoder: decoding.Decoder): Point | null {
  if (!readFlag(decoder)) return null
  const point = {
    key: decoding.readUint32(decoder),
    x: decoding.readFloat32(decoder),
    y: decoding.readFloat32(decoder),
  }
  if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) throw new Error('This is nowhere.')
  return point
}

function readFlag(decoder: decoding.Decoder): boolean {
  const flag = decoding.readVarUint(decoder)
  if (flag > 1) throw new Error('This is no flag.')
  return flag === 1
}

function readText(decoder: decoding.Decoder): string {
  const text = decoding.readVarString(decoder)
  if (text.length > LONGEST) throw new Error('This is too long.')
  return text
}

/** What stands in all of the bytes. */
function read<T>(bytes: Uint8Array, take: (decoder: decoding.Decoder) => T | null): T | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const taken = take(decoder)
    return decoding.hasContent(decoder) ? null : taken
  } catch {
    return null
  }
}
