// Plain JavaScript that older versions of Node can read, so that they get a sentence and not a syntax error.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const neededNode = 24

/**
 * @param {string} sentence
 * @param {number} code 2: the settings or the machine have to change first; 1: something broke
 * @returns {never}
 */
function stop(sentence, code = 2) {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}

if (Number.parseInt(process.versions.node, 10) < neededNode) {
  const ownNode = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
  const remedy = existsSync(ownNode)
    ? 'start it with "npm start", which uses the Node that "npm ci" brought.'
    : `install Node ${neededNode}, or run "npm ci" with development dependencies, which brings it.`
  stop(`Verbatim needs Node ${neededNode} or newer and this is ${process.version}: ${remedy}`)
}

const [mode, ...more] = process.argv.slice(2)
if ((mode !== undefined && mode !== '--dev') || more.length > 0) {
  const unknown = mode === '--dev' ? more[0] : mode
  stop(`"${unknown}" is not an option of Verbatim; its settings are environment variables, which the README lists.`)
}

// The settings are checked before the client is built: a typing error should not take ten seconds to show.
const { readConfig } = await import('./config.ts')
const read = readConfig(process.env)
if (!read.ok) stop(read.message)

const { ensureClient, viteIsInstalled } = await import('./start/client.ts')

/** @param {string} line */
const say = line => process.stdout.write(`${line}\n`)

if (mode === '--dev') {
  if (!viteIsInstalled()) stop('Development needs the development dependencies: run "npm ci" without "--omit=dev".')
  const { dev } = await import('./start/dev.ts')
  await dev(read.config, say).catch(error => stop(error.message, 1))
} else {
  const client = await ensureClient(say)
  if (client.state === 'missing') {
    stop('The client is not built and Vite is not installed: run "npm ci" without "--omit=dev", or copy a built dist.')
  }
  if (client.state === 'broken') stop(`${client.output}\nThe client could not be built: see above.`, 1)
  const { main } = await import('./main.ts')
  await main()
}
if (['start', 'dev'].includes(process.env.npm_lifecycle_event ?? '')) leaveWithNpm()

/**
 * A SIGTERM for npm ends its shell, and the shell ends without telling us: then we leave as if we had been told. Not
 * when we were, because a second signal would cut off the leaving. To be called once the server handles signals; one
 * that it does not handle keeps its meaning, which a listener of ours would take from it.
 */
function leaveWithNpm() {
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
  for (const signal of ['SIGTERM', 'SIGINT']) {
    if (process.listenerCount(signal) > 0) process.once(signal, () => clearInterval(watch))
  }
}
