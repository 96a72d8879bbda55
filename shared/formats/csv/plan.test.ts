import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIST_NAMES } from '../../model/kindNames.ts'
import { KINDS, type Quote } from '../../model/kinds.ts'
import { emptyMap, type MapDocument } from '../../model/MapDocument.ts'
import { recordSchema } from '../../model/schema.ts'
import { matchColumns } from './columns.ts'
import { type ImportPlan, planImport } from './plan.ts'
import { suggest } from './suggest.ts'
import { mapAfter, planOf, tableOf, toolsFor } from './testTools.ts'

function quotesOf(plan: ImportPlan): Quote[] {
  return plan.add.quotes ?? []
}
function only(plan: ImportPlan): Quote {
  const [quote] = quotesOf(plan)
  if (!quote || quotesOf(plan).length !== 1) throw new Error('not one quote')
  return quote
}

describe('a row becomes a quote', () => {
  const plan = planOf(
    'quote_id,customer,segment,channel,stage,touchpoint,verbatim,date,score,sentiment,pain_points,source,question\n' +
      'Q1,Ada L,old,web,Wait,Queue,"It was\r\nslow ",30/09/2021,4,negative,Slow; Far,Spring survey,Why?\n',
  )

  it('with every field where it belongs', () => {
    expect(only(plan)).toEqual({
      id: only(plan).id,
      text: 'It was\nslow',
      customer: plan.add.customers?.[0]?.id,
      touchpoint: plan.add.touchpoints?.[0]?.id,
      about: null,
      kind: 'other',
      feeling: null,
      feelingFrom: null,
      how: 'written',
      prompt: 'Why?',
      saidOn: '2021-09-30',
      channel: 'web',
      score: '4',
      source: plan.add.sources?.[0]?.id,
      ref: 'Q1',
      row: {
        quote_id: 'Q1',
        segment: 'old',
        channel: 'web',
        stage: 'Wait',
        touchpoint: 'Queue',
        date: '30/09/2021',
        score: '4',
        sentiment: 'negative',
        pain_points: 'Slow; Far',
        source: 'Spring survey',
        question: 'Why?',
      },
      line: 2,
    })
  })

  it('and brings its stage, lane, touchpoint, customer and source along, but no pain point and no evidence', () => {
    expect(Object.keys(plan.add)).toEqual(['customers', 'sources', 'stages', 'lanes', 'touchpoints', 'quotes'])
    expect(plan.add.touchpoints?.[0]).toMatchObject({ title: 'Queue', channel: 'web', x: null, y: null })
    expect(plan.add.lanes?.[0]).toMatchObject({ kind: 'frontstage' })
    expect(plan.add.customers?.[0]).toMatchObject({
      alias: 'Customer 1',
      facets: { segment: 'old' },
      consent: 'unknown',
    })
    expect(plan.add.sources?.[0]).toMatchObject({ from: '2021-09-30', to: '2021-09-30', method: 'Survey' })
  })

  it('no new lane is made where one holds touchpoints already', () => {
    const existing = { ...emptyMap(), lanes: [KINDS.lanes.make({ id: 'l1', name: 'Steps', kind: 'steps' })] }
    const { add } = planOf('stage,touchpoint,verbatim\nWait,Queue,a b', { existing })
    expect(add.lanes).toBeUndefined()
    expect(add.touchpoints?.[0]?.lane).toBe('l1')
  })
})

