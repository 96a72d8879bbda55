import { createServer, type RequestListener, type Server } from 'node:http'

/** Milliseconds, and how many. */
export type Patience = {
  readonly headers: number
  readonly request: number
  readonly keepAlive: number
  readonly lookEvery: number
  readonly connections: number
}

const PATIENCE: Patience = {
  /** For the head of a request, which fits into a few packets: who takes longer holds a place for nothing. */
  headers: 15_000,
  /** For a request with its body: the largest one in over a line of 2 Mbit/s. */
  request: 300_000,
  /** For the next request on the same connection: longer than a person looks at a page, shorter than most proxies wait. */
  keepAlive: 65_000,
  /** How late such an end may be found out. */
  lookEvery: 5_000,
  /** Connections in all: every socket that there may be, and as many requests as could be under way beside them. */
  connections: 24_000,
}

/** A server on which nobody holds a place by being slow. */
export function createHttpServer(listener: RequestListener, patience = PATIENCE): Server {
  const server = createServer(
    {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.keepAlive,
      connectionsCheckingInterval: patience.lookEvery,
    },
    listener,
  )
  server.maxConnections = patience.connections
  return server
}
