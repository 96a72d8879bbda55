// The package's own `server.js`, on a free port of its own choice. Everything stays in memory.
import { createServer } from 'node:http'

// Not as literals: these packages lie in this folder alone, and the type checker of the project must not miss them.
const [utils, ws] = ['@y/websocket-server/utils', 'ws']
const { setupWSConnection } = await import(utils)
const { WebSocketServer } = await import(ws)

const sockets = new WebSocketServer({ noServer: true })
sockets.on('connection', setupWSConnection)

const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/plain' })
  response.end('okay')
})
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (/** @type {unknown} */ webSocket) =>
    sockets.emit('connection', webSocket, request),
  )
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  process.stdout.write(`listening on http://127.0.0.1:${port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
