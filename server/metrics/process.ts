import { monitorEventLoopDelay } from 'node:perf_hooks'
import { cpuUsage, memoryUsage, uptime } from 'node:process'
import { counter, type Family, gauge } from './families.ts'

/** Milliseconds between looks at the event loop. */
const RESOLUTION = 10

const loop = monitorEventLoopDelay({ resolution: RESOLUTION })
loop.enable()

/** How late work comes to run: the 99th percentile since this was last asked. */
export function delayFamily(): Family {
  // What is measured is the time between two looks, of which only the rest is delay.
  const seconds = loop.count > 0 ? Math.max(0, loop.percentile(99) / 1e9 - RESOLUTION / 1e3) : 0
  loop.reset()
  return gauge(
    'verbatim_event_loop_delay_seconds',
    'Delay of the event loop, 99th percentile since last asked, in seconds.',
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
