import { describe, expect, it } from 'vitest'
import { KINDS } from '#shared/model/kinds.ts'
import { QuoteSearch } from './QuoteSearch.ts'

const quote = (id: string, text: string) => KINDS.quotes.make({ id, text })

async function searchOf(...texts: string[]) {
  const search = new QuoteSearch()
  await search.add(
    texts.map((text, index) => quote(String(index), text)),
    () => 'Customer 12 Phone',
  )
  return search
}

describe('searching quotes', () => {
  it('finds quotes that hold every word, while the last one is still being typed', async () => {
    const search = await searchOf('Nobody rang me back', 'They rang at once', 'Nobody told me')
    expect(search.find('nobody ran')).toEqual(['0'])
  })

  it('finds words with accents by plain letters, and long ones with a slip', async () => {
    const search = await searchOf('The café was shut', 'An appointment at nine')
    expect(search.find('cafe')).toEqual(['0'])
    expect(search.find('apointment')).toEqual(['1'])
  })

  it('finds the middle of a sentence that has no spaces', async () => {
    const search = await searchOf('電話がずっと繋がらない', 'すぐに繋がった')
    expect(search.find('ずっと')).toEqual(['0'])
  })

  it('finds by who said it, and what was added later', async () => {
    const search = await searchOf('One')
    await search.add([quote('0', 'One'), quote('new', 'Two')], () => 'Customer 99')
    expect(search.find('99')).toEqual(['new'])
    expect(search.find('customer 12')).toEqual(['0'])
  })
})
