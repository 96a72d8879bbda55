import { words } from './fold.ts'

/** Words of journeys in the order in which people go through them. */
const COURSE: readonly RegExp[] = [
  /\b(?:aware\w*|notice|need|trigger|inspir\w*|bewusstsein)\b/,
  /\b(?:discover\w*|learn|find|search|reach|contact\w*|get help|first contact|entdecken|descubr\w*|decouvr\w*)\b/,
  /\b(?:consider\w*|research|explore|compar\w*|evaluat\w*|plan|planning|uberlegung|consideracion)\b/,
  /\b(?:choose|choice|decide|decision|select\w*|triage|entscheid\w*|decision)\b/,
  /\b(?:apply|application|open|sign up|signup|register|registration|join|enrol\w*|quote|anmeld\w*)\b/,
  /\b(?:book|booking|reserv\w*|order|purchase|buy|buying|acquire|acquisition|checkout|kauf\w*|bestell\w*|achat|compra)\b/,
  /\b(?:wait|waiting|prepare|preparation|before|pre visit|warten|attente|espera)\b/,
  /\b(?:travel|journey there|arriv\w*|deliver\w*|receive|check in|admission|collect\w*|reise|liefer\w*|entrega)\b/,
  /\b(?:onboard\w*|set ?up|install\w*|activat\w*|start|getting started|einricht\w*)\b/,
  /\b(?:use|using|usage|care|treatment|stay|service|experience|visit|during|do|nutz\w*|uso|utilis\w*|behandlung)\b/,
  /\b(?:inform\w*|kept informed|updates?|communicat\w*)\b/,
  /\b(?:pay|payment|fees?|bill\w*|invoice|zahl\w*|pago|paiement)\b/,
  /\b(?:support\w*|help|disputes?|complain\w*|issues?|repair|return\w*|resolve|after sales|hilfe|soporte)\b/,
  /\b(?:handover|discharge|check out|complete|completion|end|finish|ubergabe)\b/,
  /\b(?:renew\w*|retention|loyal\w*|stay with|grow|expand|follow up|aftercare|after)\b/,
  /\b(?:recommend\w*|refer|advoca\w*|share|empfehl\w*)\b/,
  /\b(?:leave|leaving|cancel\w*|close|exit|churn|kundig\w*|salida)\b/,
]

/** Words that are often a minor part of a name; they decide only when nothing else does. */
const MINOR = /\b(?:help|support\w*|inform\w*|service|experience|do|after|before|start|end)\b/

function rank(name: string): number | undefined {
  const plain = words(name)
  const numbered = /^(?:(?:stage|step|phase|schritt|etape|etapa|fase) )?(\d{1,2})\b/.exec(plain)
  if (numbered) return Number(numbered[1])
  const places = COURSE.flatMap((pattern, place) => {
    const at = pattern.exec(plain)
    return at ? [{ place, minor: MINOR.test(at[0]), at: at.index }] : []
  })
  places.sort((a, b) => Number(a.minor) - Number(b.minor) || a.at - b.at)
  return places[0]?.place
}

/**
 * Stage names in the order of the journey where most of them tell it (by a number before them or by their words);
 * a name that does not, follows the one before it. Otherwise the given order.
 */
export function orderStages(names: readonly string[]): string[] {
  const ranks = names.map(rank)
  if (ranks.filter(value => value !== undefined).length < (names.length * 2) / 3) return [...names]
  let before = -1
  const places = names.map((name, index) => {
    before = ranks[index] ?? before
    return { name, place: before }
  })
  return places.sort((a, b) => a.place - b.place).map(({ name }) => name)
}
