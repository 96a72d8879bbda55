const CACHE = 'app'

/**
 * Has this browser keep the app, so that a map that lies in it opens while the server is away. Only over https and on
 * this computer itself do browsers allow that; elsewhere, and where there is no room, nothing happens.
 */
export async function keepApp(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !('caches' in window)) return
  try {
    await navigator.serviceWorker.register('/offline.js')
    await navigator.serviceWorker.ready
    await otherPages()
    const index = await fetch('/')
    if (!index.ok) return
    const page = await index.clone().text()
    const before = await caches.match('/', { cacheName: CACHE })
    // Another page is another version, and nothing else takes the old one's parts away.
    if ((await before?.text()) !== page) await caches.delete(CACHE)
    const cache = await caches.open(CACHE)
    await cache.addAll(loadedAssets(page))
    await cache.put('/', index)
    keepLater()
  } catch {
    // The server went away in between, or the browser is full: then it is the next visit that keeps it.
  }
}

/** Loads the pages of a map, so that all of them open from what is kept. */
async function otherPages(): Promise<unknown> {
  return Promise.all([import('./MapPage.tsx'), import('./PresentPage.tsx'), import('./OutlinePage.tsx')])
}

/** What this page has loaded so far, and what the page that is kept names. */
function loadedAssets(page: string): string[] {
  const named = [...page.matchAll(/"(\/assets\/[^"]+)"/g)].flatMap(([, path]) => path ?? [])
  return [...new Set([...assetsAmong(performance.getEntriesByType('resource')), ...named])]
}

/** A page that is visited again listens on. */
let listens = false

/** Keeps what this page loads from now on: browsers that look up what is kept by themselves don't ask the worker for it. */
function keepLater(): void {
  if (listens) return
  listens = true
  const keep = async (path: string) => {
    const cache = await caches.open(CACHE)
    return (await cache.match(path)) ?? cache.add(path)
  }
  const observer = new PerformanceObserver(loaded => {
    for (const path of assetsAmong(loaded.getEntries())) keep(path).catch(() => null)
  })
  observer.observe({ type: 'resource', buffered: true })
}

function assetsAmong(loaded: readonly PerformanceEntry[]): string[] {
  return loaded.map(({ name }) => new URL(name).pathname).filter(path => path.startsWith('/assets/'))
}
