import { type ColumnMapping, ROLES, type Role } from '#shared/formats/csv/columns.ts'

/** What a column can be, as people call it; in the order in which they look for it. */
export const ROLE_WORDS: Record<Role, string> = {
  words: 'The customer’s words',
  customer: 'Who said it',
  stage: 'Stage',
  touchpoint: 'Touchpoint',
  date: 'Date',
  channel: 'Channel',
  score: 'Score',
  scoreScale: 'What the score means',
  sentiment: 'Sentiment',
  pains: 'Pain points',
  segment: 'Segment',
  persona: 'Whose journey',
  prompt: 'Question asked',
  source: 'Source',
  id: 'The quote’s own id',
}

/** What a column is taken for; null when it is only kept with each quote. */
export function roleOf(columns: ColumnMapping, column: number): Role | null {
  return ROLES.find(role => columns[role] === column) ?? null
}

/** Takes a column for something else. Each role has one column: the one that had it is only kept from then on. */
export function withRole(columns: ColumnMapping, column: number, role: Role | null): ColumnMapping {
  const before = roleOf(columns, column)
  return {
    ...columns,
    ...(before === null ? {} : { [before]: null }),
    ...(role === null ? {} : { [role]: column }),
  }
}
