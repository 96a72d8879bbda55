import { describe, expect, it } from 'vitest'
import { type LeadNews, type Place, readLeadWish, writeLeadNews } from '#shared/protocol/lead.ts'
import { readMessage } from '#shared/protocol/messages.ts'
import { LeadLink } from './LeadLink.ts'
import { type Leading, type LeadingEvent, NOT_LED, nextLeading, partOf, placeOf } from './leading.ts'

const at = (scene: string): Place => ({ scene, words: false, black: false })
const fay = { id: 'p-fay', name: 'Fay', color: '#123456' }
const heard = (news: LeadNews): LeadingEvent => ({ type: 'heard', news })
const led = (mine: boolean, scene = 's1') => heard({ type: 'lead', mine, leader: fay, place: at(scene) })
const moved = (scene: string, yours = false) => heard({ type: 'place', yours, place: at(scene) })
const said = (scene: string, isSent = true): LeadingEvent => ({ type: 'said', place: at(scene), isSent })
const [connecting, synced]: LeadingEvent[] = [{ type: 'connecting' }, { type: 'synced' }]
const [asked, refused]: LeadingEvent[] = [{ type: 'asked' }, { type: 'refused' }]

function having(...events: (LeadingEvent | undefined)[]): Leading {
  return events.reduce<Leading>((state, event) => (event ? nextLeading(state, event) : state), NOT_LED)
}

const sceneAfter = (...events: (LeadingEvent | undefined)[]) => placeOf(having(...events)).scene

describe('who follows', () => {
  it('goes where the leader goes, looks around, and comes back to where the leader is by then', () => {
    expect(partOf(having(led(false)))).toBe('follows')
    expect(sceneAfter(led(false), moved('s2'))).toBe('s2')
    const away = [led(false), { type: 'follow', follows: false } as const, moved('s5')]
    expect(partOf(having(...away))).toBe('apart')
    const back = having(...away, { type: 'follow', follows: true })
    expect([partOf(back), placeOf(back).scene]).toEqual(['follows', 's5'])
  })

  it('stays at the scene when nobody leads any more, and is left alone', () => {
    const left = having(led(false), moved('s4'), heard({ type: 'nobody' }))
    expect([partOf(left), placeOf(left).scene, left.retakes]).toEqual(['apart', 's4', false])
  })

  it('keeps the scene while the connection is away, and learns on return that nobody leads any more', () => {
    const away = having(led(false), moved('s4'), connecting)
    expect([partOf(away), placeOf(away).scene]).toEqual(['follows', 's4'])
    expect(partOf(nextLeading(away, { type: 'synced' }))).toBe('apart')
    expect(having(led(false), connecting, synced).retakes).toBe(false)
  })
})

