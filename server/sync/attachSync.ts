import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { DOCUMENT_VERSION } from '#shared/doc/seed.ts'
import { CLOSE, type CloseCode } from '#shared/protocol/closeCodes.ts'
import { MESSAGE } from '#shared/protocol/messages.ts'
import { Figures } from '../metrics/Figures.ts'
import type { Rate } from './Allowance.ts'
import { type Clock, systemClock } from './Clock.ts'
import {
  CLOSE_PATIENCE,
  CONNECTIONS,
  CONNECTIONS_PER_MAP,
  FRAME,
  REFUSALS_TOLD,
  REFUSED_FRAME,
  REFUSED_PATIENCE,
  UPGRADES,
} from './limits.ts'
import type { Identity, Member } from './Member.ts'
import { PerAddress } from './PerAddress.ts'
import { Pulse } from './Pulse.ts'
import type { Room } from './Room.ts'
import type { Log, Rooms } from './Rooms.ts'
import { refuse, SyncSocket, transportOf } from './SyncSocket.ts'
import { mapIdIn, readAddress, type SyncAddress } from './syncAddress.ts'

/** What a token opens, or the code with which its bearer is sent away. */
export type Authorisation =
  | (Identity & { readonly ok: true; readonly expiresAt: number | null })
  | { readonly ok: false; readonly code: 4401 | 4403 | 4404 }

type Options = {
  rooms: Rooms
  authorise(token: string | null, map: string): Promise<Authorisation>
  /** Whether somebody at this address may try this token now. */
  mayTry?(address: string, token: string): boolean
  /** Whether the page that asks may open a socket here. */
  allowedOrigin(request: IncomingMessage): boolean
  addressOf(request: IncomingMessage): string
  maxSocketsPerAddress: number
  log: Log
  figures?: Figures
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
 * Until its close is answered, the server reads no more of it than fits into one small frame.
 */
export function attachSync(server: Server, options: Options): () => void {
  const { rooms, authorise, mayTry = () => true, allowedOrigin, addressOf, maxSocketsPerAddress, log } = options
  const { figures = new Figures(), clock = systemClock, limits = LIMITS } = options
  const common = { noServer: true, perMessageDeflate: false } as const
  const sockets = new WebSocketServer({ ...common, maxPayload: FRAME, WebSocket: SyncSocket })
  const turnedAway = new WebSocketServer({ ...common, maxPayload: REFUSED_FRAME })
  const perAddress = new Map<string, number>()
  let inAll = 0
  const upgrades = new PerAddress(limits.upgrades, clock)
  const refusalsTold = new PerAddress(REFUSALS_TOLD, clock)
  const pulse = new Pulse(clock)
  figures.backlog = () => [...sockets.clients].reduce((sum, { bufferedAmount }) => sum + bufferedAmount, 0)

  server.on('upgrade', upgrade)
  return () => {
    server.off('upgrade', upgrade)
    pulse.stop()
    sockets.close()
    turnedAway.close()
    // A client that does not answer a close would hold up the end of the server.
    clock.after(CLOSE_PATIENCE, () => {
      for (const webSocket of [...sockets.clients, ...turnedAway.clients]) webSocket.terminate()
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
    const from = addressOf(request)
    const tooMany = count(from, socket)
    const entering = tooMany === null ? enter(request, from, address) : Promise.resolve(refusal(tooMany))
    entering
      .catch(error => {
        log.error({ map: mapIdIn(address), error: String(error) }, 'could not let somebody in')
        return refusal(CLOSE.tryLater)
      })
      .then(entry => {
        const code = entry.ok ? (arrival.turnedAway(entry.welcome.identity) ?? fullOrShut(entry.welcome)) : entry.code
        const door = entry.ok && code === null ? sockets : turnedAway
        door.handleUpgrade(request, socket, head, webSocket => {
          socket.off('error', ignore)
          if (entry.ok && code === null) converse(webSocket, socket, entry.welcome)
          else turnAway(webSocket, code ?? CLOSE.tryLater, address, from)
        })
      })
      .catch(error => {
        log.error({ map: mapIdIn(address), error: String(error) }, 'could not open a socket')
        socket.destroy()
      })
      .finally(() => arrival.end())
  }

  /** Counts a socket until it closes. Answers with which code it has to go when there are too many, or null. */
  function count(address: string, socket: Duplex): CloseCode | null {
    const others = perAddress.get(address) ?? 0
    perAddress.set(address, others + 1)
    inAll += 1
    socket.once('close', () => {
      inAll -= 1
      const left = (perAddress.get(address) ?? 1) - 1
      if (left === 0) perAddress.delete(address)
      else perAddress.set(address, left)
    })
    if (others >= maxSocketsPerAddress || !upgrades.use(address)) return CLOSE.abuse
    return inAll > limits.inAll ? CLOSE.tryLater : null
  }

  async function enter(request: IncomingMessage, from: string, address: SyncAddress): Promise<Entry> {
    if (!allowedOrigin(request)) return refusal(CLOSE.roleTooSmall)
    if (address.version !== null && address.version !== String(DOCUMENT_VERSION)) return refusal(CLOSE.clientTooOld)
    if (address.token !== null && !mayTry(from, address.token)) return refusal(CLOSE.abuse)
    const authorised = await authorise(address.token, address.map)
    if (!authorised.ok) return refusal(authorised.code)
    const room = await rooms.open(address.map)
    if (!room) return refusal(CLOSE.notFound)
    if (address.epoch !== null && address.epoch !== String(room.epoch)) return refusal(CLOSE.otherEpoch)
    const { role, person, link, expiresAt } = authorised
    return { ok: true, welcome: { room, identity: { role, person, link }, expiresAt } }
  }

  /** Why nobody comes into this room just now, or null. Asked last, because many may have come in at once. */
  function fullOrShut({ room }: Welcome): CloseCode | null {
    if (rooms.isLeaving) return CLOSE.leaving
    return room.members.size >= limits.perMap || room.isDamaged || !room.isOpen ? CLOSE.tryLater : null
  }

  function turnAway(webSocket: WebSocket, code: CloseCode, address: SyncAddress, from: string): void {
    figures.countRefusal(code)
    if (refusalsTold.use(from)) log.info({ map: mapIdIn(address), code, from }, 'turned somebody away')
    const stop = clock.after(REFUSED_PATIENCE, () => webSocket.terminate())
    webSocket.once('close', stop)
    refuse(webSocket, code)
  }

  function converse(webSocket: WebSocket, socket: Duplex, { room, identity, expiresAt }: Welcome): void {
    pulse.watch(webSocket)
    const member: Member = room.join(identity, transportOf(webSocket, socket))
    const stopExpiry =
      expiresAt === null ? () => {} : clock.after(expiresAt - clock.now(), () => member.close(CLOSE.tokenEnded))
    webSocket.on('message', (data, isBinary) => {
      if (isBinary) receive(room, member, bytesOf(data))
      else member.close(CLOSE.resync)
    })
    webSocket.on('close', () => {
      stopExpiry()
      member.gone()
    })
    // ws is closing it already; the room need not wait for the other side to agree.
    webSocket.on('error', () => member.gone())
  }

  function receive(room: Room, member: Member, frame: Uint8Array): void {
    const started = performance.now()
    room.receive(member, frame)
    if (isChange(frame)) figures.apply.observe((performance.now() - started) / 1_000)
  }
}

/** A step 2 or an update: sync messages are numbered, and 0 is step 1. */
function isChange(frame: Uint8Array): boolean {
  return frame[0] === MESSAGE.sync && frame[1] !== 0
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return new Uint8Array(data)
}
