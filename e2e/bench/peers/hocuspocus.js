// Hocuspocus as its documentation starts it, on a free port. Everything stays in memory.

// Not as a literal: this package lies in this folder alone, and the type checker of the project must not miss it.
const [hocuspocus] = ['@hocuspocus/server']
const { Server } = await import(hocuspocus)

const server = new Server({ address: '127.0.0.1', port: 0, quiet: true, stopOnSignals: false })
await server.listen()
process.stdout.write(`listening on http://127.0.0.1:${server.address.port}\n`)
process.on('SIGTERM', () => process.exit(0))