describe('places', () => {
  const text =
    'stage,touchpoint,verbatim\nWait,Queue,a b\nWait,queue ,c d\nPay,Queue,e f\nWait,,g h\nOverall,Joy,i j\nWait,Not assigned,k l\n'

  it('one touchpoint for each stage and value; whole stages, the journey and the tray for the rest', () => {
    const plan = planOf(text)
    const [wait, pay] = plan.add.stages ?? []
    const [inWait, inPay] = plan.add.touchpoints ?? []
    expect([wait?.name, pay?.name, inWait?.stage, inPay?.stage]).toEqual(['Wait', 'Pay', wait?.id, pay?.id])
    expect(quotesOf(plan).map(({ touchpoint, about }) => touchpoint ?? about)).toEqual([
      inWait?.id,
      inWait?.id,
      inPay?.id,
      wait?.id,
      'journey',
      null,
    ])
  })

  it('as the person says: another stage, an existing touchpoint, a whole stage', () => {
    const existing: MapDocument = {
      ...emptyMap(),
      stages: [KINDS.stages.make({ id: 's1', name: 'Before' })],
      touchpoints: [KINDS.touchpoints.make({ id: 't1', title: 'Door', stage: 's1', lane: 'l1' })],
    }
    const plan = planOf(text, {
      existing,
      change: {
        stages: [
          { value: 'Wait', landing: { to: 'existing', id: 's1' } },
          { value: 'Pay', landing: { to: 'new', name: 'Checkout' } },
          { value: 'Overall', landing: { to: 'tray' } },
        ],
        touchpoints: [
          { stage: 'Wait', value: 'Queue', landing: { to: 'existing', id: 't1' } },
          { stage: 'Pay', value: 'Queue', landing: { to: 'stage', stage: null } },
          { stage: 'Overall', value: 'Joy', landing: { to: 'stage', stage: 's1' } },
          { stage: 'Wait', value: 'Not assigned', landing: { to: 'stage', stage: 'Pay' } },
        ],
      },
    })
    const checkout = plan.add.stages?.[0]
    expect(checkout?.name).toBe('Checkout')
    expect(plan.add.touchpoints).toBeUndefined()
    expect(quotesOf(plan).map(({ touchpoint, about }) => touchpoint ?? about)).toEqual([
      't1',
      't1',
      checkout?.id,
      's1',
      's1',
      checkout?.id,
    ])
  })

  it('a record that is gone meanwhile leaves its quotes in the tray', () => {
    const plan = planOf('stage,verbatim\nWait,a b', {
      change: { stages: [{ value: 'Wait', landing: { to: 'existing', id: 'gone' } }] },
    })
    expect(only(plan)).toMatchObject({ touchpoint: null, about: null })
  })
})

describe('customers', () => {
  it('get generated names that go on from those of the map, and are known again by their key', () => {
    const first = planOf('customer,verbatim\nAda,a b\nBen,c d\nAda,e f')
    const existing = mapAfter(emptyMap(), first)
    const second = planOf('customer,verbatim\n ben ,g h\nBen,i j\nCid,k l', { existing, space: 'b' })
    expect(first.add.customers?.map(({ alias }) => alias)).toEqual(['Customer 1', 'Customer 2'])
    expect(second.add.customers?.map(({ alias }) => alias)).toEqual(['Customer 3', 'Customer 4'])
    expect(quotesOf(second).map(({ customer }) => customer)).toEqual([
      second.add.customers?.[0]?.id,
      first.add.customers?.[1]?.id,
      second.add.customers?.[1]?.id,
    ])
  })

  it('are unknown where the column is empty or says so', () => {
    const plan = planOf('customer,verbatim\n,a b\nanonymous,c d\nN/A,e f')
    expect(quotesOf(plan).map(({ customer }) => customer)).toEqual([null, null, null])
    expect(plan.counts).toMatchObject({ customers: 0, unknown: 3 })
  })

  it('without their column: unknown, or another in each row, as the person says', () => {
    const text = 'verbatim\na b\na b\nc d'
    expect(planOf(text).counts).toMatchObject({ added: 3, customers: 0, unknown: 3, flagged: 1 })
    const each = planOf(text, { change: { withoutCustomer: 'each-row-another' } })
    expect(each.counts).toMatchObject({ added: 3, customers: 3, unknown: 0, flagged: 1 })
  })

  it('who withdrew consent are not imported again', () => {
    const first = planOf('customer,verbatim\nAda,a b')
    const map = mapAfter(emptyMap(), first)
    const existing = {
      ...map,
      customers: map.customers.map(customer => ({ ...customer, consent: 'withdrawn' as const })),
    }
    expect(planOf('customer,verbatim\nAda,c d', { existing }).skipped).toEqual([
      { row: 2, reason: 'This customer has withdrawn consent.' },
    ])
  })

  it('stay hidden: their identity enters no field', () => {
    const plan = planOf(
      'quote_id,customer,verbatim,contact name,score,segment\n' +
        'NE PTS 540 - Q1,NE PTS 540,"I am NE PTS 540, really",NE PTS 540,ne  pts 540,of NE PTS 540\n' +
        'mary.jones@example.org/1,Mary.Jones@example.org,Mail Mary.Jones@example.org,x,1,\n' +
        'Q3,Mary Jones,I am mary jones,Mary Jones,1,\n' +
        'Q4,good,It was good,good,1,\n',
    )
    const { customers, quotes } = plan.add
    const written = JSON.stringify({ customers, quotes }).toLowerCase()
    expect(written).not.toMatch(/ne +pts 540|mary|jones/)
    expect(quotes?.[0]?.row.quote_id).toBe('██████████ - Q1')
    expect(quotes?.[0]?.ref).not.toContain('540')
    expect(quotes?.[2]?.ref).toBe('Q3')
    // An everyday word is no way to find a person; only the whole cell is hidden.
    expect(quotes?.[3]).toMatchObject({ text: 'It was good', row: { 'contact name': '████' } })
    expect(plan.warnings).toContain('2 ids give a customer away; a keyed short form stands in.')
  })
})

