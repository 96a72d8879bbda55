import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export const projectRoot = join(import.meta.dirname, '..')

export type Finished = { code: number; output: string; seconds: number }

/** Our tools write into a pipe and see no terminal; the person may. */
export const isColourful = process.stdout.isTTY && !process.env.NO_COLOR

/** How long after a process ended its output may still come; a stray child of it can hold the pipe open for ever. */
const lastWords = 2_000

/** Runs a program to its end; its output (both streams) is shown as it comes with `show`, and always returned. */
export function run(
  program: string,
  args: readonly string[],
  { show = false, env = {} }: { show?: boolean; env?: Record<string, string> } = {},
): Promise<Finished> {
  const started = performance.now()
  const colours = isColourful ? { FORCE_COLOR: '1' } : {}
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: projectRoot,
      env: { ...process.env, ...colours, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    const take = (chunk: Buffer) => {
      chunks.push(chunk)
      if (show) process.stdout.write(chunk)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    const closed = new Promise(done => child.on('close', done))
    child.on('error', reject)
    child.on('exit', async code => {
      await Promise.race([closed, wait(lastWords, undefined, { ref: false })])
      for (const stream of [child.stdout, child.stderr]) stream.destroy()
      const seconds = (performance.now() - started) / 1000
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString(), seconds })
    })
  })
}

/** As `run`, for a tool in `node_modules`, by the Node that runs us: the system's may be too old for it. */
export function runTool(script: string, args: readonly string[], options?: Parameters<typeof run>[2]) {
  return run(process.execPath, [join(projectRoot, 'node_modules', script), ...args], options)
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
