import { createHmac, timingSafeEqual } from 'node:crypto'
import { randomText } from '#shared/util/random.ts'

/** Whom a token stands for: a link, or a person who came through one. */
export type TokenOwner = { kind: 'link' | 'person'; id: string }

/**
 * Tokens are `<id>.<mac>`, the mac being the base64url HMAC-SHA256 of the kind and the id under the server's secret.
 * So nothing that the database holds opens a map.
 */
export type Tokens = {
  make(owner: TokenOwner): string
  /** Whom an authentic token stands for; null for anything else. Whether that still holds, only the store knows. */
  read(token: string): TokenOwner | null
}

/** Ids of links and people carry 80 random bits after a letter that says which they are. */
const ID_LENGTH = 16
const LETTERS = { link: 'l', person: 'p' } as const

export function newOwnerId(kind: TokenOwner['kind']): string {
  return LETTERS[kind] + randomText(ID_LENGTH)
}

export function createTokens(secret: string): Tokens {
  const mac = ({ kind, id }: TokenOwner) => createHmac('sha256', secret).update(`${kind}:${id}`).digest('base64url')
  return {
    make: owner => `${owner.id}.${mac(owner)}`,
    read(token) {
      const [, id = '', given = ''] = /^([lp][0-9a-z]{16})\.([\w-]{43})$/.exec(token) ?? []
      if (id === '') return null
      const owner: TokenOwner = { kind: id.startsWith(LETTERS.link) ? 'link' : 'person', id }
      return timingSafeEqual(Buffer.from(mac(owner)), Buffer.from(given)) ? owner : null
    },
  }
}

/** Whether two texts are equal, in a time that tells nothing about where they differ. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