describe('redaction', () => {
  const plan = planOf(
    'id,customer,verbatim,channel,case number,date\n' +
      'CFPB-3136706,Ada,Call me on 07700 900123,mail to a@b.example,12345678,2022-31-5\n' +
      'CFPB-3136707,Ben,XXXX paid {$25000.00} on XX/XX/2019,web,,2021-09-30\n',
  )

  it('takes addresses and numbers out of words and cells, and keeps the originals apart', () => {
    const [first, second] = quotesOf(plan)
    expect(first?.text).toBe('Call me on ████████████')
    expect(first?.channel).toBe('mail to ███████████')
    expect(first?.row).toEqual({
      id: 'CFPB-3136706',
      channel: 'mail to ███████████',
      'case number': '████████',
      date: '2022-31-5',
    })
    expect(second?.text).toBe('XXXX paid {$25000.00} on XX/XX/2019')
    expect(plan.originals).toEqual([
      {
        quote: first?.id,
        text: 'Call me on 07700 900123',
        row: { channel: 'mail to a@b.example', 'case number': '12345678' },
      },
    ])
    expect(plan.counts.redacted).toBe(1)
  })

  it('reaches the names of stages, touchpoints, sources and columns', () => {
    const { add } = planOf(
      'stage,touchpoint,verbatim,source,call 07700 900123\nx@y.example,Desk 07700900123,a b,S a@b.de,1',
    )
    expect(JSON.stringify(add)).not.toMatch(/@|07700/)
  })

  it('a date that is no date stays as text and is empty in the record', () => {
    expect(quotesOf(plan).map(({ saidOn }) => saidOn)).toEqual([null, '2021-09-30'])
    expect(plan.warnings).toContain('1 date is no date and stays as text.')
  })
})

describe('duplicates', () => {
  it('have the same id, or the same customer and words', () => {
    const plan = planOf('id,customer,verbatim\n1,Ada,a b\n1,Ben,c d\n2,Ada,a  b\n3,Ben,a b')
    expect(plan.duplicates).toEqual([
      { row: 3, of: { row: 2 }, reason: 'The row in line 2 has the same id.' },
      { row: 4, of: { row: 2 }, reason: 'The row in line 2 has the same words of the same customer.' },
    ])
    expect(plan.flagged).toEqual([{ row: 5, of: { row: 2 } }])
    expect(plan.counts).toMatchObject({ rows: 4, added: 2, duplicates: 2, flagged: 1 })
  })

  it('are recognised on the map', () => {
    const existing = mapAfter(emptyMap(), planOf('id,customer,verbatim\n1,Ada,a b'))
    const plan = planOf('id,customer,verbatim\n1,Ada,other words\n7,Ada,a b\n8,Ben,a b', { existing, space: 'b' })
    expect(plan.duplicates.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'A quote on the map has the same id.'],
      [3, 'A quote on the map has the same words of the same customer.'],
    ])
    expect(plan.flagged).toEqual([{ row: 4, of: { quote: existing.quotes[0]?.id } }])
  })

  it('are not those that only share a running number with another survey', () => {
    const existing = mapAfter(emptyMap(), planOf('id,source,verbatim\n1,Spring,a b\n2,Spring,c d'))
    const plan = planOf('id,source,verbatim\n1,Autumn,e f\n2,Autumn,c d', { existing, space: 'b' })
    expect(plan.counts).toMatchObject({ added: 1, duplicates: 1 })
  })
})

