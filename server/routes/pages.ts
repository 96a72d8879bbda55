import { Hono } from 'hono'
import { errorResponse } from '../http/refuse.ts'
import { staticFiles } from '../http/staticFiles.ts'

/** Addresses that the client draws itself; `index.html` is the same for all of them. */
const PAGES = ['/', '/m/:id', '/m/:id/present', '/m/:id/outline', '/join']

/** The client: its pages and the files that they are made of. */
export function pages(dist: string): Hono {
  const app = new Hono()
  const files = staticFiles(dist)

  for (const page of PAGES) {
    app.get(page, async c => {
      const index = await files.serve(c, 'index.html')
      return index ?? errorResponse(503, 'not_built', 'The pages of this server are not built. Run "npm run build".')
    })
  }

  app.get('*', async (c, next) => (await files.serve(c, decoded(c.req.path).slice(1))) ?? next())
  return app
}

/** What people see at an address that is none; programs get JSON. */
export const notFoundPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Nothing here · Verbatim</title>
<style>
  :root { color-scheme: light dark }
  body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1rem }
</style>
<h1>There is nothing at this address</h1>
<p>If somebody sent you a link to a map, ask them to send it again in full.</p>
<p><a href="/">Go to the start page</a></p>
</html>
`

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
