/**
 * What makes a number an amount and therefore nobody's number: a currency or a unit beside it. Every pattern is
 * bounded, so that a search costs the same at each position.
 */

const CURRENCY = '[£$€¥₹₽₺₩]|(?:US|A|C|NZ|HK)\\$'
const CURRENCY_WORDS =
  'eur|euros?|gbp|pounds?|quid|pence|usd|dollars?|bucks|cents?|chf|francs?|franken|sek|nok|dkk|kr|kronor|kroner|' +
  'pln|zł|zloty|czk|kč|huf|ft|forint|ron|lei|inr|rupees?|rs|jpy|yen|cny|yuan|rmb|aud|cad|nzd|try|lira'
const UNITS =
  'km|kms|kilomet(?:er|re)s?|miles?|mi|mph|m|met(?:er|re)s?|cm|mm|ft|feet|foot|inch(?:es)?|yards?|yds?|' +
  'kg|kgs|kilos?|g|grams?|mg|tons?|tonnes?|lbs?|stone|oz|l|lit(?:er|re)s?|ml|pints?|gallons?|kwh|wh|kw|watts?|' +
  'mb|gb|kb|tb|mbit|bytes?|°|%|percent|per cent|degrees?|°?c|steps?|points?|pts|calories|kcal|' +
  'times?|x|seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|wks?|months?|years?|yrs?|am|pm|' +
  'people|persons?|users?|customers?|patients?|pages?|words?|items?|units?|pieces?|views?|rows?|copies|' +
  'uhr|stunden?|minuten|sekunden|tage?|wochen?|monate?|jahre?n?|personen|leute|heures?|jours?|semaines?|mois|ans|' +
  'personnes|horas?|minutos|días|dias|semanas|meses|años|personas|ore|minuti|giorni|settimane|mesi|anni|persone|' +
  'uur|dagen|weken|maanden|jaar|mensen'

const BEFORE = new RegExp(`(?:${CURRENCY}|(?<![\\p{L}])(?:${CURRENCY_WORDS})\\.?)\\s{0,2}$`, 'iu')
const AFTER = new RegExp(
  `[.,]?-{0,2}\\s{0,2}(?:${CURRENCY}|(?:${CURRENCY_WORDS}|${UNITS})(?![\\p{L}\\d])|million|thousand|billion)`,
  'iuy',
)

/** Longest text before a number in which a currency can stand. */
const REACH = 12

/** Whether a currency stands right before `start`. */
export function currencyBefore(text: string, start: number): boolean {
  return BEFORE.test(text.slice(Math.max(0, start - REACH), start))
}

/** Whether a currency or a unit stands right after `end`. */
export function unitAfter(text: string, end: number): boolean {
  AFTER.lastIndex = end
  return AFTER.test(text)
}