describe('rows that are not taken are named with the reason', () => {
  it('no words, too many words, repeated names', () => {
    const plan = planOf(`customer,verbatim\nAda,\nBen,${'x'.repeat(200_001)}\ncustomer,verbatim\nCid,"\n "\nDan,a b`)
    expect(plan.skipped).toEqual([
      { row: 2, reason: 'There are no words in this row.' },
      { row: 3, reason: 'The words are longer than 200,000 characters.' },
      { row: 4, reason: 'This row repeats the column names.' },
      { row: 5, reason: 'There are no words in this row.' },
    ])
    expect(plan.counts).toMatchObject({ rows: 5, added: 1, skipped: 4 })
  })

  it('no column for the words', () => {
    expect(planOf('id,comment\n1,a b', { columns: { id: 0 } }).skipped).toEqual([
      { row: 2, reason: 'No column was chosen for the words.' },
    ])
    expect(planOf('id,comment\n1,a b', { columns: { words: 7 } }).counts.skipped).toBe(1)
  })

  it('a full map', () => {
    const one = KINDS.quotes.make({ id: 'q', text: 'x' })
    const existing = {
      ...emptyMap(),
      quotes: Array.from({ length: 99_999 }, (_, at) => ({ ...one, id: `q${at}`, text: `x${at}` })),
    }
    const plan = planOf('customer,verbatim\nAda,a b\nAda,c d', { existing })
    expect(plan.counts.added).toBe(1)
    expect(plan.skipped).toEqual([{ row: 3, reason: 'The map is full: it holds 100,000 quotes.' }])
  })
})

describe('what a person accepts', () => {
  const text =
    'stage,touchpoint,verbatim,score,sentiment,pain_points\nWait,Queue,a b,1,negative,Slow; Far\nWait,Queue,c d,5,positive,slow\nPay,Till,e f,9,,Slow\n'

  it('sentiment becomes the kind only when accepted', () => {
    expect(quotesOf(planOf(text)).map(({ kind }) => kind)).toEqual(['other', 'other', 'other'])
    const accepted = planOf(text, { change: { acceptSentiment: true } })
    expect(quotesOf(accepted).map(({ kind }) => kind)).toEqual(['did-not-work', 'worked', 'other'])
  })

  it('a score becomes the feeling only when it rates the touchpoint', () => {
    const values = [
      { value: '1', feeling: -2 },
      { value: '5', feeling: 2 },
      { value: '9', feeling: null },
    ]
    const rated = planOf(text, { change: { score: { good: 'high', rates: 'touchpoint', values } } })
    expect(quotesOf(rated).map(({ feeling, feelingFrom, score }) => [feeling, feelingFrom, score])).toEqual([
      [-2, 'score', '1'],
      [2, 'score', '5'],
      [null, null, '9'],
    ])
    const whole = planOf(text, { change: { score: { good: 'high', rates: 'whole', values } } })
    expect(quotesOf(whole).map(({ feeling, score }) => [feeling, score])).toEqual([
      [null, '1'],
      [null, '5'],
      [null, '9'],
    ])
  })

  it('ticked values become one pain point for each touchpoint, and evidence is left to people', () => {
    const plan = planOf(text, {
      change: {
        pains: [
          { value: 'Slow', ticked: true, landing: { to: 'new', name: 'Too slow' } },
          { value: 'Far', ticked: false, landing: { to: 'new', name: 'Far' } },
        ],
      },
    })
    const [queue, till] = plan.add.touchpoints ?? []
    expect(plan.add.painPoints?.map(({ title, touchpoint }) => [title, touchpoint])).toEqual([
      ['Too slow', queue?.id],
      ['Too slow', till?.id],
    ])
    expect(plan.add.evidence).toBeUndefined()
    expect(quotesOf(plan)[0]?.row.pain_points).toBe('Slow; Far')
  })
})

describe('dates', () => {
  it('that can be read in two ways are read with the day first, and it is said', () => {
    const plan = planOf('verbatim,date\na b,03/04/2021')
    expect(only(plan).saidOn).toBe('2021-04-03')
    expect(plan.warnings).toEqual(['The dates can be read in two ways; they were read with the day first.'])
    const changed = planOf('verbatim,date\na b,03/04/2021', { change: { dayOrder: 'month first' } })
    expect(only(changed).saidOn).toBe('2021-03-04')
    expect(changed.warnings).toEqual([])
  })
})

