import MiniSearch from 'minisearch'
import type { Quote } from '#shared/model/kinds.ts'

/** What is searched of a quote besides its words, such as who said it. */
export type Searchable = { id: string; text: string; facts: string }

/** Written without spaces between words, so that an index of words does not find the middle of a sentence. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Quotes that are indexed in one go before the page may draw again. */
const CHUNK = 400

/** Letters without their accents and case, so that `cafe` finds `Café`. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}

/** Finds quotes by their words. Words of a quote never change, so a quote that is indexed once stays as it is. */
export class QuoteSearch {
  private readonly known = new Map<string, string>()
  private readonly index = new MiniSearch<Searchable>({ fields: ['text', 'facts'], processTerm: plain })

  /** Indexes what is not known yet. Resolves when everything given can be found. */
  async add(quotes: readonly Quote[], factsOf: (quote: Quote) => string): Promise<void> {
    const added: Searchable[] = []
    for (const { id, text, ...rest } of quotes) {
      if (this.known.has(id)) continue
      const searchable = { id, text, facts: factsOf({ id, text, ...rest }) }
      this.known.set(id, plain(`${text} ${searchable.facts}`))
      added.push(searchable)
    }
    await this.index.addAllAsync(added, { chunkSize: CHUNK })
  }

  /** Ids of quotes with all the words, best first; the last word may be unfinished, long ones may be misspelt a little. */
  find(wanted: string): string[] {
    if (WITHOUT_SPACES.test(wanted)) {
      const letters = plain(wanted.trim())
      return [...this.known].flatMap(([id, text]) => (text.includes(letters) ? [id] : []))
    }
    return this.index
      .search(wanted, { combineWith: 'AND', prefix: true, fuzzy: term => (term.length > 5 ? 0.15 : false) })
      .map(result => String(result.id))
  }
}
