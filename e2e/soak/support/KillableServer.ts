import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const BACKEND = join(import.meta.dirname, '../../../server/start/backend.ts')

/** The server without its pages, in a process of its own, always on the same folder and port. */
export class KillableServer {
  readonly folder: string
  #child: ChildProcess | null = null
  #port = 0
  #said = ''

  constructor(folder: string) {
    this.folder = folder
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Resolves when it listens; rejects with what it printed when it ends before that. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [BACKEND], {
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(this.#port), DATA_DIR: this.folder, LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    child.stderr.on('data', data => {
      this.#said = `${this.#said}${data}`.slice(-10_000)
    })
    for await (const line of createInterface({ input: child.stdout })) {
      const port = /^listening on http:\/\/[^:]+:(\d+)$/.exec(line)?.[1]
      if (port === undefined) continue
      this.#port = Number(port)
      return
    }
    throw new Error(`The server ended before it listened:\n${this.#said}`)
  }

  /** As a power cut would. Throws when it had ended by itself. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** As whoever installs a new version would. Throws when it had ended by itself, or does not leave in order. */
  async leave(): Promise<void> {
    const code = await this.#end('SIGTERM')
    if (code !== 0) throw new Error(`The server left with exit code ${code}:\n${this.#said}`)
  }

  /** Answers the exit code; null when it was killed. */
  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child
    this.#child = null
    if (!child) return 0
    if (child.exitCode !== null) throw new Error(`The server ended by itself:\n${this.#said}`)
    const exit = once(child, 'exit')
    child.kill(signal)
    const [code] = await exit
    return code
  }
}
