import { describe, expect, it } from 'vitest'
import { matchColumns, type Role } from './columns.ts'
import { tableOf } from './testTools.ts'

/** The names of the columns in their roles, without the empty roles. */
function roles(text: string): Partial<Record<Role, string>> {
  const table = tableOf(text)
  return Object.fromEntries(
    Object.entries(matchColumns(table)).flatMap(([role, column]) =>
      column === null ? [] : [[role, table.columns[column]]],
    ),
  )
}

const row = (header: string, cells: string) => roles(`${header}\n${cells}\n${cells}\n`)

describe('columns are matched by their names', () => {
  it('in the form of the field', () => {
    const header =
      'quote_id,customer,segment,channel,stage,touchpoint,verbatim,date,score,score_scale,sentiment,pain_points,source'
    expect(
      row(header, 'Q1,Ada,old,web,Wait,Queue,It was slow,2024-01-02,4,1 poor .. 5 good,negative,Slow; Far,Survey'),
    ).toEqual({
      id: 'quote_id',
      customer: 'customer',
      segment: 'segment',
      channel: 'channel',
      stage: 'stage',
      touchpoint: 'touchpoint',
      words: 'verbatim',
      date: 'date',
      score: 'score',
      scoreScale: 'score_scale',
      sentiment: 'sentiment',
      pains: 'pain_points',
      source: 'source',
    })
  })

  it.each<[string, string, string, Partial<Record<Role, string>>]>([
    [
      'a survey tool',
      'ResponseId,Respondent ID,Date Submitted,NPS Score,Question,Answer,Survey Name',
      'R_1,17,03/04/2024,9,Why?,Because it is quick,Spring',
      {
        id: 'ResponseId',
        customer: 'Respondent ID',
        date: 'Date Submitted',
        score: 'NPS Score',
        prompt: 'Question',
        words: 'Answer',
        source: 'Survey Name',
      },
    ],
    [
      'German',
      'Kundennummer;Kanal;Phase;Kontaktpunkt;Kommentar;Datum;Bewertung;Stimmung;Schmerzpunkte;Umfrage',
      '17;Telefon;Kauf;Kasse;Es ging schnell;03.04.2024;4;positiv;Preis;Fruehjahr',
      {
        customer: 'Kundennummer',
        channel: 'Kanal',
        stage: 'Phase',
        touchpoint: 'Kontaktpunkt',
        words: 'Kommentar',
        date: 'Datum',
        score: 'Bewertung',
        sentiment: 'Stimmung',
        pains: 'Schmerzpunkte',
        source: 'Umfrage',
      },
    ],
    [
      'French and Spanish',
      'Répondant;Étape;Commentaire;Fecha;Puntuación',
      'a1;Achat;Très bien;03/04/2024;4',
      { customer: 'Répondant', stage: 'Étape', words: 'Commentaire', date: 'Fecha', score: 'Puntuación' },
    ],
    [
      'names with more words',
      'Your overall rating (1-5),Free text comment,Journey stage of visit',
      '4,It was fine,Arrival',
      { score: 'Your overall rating (1-5)', words: 'Free text comment', stage: 'Journey stage of visit' },
    ],
  ])('%s', (_name, header, cells, expected) => {
    expect(row(header, cells)).toEqual(expected)
  })

  it('but not when the cells contradict: numbers are no words', () => {
    expect(row('comment,anything', '17,They kept me waiting')).toEqual({ words: 'anything' })
  })
})

describe('columns without telling names are matched by what they hold', () => {
  it('the longest texts are the words, days the date, few small numbers the score, addresses the customer', () => {
    const lines = Array.from(
      { length: 40 },
      (_, at) =>
        `p${at}@example.org,${(at % 5) + 1},2024-01-${String((at % 28) + 1).padStart(2, '0')},${'word '.repeat(8)}${at}`,
    )
    expect(roles(lines.join('\n'))).toEqual({
      customer: 'Column 1',
      score: 'Column 2',
      date: 'Column 3',
      words: 'Column 4',
    })
  })

  it('a single column is the words', () => {
    expect(roles('It was good\nIt was bad')).toEqual({ words: 'Column 1' })
  })
})