describe('any table and any choices', () => {
  const value = fc.constantFrom(
    '',
    'Wait',
    'wait ',
    'Overall',
    'Not assigned',
    'Queue',
    'Ada',
    'Ben',
    '1',
    '5',
    'a@b.de',
    '█',
    '2021-13-1',
  )
  const words = fc.constantFrom('', ' ', 'a b', 'a  b', 'call 07700 900123', 'c', '"', 'x\ny')
  const rows = fc.array(fc.tuple(value, value, value, value, words, value, value, value), {
    maxLength: 12,
    minLength: 1,
  })
  const header = 'quote_id,customer,stage,touchpoint,verbatim,date,score,pain_points'
  const text = rows.map(list =>
    [header, ...list.map(cells => cells.map(c => `"${c.replaceAll('"', '""')}"`).join(','))].join('\n'),
  )
  const choice = fc.record({
    customer: fc.boolean(),
    id: fc.boolean(),
    withoutCustomer: fc.constantFrom('each-row-another' as const, 'unknown' as const),
    ticked: fc.boolean(),
    rates: fc.constantFrom('touchpoint' as const, 'whole' as const),
  })
  const setUp = (
    source: string,
    chosen: {
      customer: boolean
      id: boolean
      ticked: boolean
      rates: 'touchpoint' | 'whole'
      withoutCustomer: 'each-row-another' | 'unknown'
    },
  ) => {
    const table = tableOf(source)
    const matched = matchColumns(table)
    const columns = { ...matched, customer: chosen.customer ? 1 : null, id: chosen.id ? 0 : null, words: 4 }
    return (existing: MapDocument, space: string) => {
      const suggested = suggest(table, columns, existing)
      const choices = {
        ...suggested,
        withoutCustomer: chosen.withoutCustomer,
        pains: suggested.pains.map(pain => ({ ...pain, ticked: chosen.ticked })),
        score: { ...suggested.score, rates: chosen.rates },
      }
      return planImport(table, choices, existing, toolsFor(space))
    }
  }

  it('every row is added, a duplicate or skipped, and only once', () => {
    fc.assert(
      fc.property(text, choice, (source, chosen) => {
        const plan = setUp(source, chosen)(emptyMap(), 'a')
        const { counts } = plan
        expect(counts.added + counts.duplicates + counts.skipped).toBe(counts.rows)
        expect(counts.added).toBe(quotesOf(plan).length)
        const named = [...plan.duplicates, ...plan.skipped].map(({ row }) => row)
        expect(new Set(named).size).toBe(counts.duplicates + counts.skipped)
        expect(counts.flagged).toBe(plan.flagged.length)
      }),
    )
  })

  it('the same file planned again adds nothing', () => {
    fc.assert(
      fc.property(text, choice, (source, chosen) => {
        const plan = setUp(source, chosen)
        const map = mapAfter(emptyMap(), plan(emptyMap(), 'a'))
        const again = plan(map, 'b')
        expect(again.add).toEqual({})
        expect(again.counts.added).toBe(0)
      }),
    )
  })

  it('what is added fits the schemas, and names nothing that is not there', () => {
    fc.assert(
      fc.property(text, choice, (source, chosen) => {
        const plan = setUp(source, chosen)(emptyMap(), 'a')
        const map = mapAfter(emptyMap(), plan)
        for (const name of LIST_NAMES) for (const record of plan.add[name] ?? []) recordSchema(name).parse(record)
        const all = LIST_NAMES.flatMap(name => map[name].map(({ id }) => id))
        expect(new Set(all).size).toBe(all.length)
        const known = new Set<string | null>([...all, 'journey', null])
        for (const quote of map.quotes) {
          for (const id of [quote.customer, quote.touchpoint, quote.about, quote.source])
            expect(known.has(id)).toBe(true)
        }
        for (const { stage, lane } of map.touchpoints) expect(known.has(stage) && known.has(lane)).toBe(true)
        for (const { touchpoint } of map.painPoints) expect(known.has(touchpoint)).toBe(true)
      }),
    )
  })
})
