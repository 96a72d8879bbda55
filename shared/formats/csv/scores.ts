import { fold, words } from './fold.ts'

/** −2…2; null for a value that says nothing, such as "don't know". */
export type Feeling = -2 | -1 | 0 | 1 | 2 | null

/** Which end of a score is the good one. */
export type GoodEnd = 'high' | 'low'

const LABELS: readonly (readonly [RegExp, Exclude<Feeling, null> | 'none'])[] = [
  [
    /\b(?:do not know|don t know|dont know|not known|unknown|undocumented|not documented|no answer|not answered|no opinion|refused|prefer not|not applicable|n a|na|not stated|missing|invalid|weiss nicht|keine angabe|k a|ne sait pas|no sabe|non so|weet niet)\b/,
    'none',
  ],
  [
    /\b(?:very|extremely|completely|totally|highly|strongly|sehr|tres|muy|molto|zeer) (?:poor|bad|dissatisfied|unsatisfied|unhappy|unlikely|disagree|negative|difficult|hard|schlecht|unzufrieden|mauvais|malo|cattivo|slecht|insatisfait|insatisfecho)\b|\b(?:terrible|awful|horrible|worst|hate|hated|ungenugend|pessimo|pesimo)\b|\bnot at all\b|\bstrongly disagree\b/,
    -2,
  ],
  [
    /\b(?:very|extremely|completely|totally|highly|strongly|sehr|tres|muy|molto|zeer) (?:good|satisfied|happy|likely|agree|positive|easy|gut|zufrieden|bien|bon|bueno|buono|goed|satisfait|satisfecho)\b|\b(?:excellent|outstanding|perfect|amazing|great|best|love|loved|ausgezeichnet|hervorragend|eccellente|ottimo|excelente)\b|\bstrongly agree\b/,
    2,
  ],
  [
    /\b(?:neither|neutral|ok|okay|fair|average|so so|mixed|undecided|befriedigend|mittel|moyen|regular|neutro|neutraal)\b/,
    0,
  ],
  [
    /\b(?:poor|bad|dissatisfied|unsatisfied|unhappy|unlikely|disagree|negative|difficult|hard|never|no|schlecht|unzufrieden|mangelhaft|mauvais|malo|cattivo|slecht|insatisfait|insatisfecho|low)\b/,
    -1,
  ],
  [
    /\b(?:good|satisfied|happy|likely|agree|positive|easy|yes|gut|zufrieden|bien|bon|bueno|buono|goed|satisfait|satisfecho|high)\b/,
    1,
  ],
]

/** How good a label of a score is; `none` for one that says nothing; undefined for unknown words. */
function labelLevel(label: string): Exclude<Feeling, null> | 'none' | undefined {
  const plain = words(label)
  return LABELS.find(([pattern]) => pattern.test(plain))?.[1]
}

/** The number in a score such as `4`, `4,5`, `4/5`, `3 stars`, `5 - Excellent`; undefined without one. */
function numberIn(value: string): number | undefined {
  const match = /^(-?\d+(?:[.,]\d+)?)(?!\d)/.exec(value.trim())
  return match ? Number((match[1] as string).replace(',', '.')) : undefined
}

/** A score as its describing text says: what its ends are called, and which values mean nothing. */
type Scale = { good: number | undefined; bad: number | undefined; none: ReadonlySet<number> }

