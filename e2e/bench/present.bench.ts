import { setTimeout as wait } from 'node:timers/promises'
import type { Row } from '../../scripts/bench.ts'
import { readLeadNews, writeLeadWish } from '../../shared/protocol/lead.ts'
import { encodeLead, MESSAGE, readMessage } from '../../shared/protocol/messages.ts'
import { makeMap } from '../fixtures/api.ts'
import { NO_ADDRESS, step1 } from './rooms/frames.ts'
import { RawSocket } from './rooms/RawSocket.ts'
import { now } from './rooms/stamp.ts'
import { ms, percent, percentile } from './support/figures.ts'
import { numberOption } from './support/options.ts'
import type { RunningServer } from './support/RunningServer.ts'
import { withOurServer } from './support/withOurServer.ts'

export const name = 'A presenter goes from scene to scene, and an audience follows on devices of its own'

/** Steps and the milliseconds between them: faster than anybody presents, slower than two steps run together. */
const STEPS = 100
const BETWEEN = 100
/** Milliseconds for what is late. */
const PATIENCE = 2_000
/** Sockets that are opened at a time. */
const DOORWAY = 25

/** `--followers=300`. */
export async function run(): Promise<Row[]> {
  return [await withOurServer(server => present(server, numberOption('followers', 300)))]
}

async function present(server: RunningServer, followers: number): Promise<Row> {
  const { id, links } = await makeMap(server.address, { sample: true })
  const path = (role: 'editor' | 'viewer') => `/sync/${id}?token=${links[role].token}`
  const sockets: RawSocket[] = []
  const sentAt = new Map<string, number>()
  const ages: number[] = []
  const hear = (frame: Buffer) => {
    if (frame[0] !== MESSAGE.lead) return
    const message = readMessage(new Uint8Array(frame))
    const news = message?.type === 'lead' ? readLeadNews(message.lead) : null
    const sent = news?.type === 'place' ? sentAt.get(news.place.scene) : undefined
    if (sent !== undefined) ages.push((now() - sent) / 1_000)
  }
  const join = async (role: 'editor' | 'viewer', heard: (frame: Buffer) => void) => {
    const isOpen = Promise.withResolvers<RawSocket>()
    const socket: RawSocket = new RawSocket(server.port, path(role), {
      opened: () => {
        socket.send(step1(NO_ADDRESS))
        isOpen.resolve(socket)
      },
      frame: heard,
      closed: code => isOpen.reject(new Error(`The server closed a connection with ${code}.`)),
    })
    sockets.push(socket)
    return isOpen.promise
  }
  try {
    const leader = await join('editor', () => {})
    for (let at = 0; at < followers; at += DOORWAY) {
      const some = Math.min(DOORWAY, followers - at)
      const came = await Promise.all(Array.from({ length: some }, () => join('viewer', hear)))
      for (const socket of came) socket.send(encodeLead(writeLeadWish({ type: 'follow', follows: true })))
    }
    await command(server, id, links.editor.token, { command: 'lead', scene: 'first' })
    await wait(PATIENCE)
    for (let step = 0; step < STEPS; step += 1) {
      const scene = `scene ${step}`
      sentAt.set(scene, now())
      leader.send(encodeLead(writeLeadWish({ type: 'go', place: { scene, words: false, black: false } })))
      await wait(BETWEEN)
    }
    await wait(PATIENCE)
  } finally {
    for (const socket of sockets) socket.end()
  }
  return {
    followers: String(followers),
    steps: String(STEPS),
    'age p50': ms(percentile(ages, 50)),
    'age p99': ms(percentile(ages, 99)),
    oldest: ms(Math.max(...ages)),
    seen: percent(ages.length / (STEPS * followers)),
  }
}

async function command({ address }: RunningServer, map: string, token: string, body: object): Promise<void> {
  const response = await fetch(`${address}/api/maps/${map}/session`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
}
