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
