/** Facts in one line, with a dot between them; where the line breaks, the dot stays at its end. */
export function dotted(facts: readonly (string | false | null | undefined)[]): string {
  return facts.filter(Boolean).join('\u00a0· ')
}
