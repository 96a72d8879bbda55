import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'

export type ServerProgram = {
  /** A script that prints `listening on http://HOST:PORT` when it listens on the free port it found. */
  script: string
  env?: Readonly<Record<string, string>>
  /** For Node itself, such as `--cpu-prof`. */
  nodeArgs?: readonly string[]
}

export type Usage = { cpuSeconds: number; residentBytes: number }

/** Milliseconds that a server gets to end in order. */
const PATIENCE = 15_000
/** Linux counts processor time in hundredths of a second, on every machine that people use. */
export const TICKS_PER_SECOND = 100

// A benchmark that is told to end takes its servers along; a signal alone would not run what waits for the exit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** A server in a process of its own, watched from outside. */
export class RunningServer {
  readonly port: number
  readonly #child: ChildProcess
  #output = ''

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.port = port
  }

  /** Rejects with what the program printed when it ends before it listens. */
  static async start({ script, env = {}, nodeArgs = [] }: ServerProgram): Promise<RunningServer> {
    const child = spawn(process.execPath, [...nodeArgs, script], {
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...env, HOST: '127.0.0.1', PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    // A benchmark that breaks must not leave servers behind.
    const end = () => child.kill('SIGKILL')
    process.once('exit', end)
    child.once('exit', () => process.off('exit', end))
    let output = ''
    const keep = (data: unknown) => {
      output = `${output}${data}`.slice(-10_000)
    }
    child.stderr.on('data', keep)
    for await (const line of createInterface({ input: child.stdout })) {
      keep(`${line}\n`)
      const port = /^listening on http:\/\/[^:]+:(\d+)$/.exec(line)?.[1]
      if (port === undefined) continue
      const server = new RunningServer(child, Number(port))
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', data => {
          server.#output = `${server.#output}${data}`.slice(-10_000)
        })
      }
      return server
    }
    throw new Error(`The server ended before it listened:\n${output}`)
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** What it printed since it listens, for when something goes wrong. */
  get output(): string {
    return this.#output
  }

  /** All its threads together. Rejects where there is no `/proc`, and when the process has ended. */
  async usage(): Promise<Usage> {
    const folder = `/proc/${this.#child.pid}`
    const [stat, status] = await Promise.all([readFile(`${folder}/stat`, 'utf8'), readFile(`${folder}/status`, 'utf8')])
    // After the name, which stands in brackets and may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [user, system] = [Number(fields[11]), Number(fields[12])]
    const resident = Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1])
    return { cpuSeconds: (user + system) / TICKS_PER_SECOND, residentBytes: resident * 1024 }
  }

  /** The most memory that it ever had, in bytes. */
  async peak(): Promise<number> {
    const status = await readFile(`/proc/${this.#child.pid}/status`, 'utf8')
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]) * 1024
  }

  /** Ends it in order, so that a profile gets written; by force when that takes too long. */
  async stop(): Promise<void> {
    if (!this.isRunning) return
    const exit = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    const force = setTimeout(() => this.#child.kill('SIGKILL'), PATIENCE)
    await exit
    clearTimeout(force)
  }
}
