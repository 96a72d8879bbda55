/*
 * Opens the app's pages while the server is away. It holds the app alone and nothing of any map: a map lies in the copy
 * that the session keeps. `client/pages/keepApp.ts` starts it, and puts in what had been loaded before.
 */

/**
 * What of a service worker is used here; its types can't stand beside those of pages.
 *
 * @typedef {{
 *   request: Request,
 *   respondWith(answer: Promise<Response>): void,
 *   waitUntil(work: Promise<unknown>): void,
 *   addRoutes?(routes: readonly object[]): Promise<void>,
 * }} Work
 * @typedef {{
 *   addEventListener(name: string, work: (event: Work) => void): void,
 *   skipWaiting(): Promise<void>,
 *   clients: { claim(): Promise<void> },
 *   location: Location,
 * }} Worker
 */
const worker = /** @type {Worker} */ (/** @type {unknown} */ (globalThis))

const CACHE = 'app'
/** Milliseconds that the server gets to answer; on a network that swallows everything nobody waits for minutes. */
const PATIENCE = 4_000

/**
 * For browsers that can be told beforehand: they look up assets by themselves, and ask the server for what is not kept.
 * Going through this worker for each of a dozen scripts holds up the first sight of a map by several frames.
 */
const ROUTES = [
  { condition: { urlPattern: '/assets/*', requestMethod: 'GET' }, source: { cacheName: CACHE } },
  { condition: { urlPattern: '/api/*' }, source: 'network' },
]

worker.addEventListener('install', event => {
  void worker.skipWaiting()
  if (event.addRoutes) event.waitUntil(event.addRoutes(ROUTES).catch(() => undefined))
})
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate' && /^\/(m\/.*|join)?$/.test(pathname)) event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
})

/**
 * The server's page, so that nobody stays on an old one; what is kept when there is no answer worth having.
 *
 * @param {Request} request
 */
async function page(request) {
  const kept = await caches.match('/', { cacheName: CACHE })
  if (!kept) return fetch(request)
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) })
    return answer.status >= 500 ? kept : answer
  } catch {
    return kept
  }
}

/**
 * Names of assets carry a hash of what they hold, so one that is kept is the right one.
 *
 * @param {Request} request
 */
async function asset(request) {
  const kept = await caches.match(request, { cacheName: CACHE })
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    const cache = await caches.open(CACHE)
    await cache.put(request, answer.clone()).catch(() => undefined)
  }
  return answer
}
