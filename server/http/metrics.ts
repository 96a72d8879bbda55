import { monitorEventLoopDelay } from 'node:perf_hooks'
import { cpuUsage, memoryUsage, uptime } from 'node:process'
import type { MiddlewareHandler } from 'hono'

/** One family of the Prometheus text format, 0.0.4: its samples by their labels (`{code="2xx"}`, or '' for none). */
type Family = { name: string; type: 'counter' | 'gauge'; help: string; samples: readonly (readonly [string, number])[] }

export type Requests = {
  count: MiddlewareHandler
  family(): Family
}

/** Counts answers by the first digit of their status. */
export function countRequests(): Requests {
  const answers = new Map<string, number>()
  return {
    async count(c, next) {
      await next()
      const code = `${Math.floor(c.res.status / 100)}xx`
      answers.set(code, (answers.get(code) ?? 0) + 1)
    },
    family: () => ({
      name: 'verbatim_http_answers_total',
      type: 'counter',
      help: 'Answers over HTTP, by class of status.',
      samples: [...answers].map(([code, count]) => [`{code="${code}"}`, count]),
    }),
  }
}

/** Connections that the server closed, by code. */
export function closedFamily(closed: ReadonlyMap<number, number>): Family {
  return {
    name: 'verbatim_sockets_closed_total',
    type: 'counter',
    help: 'Sockets in a map that the server closed, by code.',
    samples: [...closed].map(([code, count]) => [`{code="${code}"}`, count]),
  }
}

const loop = monitorEventLoopDelay({ resolution: 10 })
loop.enable()

/** How late work comes to run: the 99th percentile since this was last asked. */
export function delayFamily(): Family {
  const seconds = loop.count > 0 ? loop.percentile(99) / 1e9 : 0
  loop.reset()
  return gauge(
    'verbatim_event_loop_delay_seconds',
    'Delay of the event loop, 99th percentile since last asked.',
    seconds,
  )
}

/** What the process itself uses. */
export function processFamilies(): Family[] {
  const { user, system } = cpuUsage()
  const { rss, heapUsed } = memoryUsage()
  return [
    counter('process_cpu_seconds_total', 'Time on a processor, in seconds.', (user + system) / 1e6),
    gauge('process_resident_memory_bytes', 'Memory in use, in bytes.', rss),
    gauge('verbatim_heap_bytes', 'JavaScript heap in use, in bytes.', heapUsed),
    gauge('verbatim_uptime_seconds', 'Time since the start, in seconds.', uptime()),
  ]
}

export function gauge(name: string, help: string, value: number): Family {
  return { name, type: 'gauge', help, samples: [['', value]] }
}

function counter(name: string, help: string, value: number): Family {
  return { name, type: 'counter', help, samples: [['', value]] }
}

export function writeMetrics(families: readonly Family[]): string {
  const lines = families.flatMap(({ name, type, help, samples }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(([labels, value]) => `${name}${labels} ${value}`),
  ])
  return `${lines.join('\n')}\n`
}
