import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { DOCUMENT_VERSION } from '#shared/doc/seed.ts'
import { CLOSE, type CloseCode } from '#shared/protocol/closeCodes.ts'
import { Allowance, type Rate } from './Allowance.ts'
import { type Clock, systemClock } from './Clock.ts'
import { ADDRESSES, CLOSE_PATIENCE, CONNECTIONS, CONNECTIONS_PER_MAP, FRAME, UPGRADES } from './limits.ts'
import type { Identity, Member } from './Member.ts'
import { Pulse } from './Pulse.ts'
import type { Room } from './Room.ts'
import type { Log, Rooms } from './Rooms.ts'
import { refuse, SyncSocket, transportOf } from './SyncSocket.ts'
import { readAddress, type SyncAddress } from './syncAddress.ts'

/** What a token opens, or the code with which its bearer is sent away. */
export type Authorisation =
  | (Identity & { readonly ok: true; readonly expiresAt: number | null })
  | { readonly ok: false; readonly code: 4401 | 4403 | 4404 }

type Options = {
  rooms: Rooms
  authorise(token: string | null, map: string): Promise<Authorisation>
  /** Whether the page that asks may open a socket here. */
  allowedOrigin(request: IncomingMessage): boolean
  addressOf(request: IncomingMessage): string
  maxSocketsPerAddress: number
  log: Log
  clock?: Clock
  limits?: Limits
}

type Limits = { readonly perMap: number; readonly inAll: number; readonly upgrades: Rate }
const LIMITS: Limits = { perMap: CONNECTIONS_PER_MAP, inAll: CONNECTIONS, upgrades: UPGRADES }

type Welcome = { room: Room; identity: Identity; expiresAt: number | null }
type Entry = { ok: true; welcome: Welcome } | { ok: false; code: CloseCode }

const refusal = (code: CloseCode): Entry => ({ ok: false, code })

/**
 * Serves `/sync/:id` on this server. The answer detaches it: no new sockets then. To be called when the rooms have
 * stopped; sockets that have not closed two seconds later are cut.
 *
 * Everything is checked before the upgrade is answered, so that no frame arrives before it is known from whom. A
 * refusal is upgraded all the same and then closed with its code: the stock client would retry an HTTP error for ever.
 */
export function attachSync(server: Server, options: Options): () => void {
  const { rooms, authorise, allowedOrigin, addressOf, maxSocketsPerAddress, log } = options
  const { clock = systemClock, limits = LIMITS } = options
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: FRAME,
    perMessageDeflate: false,
    WebSocket: SyncSocket,
  })
  const perAddress = new Map<string, number>()
  const upgrades = new Map<string, Allowance>()
  const pulse = new Pulse(clock)

  server.on('upgrade', upgrade)
  return () => {
    server.off('upgrade', upgrade)
    pulse.stop()
    sockets.close()
    // A client that does not answer a close would hold up the end of the server.
    clock.after(CLOSE_PATIENCE, () => {
      for (const webSocket of sockets.clients) webSocket.terminate()
    })
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const address = readAddress(request.url ?? '')
    if (!address) {
      // In development somebody else may listen too, for pages that reload.
      if (server.listenerCount('upgrade') === 1) socket.destroy()
      return
    }
    // Until ws takes the socket over, an error on it would have no listener and end the process.
    const ignore = () => {}
    socket.on('error', ignore)
    const arrival = rooms.arrivals.start(address.map)
    const isTooMany = count(request, socket)
    const entering = isTooMany ? Promise.resolve(refusal(CLOSE.abuse)) : enter(request, address)
    entering
      .catch(error => {
        log.error({ map: address.map, error: String(error) }, 'could not let somebody in')
        return refusal(CLOSE.tryLater)
      })
      .then(entry => {
        const turnedAway = entry.ok ? arrival.turnedAway(entry.welcome.identity) : null
        const final = turnedAway === null ? entry : refusal(turnedAway)
        sockets.handleUpgrade(request, socket, head, webSocket => {
          socket.off('error', ignore)
          if (final.ok) converse(webSocket, socket, final.welcome)
          else refuse(webSocket, final.code)
        })
      })
      .catch(error => {
        log.error({ map: address.map, error: String(error) }, 'could not open a socket')
        socket.destroy()
      })
      .finally(() => arrival.end())
  }

  /** Counts a socket until it closes. True when its address had all that it may have. */
  function count(request: IncomingMessage, socket: Duplex): boolean {
    const address = addressOf(request)
    const others = perAddress.get(address) ?? 0
    perAddress.set(address, others + 1)
    socket.once('close', () => {
      const left = (perAddress.get(address) ?? 1) - 1
      if (left === 0) perAddress.delete(address)
      else perAddress.set(address, left)
    })
    return others >= maxSocketsPerAddress || !mayUpgrade(address)
  }

  function mayUpgrade(address: string): boolean {
    if (upgrades.size >= ADDRESSES) {
      for (const [other, allowance] of upgrades) if (allowance.isWhole) upgrades.delete(other)
    }
    const allowance = upgrades.get(address) ?? new Allowance(limits.upgrades, clock)
    upgrades.set(address, allowance)
    return allowance.use(1)
  }

  async function enter(request: IncomingMessage, address: SyncAddress): Promise<Entry> {
    if (!allowedOrigin(request)) return refusal(CLOSE.roleTooSmall)
    if (address.version !== null && address.version !== String(DOCUMENT_VERSION)) return refusal(CLOSE.clientTooOld)
    const authorised = await authorise(address.token, address.map)
    if (!authorised.ok) return refusal(authorised.code)
    const room = await rooms.open(address.map)
    if (!room) return refusal(CLOSE.notFound)
    if (rooms.isLeaving) return refusal(CLOSE.leaving)
    if (room.members.size >= limits.perMap || sockets.clients.size >= limits.inAll) return refusal(CLOSE.tryLater)
    if (room.isDamaged) return refusal(CLOSE.tryLater)
    if (address.epoch !== null && address.epoch !== String(room.epoch)) return refusal(CLOSE.otherEpoch)
    const { role, person, link, expiresAt } = authorised
    return { ok: true, welcome: { room, identity: { role, person, link }, expiresAt } }
  }

  function converse(webSocket: WebSocket, socket: Duplex, { room, identity, expiresAt }: Welcome): void {
    // The map may have been closed in the very moment of the upgrade.
    if (!room.isOpen) {
      refuse(webSocket, CLOSE.tryLater)
      return
    }
    pulse.watch(webSocket)
    const member: Member = room.join(identity, transportOf(webSocket, socket))
    const stopExpiry =
      expiresAt === null ? () => {} : clock.after(expiresAt - clock.now(), () => member.close(CLOSE.tokenEnded))
    webSocket.on('message', (data, isBinary) => {
      if (isBinary) room.receive(member, bytesOf(data))
      else member.close(CLOSE.resync)
    })
    webSocket.on('close', () => {
      stopExpiry()
      member.gone()
    })
    // ws is closing it already; the room need not wait for the other side to agree.
    webSocket.on('error', () => member.gone())
  }
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return new Uint8Array(data)
}
