import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, testServer } from './testServer.ts'

let server: Awaited<ReturnType<typeof testServer>>
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

async function figure(name: string): Promise<number> {
  const text = await (await server.ask('GET', '/metrics')).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
}

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

  it('hears that a server that cannot write takes no work, until it can again or a while has gone by', async () => {
    const { id, links } = await server.make()
    const link = { role: 'viewer', label: 'x'.repeat(250) }
    const addLinks = async () => {
      for (let index = 0; index < 1_000; index += 1) {
        const { status } = await server.ask('POST', `/api/maps/${id}/links`, {
          token: links.facilitator.token,
          body: link,
        })
        if (status !== 201) return status
      }
      throw new Error('The disk never got full.')
    }
    await server.disk.limitSize(0)
    expect(await addLinks()).toBe(507)
    expect(await errorOf(await server.ask('GET', '/readyz'))).toMatchObject({ status: 503, code: 'failing' })
    expect((await server.ask('GET', '/healthz')).status).toBe(200)
    expect(await figure('verbatim_ready')).toBe(0)
    server.clock.now += 30_000
    expect((await server.ask('GET', '/readyz')).status).toBe(200)
    expect(await addLinks()).toBe(507)
    await server.disk.limitSize(1_000_000_000)
    expect((await server.ask('GET', '/readyz')).status).toBe(503)
    await server.make()
    expect((await server.ask('GET', '/readyz')).status).toBe(200)
  })

  it('gets figures in the form that Prometheus reads', async () => {
    const { id, links } = await server.make()
    await server.enter(id, links.editor.token)
    const text = await (await server.ask('GET', '/metrics')).text()
    const types = new Map<string, string>()
    for (const line of text.trim().split('\n')) {
      const [, name = '', type = ''] = /^# TYPE (\w+) (counter|gauge|histogram)$/.exec(line) ?? []
      if (name !== '') types.set(name, type)
      if (line.startsWith('#')) {
        expect(line).toMatch(/^# (HELP \w+ [A-Z].*\.|TYPE \w+ (counter|gauge|histogram))$/)
        continue
      }
      const [, sample = '', labels = ''] = /^(\w+)(\{(?:code|le)="[\w.+]+"\})? -?[\d.e+-]+$/.exec(line) ?? []
      const family = sample.replace(/_(bucket|sum|count)$/, '')
      expect([line, types.get(sample) ?? types.get(family)]).not.toEqual([line, undefined])
      expect(line.includes('_bucket')).toBe(labels.startsWith('{le='))
      if (types.get(sample) === 'counter') expect(sample).toMatch(/_total$/)
    }
  })

  it('gets a figure for all that an operator watches', async () => {
    const { id, links } = await server.make()
    await server.enter(id, links.editor.token)
    server.deps.figures.countRefusal(4401)
    server.deps.figures.apply.observe(0.0007)
    server.deps.figures.apply.observe(100)
    await server.ask('POST', `/api/maps/${id}/contributions`, {
      token: links.editor.token,
      body: { kind: 'note', text: 'a note' },
    })
    const text = await (await server.ask('GET', '/metrics')).text()
    for (const name of [
      'verbatim_rooms',
      'verbatim_connections',
      'verbatim_durable_lag_seconds',
      'verbatim_unsaved_bytes',
      'verbatim_log_entries',
      'verbatim_log_bytes',
      'verbatim_database_bytes',
      'verbatim_backlog_bytes',
      'verbatim_event_loop_delay_seconds',
    ]) {
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'))
    }
    expect(text).toContain('verbatim_connections_refused_total{code="4401"} 1\n')
    expect(text).toContain('verbatim_apply_seconds_bucket{le="0.0005"} 0\n')
    expect(text).toContain('verbatim_apply_seconds_bucket{le="0.001"} 1\n')
    expect(text).toContain('verbatim_apply_seconds_bucket{le="10"} 1\n')
    expect(text).toContain('verbatim_apply_seconds_bucket{le="+Inf"} 2\n')
    expect(text).toContain('verbatim_apply_seconds_count 2\n')
    expect(await figure('verbatim_commit_seconds_count')).toBe(1)
    expect(await figure('verbatim_log_written_bytes_total')).toBeGreaterThan(10)
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
        ({ method, path }) =>
          `${method} ${path.replace(/:(\w+)/g, '{$1}').replace(/\/(json|png|csv|svg|pdf|zip|html)$/, '/{format}')}`,
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
