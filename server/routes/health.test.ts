import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

describe('a machine that asks', () => {
  it('hears that the server works and takes work, until it leaves', async () => {
    expect(await (await server.ask('GET', '/healthz')).json()).toEqual({ status: 'ok' })
    expect(await (await server.ask('GET', '/readyz')).json()).toEqual({ status: 'ready' })
    server.state.leaving = true
    expect((await server.ask('GET', '/healthz')).status).toBe(200)
    expect(await errorOf(await server.ask('GET', '/readyz'))).toMatchObject({ status: 503, code: 'leaving' })
    server.state.leaving = false
  })

  it('hears that a server without its database takes no work', async () => {
    const closed = await testServer()
    await closed.close()
    expect(await errorOf(await closed.ask('GET', '/readyz'))).toMatchObject({ status: 503, code: 'broken' })
    const { status, code } = await errorOf(await closed.ask('POST', '/api/maps'))
    expect({ status, code }).toEqual({ status: 503, code: 'unavailable' })
  })

  it('gets figures that Prometheus reads', async () => {
    const { id, links } = await server.make()
    await server.enter(id, links.editor.token)
    const text = await (await server.ask('GET', '/metrics')).text()
    for (const line of text.trim().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{code="\d(xx|\d+)"\})? [\d.e+-]+)$/)
    }
    expect(text).toContain('verbatim_sockets 1\n')
    expect(text).toContain('verbatim_unsaved_bytes 0\n')
    expect(text).toMatch(/^verbatim_event_loop_delay_seconds \S+$/m)
    expect(text).toContain('verbatim_http_answers_total{code="2xx"}')
  })

  it('gets the schema of a map document', async () => {
    const response = await server.ask('GET', '/schema/map-1.json')
    expect(response.headers.get('content-type')).toContain('application/schema+json')
    expect(await response.json()).toMatchObject({ $id: '/schema/map-1.json', type: 'object' })
  })
})

describe('the description of the API', () => {
  type Description = { paths: Record<string, Record<string, { security: unknown[]; responses: object }>> }

  it('names exactly the routes that there are', async () => {
    const description = (await (await server.ask('GET', '/openapi.json')).json()) as Description
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    )
    const served = server.app.routes
      .filter(({ method, path }) => method !== 'ALL' && /^\/(api|healthz|readyz|metrics|schema)/.test(path))
      .map(
        ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}').replace(/\/(json|png|csv)$/, '/{format}')}`,
      )
    expect(new Set(described)).toEqual(new Set(served))
  })

  it('says which routes need a token', async () => {
    const description = (await (await server.ask('GET', '/openapi.json')).json()) as Description
    for (const [path, methods] of Object.entries(description.paths)) {
      for (const { security } of Object.values(methods)) {
        expect(security).toHaveLength(path.startsWith('/api/maps/') ? 1 : 0)
      }
    }
  })
})