describe('who leads', () => {
  it('sees each step at once, and is not thrown back by answers to earlier ones or by another window', () => {
    const steps = [led(true), said('s2'), said('s3')]
    expect(sceneAfter(...steps)).toBe('s3')
    expect(sceneAfter(...steps, moved('s2', true))).toBe('s3')
    expect(sceneAfter(...steps, moved('s9'))).toBe('s3')
    expect(sceneAfter(...steps, moved('s2', true), moved('s3', true))).toBe('s3')
  })

  it('ends where the other window of the same person moved it last', () => {
    expect(sceneAfter(led(true), said('s2'), moved('s2', true), moved('s9'))).toBe('s9')
  })

  it('goes on without a connection, and is believed on return', () => {
    const away = [led(true), connecting, said('s2', false), said('s3', false)]
    expect(sceneAfter(...away)).toBe('s3')
    const back = having(...away, led(true, 's1'), synced)
    expect([placeOf(back).scene, back.isUnsent, back.retakes]).toEqual(['s3', true, false])
  })

  it('takes the lead again after the server forgot it, and not after somebody else took or ended it', () => {
    const lost = having(led(true), said('s3'), connecting, synced)
    expect([partOf(lost), lost.retakes, placeOf(lost).scene]).toEqual(['apart', true, 's3'])
    expect(having(led(true), connecting, led(false), synced).retakes).toBe(false)
    expect(having(led(true), heard({ type: 'nobody' }), connecting, synced).retakes).toBe(false)
  })

  it('is at once where they went between asking for the lead and having it', () => {
    const asking = [synced, asked, said('s2', false), said('s3', false)]
    expect(partOf(having(...asking))).toBe('apart')
    const leading = having(...asking, led(true, 's1'))
    expect([partOf(leading), placeOf(leading).scene, leading.isUnsent, leading.asks]).toEqual([
      'leads',
      's3',
      true,
      false,
    ])
    expect(sceneAfter(...asking, led(false, 's7'))).toBe('s7')
  })

  it('asks again when the connection was lost meanwhile, and not after a refusal', () => {
    const lost = having(synced, asked, connecting, synced)
    expect([lost.asks, lost.retakes]).toEqual([false, true])
    const fromSomebody = having(led(false), synced, asked, connecting, synced)
    expect([fromSomebody.lead, fromSomebody.retakes]).toEqual([null, true])
    const no = having(synced, asked, said('s3', false), refused, connecting, synced)
    expect([no.asks, no.retakes, no.own]).toEqual([false, false, null])
  })

  it('becomes one of those who follow when somebody else takes the lead', () => {
    const taken = having(led(true), said('s3'), led(false, 's3'))
    expect([partOf(taken), taken.own, taken.waiting]).toEqual(['follows', null, 0])
  })
})

describe('a window', () => {
  it('sends again what it moved while it was away, and that it follows', () => {
    const sent: unknown[] = []
    let isConnected = true
    const link = new LeadLink('m', frame => {
      const message = readMessage(frame)
      if (isConnected && message?.type === 'lead') sent.push(readLeadWish(message.lead))
      return isConnected
    })
    const lead = writeLeadNews({ type: 'lead', mine: true, leader: fay, place: at('s1') })
    link.hear(lead)
    link.attend(true)
    isConnected = false
    link.go(at('s2'))
    link.connecting()
    isConnected = true
    link.hear(lead)
    link.synced()
    const follow = { type: 'follow', follows: true }
    expect(sent).toEqual([follow, follow, { type: 'go', place: at('s2') }])
    link.hear(writeLeadNews({ type: 'place', yours: true, place: at('s2') }))
    expect(link.store.getState()).toMatchObject({ own: null, waiting: 0, place: at('s2') })
  })

  it('takes everybody to where it went while it waited for the lead, once', () => {
    const sent: unknown[] = []
    const link = new LeadLink('m', frame => {
      const message = readMessage(frame)
      if (message?.type === 'lead') sent.push(readLeadWish(message.lead))
      return true
    })
    const scenes: string[] = []
    link.store.subscribe(state => scenes.push(placeOf(state).scene))
    link.synced()
    link.claim()
    link.go(at('s2'))
    link.go(at('s3'))
    expect(sent).toEqual([])
    link.hear(writeLeadNews({ type: 'lead', mine: true, leader: fay, place: at('s1') }))
    link.hear(writeLeadNews({ type: 'following', following: { count: 1, people: [] } }))
    expect(sent).toEqual([{ type: 'go', place: at('s3') }])
    link.hear(writeLeadNews({ type: 'place', yours: true, place: at('s3') }))
    expect([...new Set(scenes)]).toEqual(['', 's2', 's3'])
  })

  it('of a nameless person does not lead because somebody else with the same link does', () => {
    const link = new LeadLink('m', () => true)
    const leader = { id: '', name: '', color: '' }
    link.hear(writeLeadNews({ type: 'lead', mine: true, leader, place: at('s1') }))
    expect(partOf(link.store.getState())).toBe('follows')
  })
})