const NUMBER_LABEL = /(-?\d+(?:[.,]\d+)?)\s*(?:[=:)]|[-–](?=\s))?\s*(\p{L}[\p{L}' ]*)/gu
const LABEL_NUMBER = /(\p{L}[\p{L}' ]*?)\s*[(=:]\s*(-?\d+(?:[.,]\d+)?)/gu

/** Reads a text such as "1 very good .. 5 very poor (6 do not know, 7 undocumented)" or "poor = 1, excellent = 5". */
export function readScale(text: string): Scale {
  const pairs =
    [
      [...text.matchAll(NUMBER_LABEL)].map(([, number = '', label = '']) => ({ number, label })),
      [...text.matchAll(LABEL_NUMBER)].map(([, label = '', number = '']) => ({ number, label })),
    ]
      .map(list =>
        list.flatMap(({ number, label }) => {
          const level = labelLevel(label)
          return level === undefined ? [] : [{ number: Number(number.replace(',', '.')), level }]
        }),
      )
      .sort((a, b) => b.length - a.length)[0] ?? []
  const levels = pairs.flatMap(({ number, level }) => (level === 'none' ? [] : [{ number, level }]))
  levels.sort((a, b) => b.level - a.level)
  const [best, worst] = [levels[0], levels.at(-1)]
  const told = best !== undefined && worst !== undefined && best.level > worst.level
  return {
    good: told ? best.number : undefined,
    bad: told ? worst.number : undefined,
    none: new Set(pairs.filter(({ level }) => level === 'none').map(({ number }) => number)),
  }
}

/** What is known about a score besides its values. */
export type ScoreContext = {
  /** The column's name. */
  name: string
  /** The text that describes the scale, empty when there is none. */
  scale: string
  /** For each value, as written, the average of its rows' sentiment labels, −2…2. */
  sentiments: ReadonlyMap<string, { sum: number; count: number }>
}

/** Finds the good end from the scale's text, else from labels of sentiment beside it, else from the name. */
export function findGoodEnd(values: readonly string[], { name, scale, sentiments }: ScoreContext): GoodEnd {
  const { good, bad } = readScale(`${name} ${scale}`)
  if (good !== undefined && bad !== undefined) return good > bad ? 'high' : 'low'
  return trend(values, sentiments) < -0.2 || /\b(?:schulnote|schulnoten|effort|aufwand|ces)\b/.test(words(name))
    ? 'low'
    : 'high'
}

/** The correlation of scores with sentiment, −1…1; 0 when nothing can be told. */
function trend(values: readonly string[], sentiments: ScoreContext['sentiments']): number {
  const points = values.flatMap(value => {
    const x = numberIn(value)
    const mean = sentiments.get(value)
    return x === undefined || !mean || mean.count === 0 ? [] : [{ x, y: mean.sum / mean.count, weight: mean.count }]
  })
  const total = points.reduce((sum, { weight }) => sum + weight, 0)
  if (points.length < 2 || total === 0) return 0
  const mean = (of: 'x' | 'y') => points.reduce((sum, point) => sum + point[of] * point.weight, 0) / total
  const [mx, my] = [mean('x'), mean('y')]
  const moment = (f: (p: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + f(point) * point.weight, 0)
  const spread = Math.sqrt(moment(p => (p.x - mx) ** 2) * moment(p => (p.y - my) ** 2))
  return spread === 0 ? 0 : moment(p => (p.x - mx) * (p.y - my)) / spread
}

/** Usual scales, for values whose scale nobody described. */
const USUAL: readonly (readonly [number, number])[] = [
  [1, 5],
  [1, 7],
  [1, 10],
  [0, 10],
  [0, 100],
]

/** The ends of the scale, lowest and highest. */
function findEnds(numbers: readonly number[], context: ScoreContext): readonly [number, number] | undefined {
  const { good, bad } = readScale(`${context.name} ${context.scale}`)
  if (good !== undefined && bad !== undefined) return [Math.min(good, bad), Math.max(good, bad)]
  const written = /(\d+)\s*(?:-|–|to|bis|\.\.+|…)\s*(\d+)/.exec(`${context.name} ${context.scale}`)
  if (written && Number(written[1]) < Number(written[2])) return [Number(written[1]), Number(written[2])]
  if (/\bnps\b/.test(words(context.name))) return [0, 10]
  // 98 and 99 stand for no answer in many surveys.
  const inner = numbers.some(n => n <= 10) ? numbers.filter(n => n < 90) : numbers
  const [low, high] = [Math.min(...inner), Math.max(...inner)]
  return USUAL.find(([from, to]) => low >= from && high <= to) ?? (low < high ? [low, high] : undefined)
}

/**
 * The feeling for each value of a score when its good end is `good`: the scale spread evenly over −2…2, words by what
 * they mean, and null for values outside the scale or that say nothing.
 */
export function scoreFeelings(values: readonly string[], good: GoodEnd, context: ScoreContext): Map<string, Feeling> {
  const numbers = values.flatMap(value => numberIn(value) ?? [])
  const ends = numbers.length === 0 ? undefined : findEnds(numbers, context)
  const { none } = readScale(context.scale)
  return new Map(values.map(value => [value, feelingOf(value, good, ends, none)]))
}

function feelingOf(
  value: string,
  good: GoodEnd,
  ends: readonly [number, number] | undefined,
  none: ReadonlySet<number>,
): Feeling {
  const number = numberIn(value)
  if (number === undefined) {
    const level = labelLevel(value)
    return level === undefined || level === 'none' ? null : level
  }
  if (ends === undefined || none.has(number) || number < ends[0] || number > ends[1]) return null
  const share = (number - ends[0]) / (ends[1] - ends[0])
  return (Math.round((good === 'high' ? share : 1 - share) * 4 - 2) + 0) as Feeling
}

/** Whether the score's own name says that it rates one contact; otherwise it is taken for the whole experience. */
export function ratesTouchpoint(context: ScoreContext): boolean {
  const text = fold(`${words(context.name)} ${words(context.scale)}`)
  if (/\b(?:nps|fft|recommend|overall|whole|friends|general|gesamt|global)\b/.test(text)) return false
  return /\b(?:touchpoint|touch point|step|contact|interaction|call|visit|ces|effort)\b/.test(text)
}
