/** Most digits of a national number by country calling code, so that a number does not swallow what follows it. */
const NATIONAL: Readonly<Record<string, number>> = {
  1: 10,
  7: 10,
  30: 10,
  31: 9,
  32: 9,
  33: 9,
  34: 9,
  36: 9,
  39: 11,
  40: 9,
  41: 9,
  43: 12,
  44: 10,
  45: 8,
  46: 9,
  47: 8,
  48: 9,
  49: 11,
  351: 9,
  352: 9,
  353: 9,
  354: 7,
  358: 11,
  385: 9,
  386: 8,
  420: 9,
  421: 9,
}
/** E.164 allows fifteen digits with the country's own. */
const MOST = 12
const LEAST = 6

const GROUP = /[ ./()-]{0,3}(\d+)/y

/**
 * Takes groups of digits from `at` while their sum stays within `most`; `short` lets one more group follow when few
 * digits stand so far, as in 0151 12345678.
 */
function takeGroups(text: string, at: number, most: number): { end: number; digits: number; groups: number } {
  let end = at
  let digits = 0
  let groups = 0
  for (;;) {
    GROUP.lastIndex = end
    const match = GROUP.exec(text)
    if (!match || (groups === 0 && match.index + match[0].length - (match[1] as string).length !== at)) break
    const more = (match[1] as string).length
    if (digits + more > most && !(digits < 8 && digits + more <= most + 2)) break
    end += match[0].length
    digits += more
    groups++
  }
  return { end, digits, groups }
}

/** Where a phone number ends that starts with a country code (`+44`, `0049`) or with the nought of a national one. */
export function phoneEnd(text: string, start: number): number | undefined {
  return internationalEnd(text, start) ?? nationalEnd(text, start)
}

const INTERNATIONAL = /(?:(?<=\+\(?)|00 ?)([1-9]\d{0,14})/y
const TRUNK = /[ .-]{0,2}\(0\)/y

function internationalEnd(text: string, start: number): number | undefined {
  INTERNATIONAL.lastIndex = start
  const match = INTERNATIONAL.exec(text)
  if (!match) return undefined
  const first = match[1] as string
  const code = [1, 2, 3].map(length => first.slice(0, length)).find(prefix => Object.hasOwn(NATIONAL, prefix))
  const most = (code === undefined ? MOST : (NATIONAL[code] ?? MOST)) + (code ?? '').length
  const from = start + match[0].length
  if (first.length > most || /^\d/.test(text.slice(from, from + 1))) return undefined
  TRUNK.lastIndex = from
  const trunk = TRUNK.exec(text)?.[0] ?? ''
  GROUP.lastIndex = from + trunk.length
  let end = from
  let digits = first.length
  for (let group = GROUP.exec(text); group; group = GROUP.exec(text)) {
    digits += (group[1] as string).length
    if (digits > most) {
      digits -= (group[1] as string).length
      break
    }
    end = GROUP.lastIndex
  }
  return digits - (code ?? '').length >= LEAST ? end : undefined
}

function nationalEnd(text: string, start: number): number | undefined {
  if (text[start] !== '0' || !/\d/.test(text[start + 1] ?? '')) return undefined
  const { end, digits } = takeGroups(text, start, 11)
  return digits >= 8 ? end : undefined
}
