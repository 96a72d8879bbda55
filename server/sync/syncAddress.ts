/** What the address of a socket says. Query parameters that are not there are null. */
export type SyncAddress = {
  readonly map: string
  readonly token: string | null
  /** Version of the document that the client can read. */
  readonly version: string | null
  readonly epoch: string | null
}

/** Reads `/sync/:id?token=&v=&epoch=`; null for any other address. */
export function readAddress(url: string): SyncAddress | null {
  const parsed = URL.parse(url, 'ws://server')
  const [, encoded] = parsed?.pathname.match(/^\/sync\/([^/]+)\/?$/) ?? []
  if (!parsed || encoded === undefined) return null
  const map = decode(encoded)
  const query = parsed.searchParams
  return map === null ? null : { map, token: query.get('token'), version: query.get('v'), epoch: query.get('epoch') }
}

/** The map's id for a log; null for what no map is called, because anybody may write anything into an address. */
export function mapIdIn({ map }: SyncAddress): string | null {
  return /^[0-9a-z]{26}$/.test(map) ? map : null
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
