import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { cors } from 'hono/cors'
import { answerError } from './http/answerError.ts'
import { limitBodies } from './http/limitBodies.ts'
import { limitGuesses } from './http/limitGuesses.ts'
import { logRequests } from './http/logRequests.ts'
import { errorResponse, refuse } from './http/refuse.ts'
import { security } from './http/security.ts'
import { countRequests } from './metrics/countRequests.ts'
import { contributions } from './routes/contributions.ts'
import { customers } from './routes/customers.ts'
import type { Deps } from './routes/Deps.ts'
import { exports } from './routes/exports.ts'
import { files } from './routes/files.ts'
import { health } from './routes/health.ts'
import { imports } from './routes/imports.ts'
import { links } from './routes/links.ts'
import { maps } from './routes/maps.ts'
import { originals } from './routes/originals.ts'
import { notFoundPage, pages } from './routes/pages.ts'
import { people } from './routes/people.ts'
import { session } from './routes/session.ts'
import { versions } from './routes/versions.ts'

/** Everything that the server answers over HTTP, as one function from requests to responses. */
export function createApp(deps: Deps): Hono {
  const { config, guesses, log, origins } = deps
  const app = new Hono()
  app.onError(answerError(log))
  const requests = countRequests()
  app.use(requests.count)
  app.use(logRequests(log))
  app.use(security(origins))

  app.use('/api/*', compress())
  app.use(
    '/api/*',
    cors({
      origin: origin => (origins.listed(origin) ? origin : null),
      exposeHeaders: ['content-disposition'],
      maxAge: 600,
    }),
  )
  app.use('/api/*', async (c, next) => {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!reads && !origins.allowed(c.req.header('origin'), c.req.header('host'))) {
      refuse(403, 'origin_not_allowed', 'This page may not use this server. ALLOWED_ORIGINS says which pages may.')
    }
    return next()
  })
  app.use('/api/*', limitGuesses(guesses, config.trustsProxy))
  app.use('/api/*', limitBodies(config.trustsProxy))

  app.route('/api/maps/:id/people', people(deps))
  app.route('/api/maps/:id/links', links(deps))
  app.route('/api/maps/:id/export', exports(deps))
  app.route('/api/maps/:id/quotes/:quote/original', originals(deps))
  app.route('/api/maps/:id/contributions', contributions(deps))
  app.route('/api/maps/:id/files', files(deps))
  app.route('/api/maps/:id/session', session(deps))
  app.route('/api/maps/:id/versions', versions(deps))
  app.route('/api/maps/:id', imports(deps))
  app.route('/api/maps/:id', customers(deps))
  app.route('/api/maps', maps(deps))
  app.route('/', health(deps, requests))
  app.route('/', pages(deps.dist))
  app.notFound(c => {
    const isPage = !c.req.path.startsWith('/api/') && c.req.header('accept')?.includes('text/html')
    return isPage ? c.html(notFoundPage, 404) : errorResponse(404, 'not_found', 'There is nothing at this address.')
  })
  return app
}
