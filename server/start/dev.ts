import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer as createSocket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createServer } from 'vite'
import type { Config } from '../config.ts'
import { projectRoot } from './client.ts'

/** What the server answers itself; every other address is the client's, whose own sources lie under /api as well. */
const serverPaths = ['/api/maps', '/sync', '/healthz', '/readyz', '/metrics', '/schema', '/openapi.json']

/**
 * The app with reload on save, on one address: Vite serves the client and hands the server's paths on to a child
 * process, which Node restarts when a file that it imported changes. Returns when both are ready; runs until a signal.
 */
export async function dev(config: Config, say: (line: string) => void): Promise<void> {
  const port = config.port || (await freePort(config.host))
  const backendPort = await freePort('127.0.0.1')
  const target = `http://127.0.0.1:${backendPort}`
  const client = await createServer({
    configFile: join(projectRoot, 'vite.config.ts'),
    clearScreen: false,
    logLevel: 'warn',
    server: {
      host: config.host,
      port,
      strictPort: true,
      // The Host header stays as the browser sent it, so that origins and share links are those of this address.
      proxy: Object.fromEntries(serverPaths.map(path => [`^${path}([/?]|$)`, { target, ws: path === '/sync' }])),
    },
  })

  await client.listen()
  const backend = startBackend(backendPort)
  const leave = async () => {
    backend.kill('SIGTERM')
    await client.close()
    process.exit(0)
  }
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)

  await firstReady(backend, say)
  const name = config.host.includes(':') ? `[${config.host}]` : config.host
  say(`listening on http://${name}:${port}`)
}

function startBackend(port: number): ChildProcess {
  const entry = join(projectRoot, 'server/start/backend.ts')
  const args = ['--watch', '--watch-preserve-output', entry]
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1' }
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Passes the server's output on; its own address would mislead, so the first is our signal and the rest a notice. */
async function firstReady(backend: ChildProcess, say: (line: string) => void): Promise<void> {
  if (!backend.stdout) return
  let isReady = false
  const lines = createInterface({ input: backend.stdout })
  const ready = new Promise<void>(resolve => {
    lines.on('line', line => {
      if (!line.startsWith('listening on ')) say(line)
      else if (isReady) say('the server has restarted')
      else resolve()
    })
  })
  await ready
  isReady = true
}

/** Chosen once, because the child keeps it across its restarts. */
async function freePort(host: string): Promise<number> {
  const socket = createSocket().listen(0, host)
  await once(socket, 'listening')
  const address = socket.address()
  socket.close()
  await once(socket, 'close')
  if (address === null || typeof address === 'string') throw new Error('a TCP socket has an address with a port')
  return address.port
}
