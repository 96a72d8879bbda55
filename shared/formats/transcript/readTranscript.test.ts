import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyMap, type MapDocument } from '../../model/MapDocument.ts'
import { planImport } from '../csv/plan.ts'
import { mapAfter, toolsFor } from '../csv/testTools.ts'
import { looksLikeTranscript, readTranscript } from './readTranscript.ts'
import { sessionCalled, suggestTranscript } from './suggestTranscript.ts'

function rowsOf(text: string): string[][] {
  const read = readTranscript(text)
  if (!read.ok) throw new Error(read.message)
  return read.table.rows
}

const TIMED = [
  ['00:00:05', 'Mia Weber', 'How did it begin?'],
  ['00:00:09', 'Anna', 'I rang twice. Nobody came.'],
]

describe('a transcript', () => {
  it.each([
    ['plain lines', 'Mia Weber: How did it begin?\nAnna: I rang twice.\n\nAnna: Nobody came.\nMia Weber: And then?'],
    ['Word’s spaces and marks', '**Mia Weber:** How did it begin?\n>> Anna :  I rang twice.\n>> Anna: Nobody came.'],
  ])('is read turn by turn: %s', (_, text) => {
    expect(rowsOf(text).slice(0, 3)).toEqual([
      ['turn 1', 'Mia Weber', 'How did it begin?'],
      ['turn 2', 'Anna', 'I rang twice.'],
      ['turn 3', 'Anna', 'Nobody came.'],
    ])
  })

  it.each([
    ['time in brackets', '[00:00:05] Mia Weber: How did it begin?\n[00:00:09] Anna: I rang twice. Nobody came.'],
    ['time alone before the name', '0:05 Mia Weber: How did it begin?\r\n0:09 Anna: I rang twice. Nobody came.'],
    ['time behind the name', 'Mia Weber (00:05): How did it begin?\nAnna (00:09): I rang twice. Nobody came.'],
    [
      'names and times in lines of their own',
      'Mia Weber  0:05\nHow did it begin?\n\nAnna  0:09\nI rang twice. Nobody came.',
    ],
    [
      'times in lines of their own',
      '00:00:05\nMia Weber: How did it begin?\n\n00:00:09\nAnna: I rang twice. Nobody came.',
    ],
    [
      'WebVTT of a call',
      'WEBVTT\n\n1\n00:00:05.000 --> 00:00:08.000\nMia Weber: How did it begin?\n\n2\n00:00:09.000 --> 00:00:10.000\nAnna: I rang twice.\n\n3\n00:00:10.500 --> 00:00:12.000\nAnna: Nobody came.\n',
    ],
    [
      'WebVTT with voices',
      'WEBVTT\n\n00:05.000 --> 00:08.000\n<v Mia Weber>How did it begin?</v>\n\n00:09.000 --> 00:10.000\n<v Anna>I rang <i>twice</i>.</v>\n\n00:11.000 --> 00:12.000\n<v Anna>Nobody came.</v>\n',
    ],
    [
      'SRT',
      '1\n00:00:05,000 --> 00:00:08,000\nMia Weber: How did it begin?\n\n2\n00:00:09,000 --> 00:00:12,000\nAnna: I rang twice.\nNobody came.\n',
    ],
  ])('keeps when it was said: %s', (_, text) => {
    expect(rowsOf(text)).toEqual(TIMED)
  })

  it('keeps paragraphs and sentences with a colon, and leaves a title out', () => {
    const text =
      'Interview about repairs\n12 March\n\nI: What happened?\nP1: They told me this: wait.\nI waited and then I said: no.\n\nNote that I was late: very late.\nI: Thanks.\nP1: Bye.'
    expect(rowsOf(text)).toEqual([
      ['turn 1', 'I', 'What happened?'],
      ['turn 2', 'P1', 'They told me this: wait.\nI waited and then I said: no.\n\nNote that I was late: very late.'],
      ['turn 3', 'I', 'Thanks.'],
      ['turn 4', 'P1', 'Bye.'],
    ])
  })

  it('is read in other scripts', () => {
    expect(rowsOf('采访者：怎么了？\n客户：我等了三个小时。')).toEqual([
      ['turn 1', '采访者', '怎么了？'],
      ['turn 2', '客户', '我等了三个小时。'],
    ])
    expect(rowsOf('المحاور: ماذا حدث؟\nليلى: انتظرت ساعتين.')[1]).toEqual(['turn 2', 'ليلى', 'انتظرت ساعتين.'])
  })

  it('cuts words of nobody named at the end of a sentence', () => {
    const cue = (second: number, words: string) => `00:00:0${second}.000 --> 00:00:0${second}.900\n${words}\n\n`
    expect(rowsOf(`WEBVTT\n\n${cue(1, 'I waited')}${cue(2, 'for hours.')}${cue(3, 'Then I left.')}`)).toEqual([
      ['00:00:01', '', 'I waited for hours.'],
      ['00:00:03', '', 'Then I left.'],
    ])
  })

  it('is told from tables, lists and letters', () => {
    expect(looksLikeTranscript('I: How?\nP: Well.\nI: Why?\nP: So.')).toBe(true)
    expect(looksLikeTranscript('[0:05] Ann: I waited.\n[0:09] Ben: So did I.')).toBe(true)
    expect(looksLikeTranscript('customer,comment\nann,Note: it rained\nben,Fine: thanks')).toBe(false)
    expect(looksLikeTranscript('Dear team,\nthe waiting room: a disgrace.\nYours\nAnn')).toBe(false)
    expect(looksLikeTranscript('It was fine.\nI waited.\nNobody came.')).toBe(false)
    expect(readTranscript('It was fine.')).toMatchObject({ ok: false, message: expect.stringMatching(/No speakers/) })
  })

  it('of any text at all is read in time that grows with it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ' ', ':', '\n', '[', '0:01', '<v ', '>', '-->', 'Ann: ', '：', '{\\')),
        pieces => {
          const read = readTranscript(pieces.join(''))
          expect(read.ok || /\.”?$/.test(read.message)).toBe(true)
        },
      ),
    )
    for (const piece of ['<', ' ', 'a:', '[0:01', '{\\']) readTranscript(`A: ${piece.repeat(200_000)}`)
  })
})

