import type { ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { TooMuch } from '../imports/inThread.ts'
import { StoreError, type StoreErrorCode } from '../storage/StoreError.ts'
import { MapTooLarge } from '../sync/MapSize.ts'
import { loggedPath } from './logRequests.ts'
import { errorResponse } from './refuse.ts'

/** Turns whatever a route threw into an answer. What we did not foresee is logged and told without details. */
export function answerError(log: Logger): ErrorHandler {
  return (error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    if (error instanceof StoreError) {
      const answer = storeAnswers[error.code]
      if (answer) return errorResponse(...answer)
    }
    if (error instanceof TooMuch) {
      return errorResponse(413, 'too_much', 'This file holds more than the server can take in at once.')
    }
    if (error instanceof MapTooLarge) {
      return errorResponse(
        413,
        'map_too_large',
        'With this the map would be larger than a map may be. Nothing was changed.',
      )
    }
    log.error({ err: error, method: c.req.method, path: loggedPath(c) }, 'a request failed')
    return errorResponse(500, 'internal', 'Something went wrong on the server. Please try again.')
  }
}

const storeAnswers: Partial<Record<StoreErrorCode, Parameters<typeof errorResponse>>> = {
  unknown_map: [404, 'unknown_map', 'There is no such map, or this link does not open it.'],
  unknown_link: [404, 'unknown_link', 'This map has no such link.'],
  unknown_import: [404, 'unknown_import', 'This map has no such import, or it was taken back already.'],
  damaged: [409, 'damaged', 'This map is damaged on disk, so nothing can be written to it. It can still be read.'],
  full: [507, 'full', 'The disk of the server is full. Nothing was changed.'],
  broken: [503, 'unavailable', 'The server has lost its database and is about to start again. Please try again soon.'],
  closed: [503, 'unavailable', 'The server is shutting down. Please try again in a moment.'],
}
