/** Why a request brought nothing. `message` is one plain sentence for the person. */
export type Failure = {
  ok: false
  /** HTTP status; 0 when no answer came. */
  status: number
  /** The server's code, or one of ours: `unreachable`, `timeout`, `cancelled`, `unreadable_file`, `bad_answer`. */
  code: string
  message: string
}

export type Answer<T> = { ok: true; value: T } | Failure

/** A failure as the server describes it, or in our words where the answer is not the server's own (a proxy, a gateway). */
export function refusal(status: number, body: string): Failure {
  return { ok: false, status, ...(described(body) ?? { code: `http_${status}`, message: sentence(status) }) }
}

export function unreachable(): Failure {
  const offline = typeof navigator !== 'undefined' && navigator.onLine === false
  const message = offline
    ? 'You are offline. Connect to the network and try again.'
    : 'The server can’t be reached. Check the connection and try again.'
  return { ok: false, status: 0, code: 'unreachable', message }
}

export function tooSlow(): Failure {
  return {
    ok: false,
    status: 0,
    code: 'timeout',
    message: 'The server takes too long to answer. Try again in a moment.',
  }
}

/** A file that was moved, changed or deleted after it was chosen. */
export function unreadable(): Failure {
  return {
    ok: false,
    status: 0,
    code: 'unreadable_file',
    message: 'This file can’t be read any more. Choose it once again.',
  }
}

export function cancelled(): Failure {
  return { ok: false, status: 0, code: 'cancelled', message: 'Cancelled. Nothing was changed.' }
}

/** An answer with a good status that is not ours, such as the sign-in page of a hotel's network. */
export function badAnswer(status: number): Failure {
  const message = 'Something between here and the server answered in its place. Check the connection and try again.'
  return { ok: false, status, code: 'bad_answer', message }
}

function described(body: string): Pick<Failure, 'code' | 'message'> | null {
  try {
    const { error } = JSON.parse(body) as { error?: { code?: unknown; message?: unknown } }
    if (typeof error?.code !== 'string' || typeof error.message !== 'string' || !error.message) return null
    return { code: error.code, message: error.message }
  } catch {
    return null
  }
}

function sentence(status: number): string {
  switch (status) {
    case 401:
      return 'This link has ended. Ask for a new one from Share.'
    case 403:
      return 'This link does not allow that. Ask a facilitator of the map.'
    case 404:
      return 'There is no such map, or this link does not open it.'
    case 413:
      return 'This is too large for the server.'
    case 429:
      return 'That was too much at once. Wait a minute and try again.'
    case 507:
      return 'The disk of the server is full. Nothing was changed.'
    default:
      return status >= 500
        ? 'The server has a problem. Nothing was changed; try again in a moment.'
        : 'The server did not accept this. Load the page again and try once more.'
  }
}