const SESSION = `Moderator: How did you hear of us?
Anna Kruse: From a friend. I am Anna Kruse.
Moderator: Mm-hm.
Anna Kruse: She was happy.
Agent: That is good to hear.
Moderator: And what went wrong?
Moderator: Anything at all?
Ben: I waited three hours. Ring me on 020 7946 0018.
Observer: (coughs)
`

function plan(text: string, existing: MapDocument, space = 'a', session = 'Panel March') {
  const read = readTranscript(text)
  if (!read.ok) throw new Error(read.message)
  const choices = suggestTranscript(read.table, existing, 'panel_march.txt')
  const speakers = choices.speakers.map(entry =>
    entry.value === 'Observer' ? { ...entry, part: 'left-out' as const } : entry,
  )
  return planImport(
    read.table,
    { ...choices, speakers, ...sessionCalled(session, existing) },
    existing,
    toolsFor(space),
  )
}

describe('a session', () => {
  it('gives quotes with who spoke, where it was said, and what was asked', () => {
    const { add, counts, skipped } = plan(SESSION, emptyMap())
    expect(add.quotes?.map(({ text, ref, prompt, how }) => [text, ref, prompt, how])).toEqual([
      ['From a friend. I am ██████████.', 'Panel March, turn 2', 'How did you hear of us?', 'recorded'],
      ['She was happy.', 'Panel March, turn 4', 'How did you hear of us?', 'recorded'],
      ['That is good to hear.', 'Panel March, turn 5', 'How did you hear of us?', 'recorded'],
      [
        expect.stringContaining('I waited three hours.'),
        'Panel March, turn 8',
        'And what went wrong? Anything at all?',
        'recorded',
      ],
    ])
    expect(add.customers?.map(({ alias, side }) => [alias, side])).toEqual([
      ['Customer 1', 'customer'],
      ['Staff 1', 'staff'],
      ['Customer 2', 'customer'],
    ])
    expect(add.sources).toMatchObject([{ name: 'Panel March', method: 'Panel' }])
    expect(skipped).toEqual([{ row: 9, reason: 'Turns of this speaker were left out.' }])
    expect(counts).toMatchObject({ rows: 9, added: 4, asked: 4, skipped: 1 })
    expect(JSON.stringify(add)).not.toMatch(/Kruse|7946/)
  })

  it('imported again adds only what is new, also where turns moved', () => {
    const map = mapAfter(emptyMap(), plan(SESSION, emptyMap()))
    expect(plan(SESSION, map, 'b').add).toEqual({})
    const longer = plan(`Moderator: Welcome.\nBen: Hello.\n${SESSION}Ben: One thing more.\n`, map, 'c')
    expect(longer.add.quotes?.map(({ text }) => text)).toEqual(['Hello.', 'One thing more.'])
    expect(longer.add.customers).toBeUndefined()
  })

  it('of another name has other people, even when they are called alike', () => {
    const map = mapAfter(emptyMap(), plan(SESSION, emptyMap()))
    expect(plan(SESSION, map, 'b', 'Panel April').counts).toMatchObject({ added: 4, customers: 3 })
  })

  it('finds who asks, by name or by asking', () => {
    const asking = (text: string) => {
      const read = readTranscript(text)
      if (!read.ok) throw new Error(read.message)
      return suggestTranscript(read.table, emptyMap(), 'a.txt')
        .speakers.filter(({ part }) => part === 'asks')
        .map(({ value }) => value)
    }
    expect(asking(SESSION)).toEqual(['Moderator'])
    expect(asking('Mia: How?\nAnn: So.\nMia: Why?\nAnn: Because.\nMia: Thanks.\nAnn: Bye.')).toEqual(['Mia'])
    expect(asking('Mia: So.\nAnn: So.\nMia: No.\nAnn: No.')).toEqual([])
  })
})
