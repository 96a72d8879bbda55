import type { Template } from '../templates.ts'

/** The mirror of a customers' journey: what it is like to be the one who serves, held to the same standards. */
export const staffJourney: Template = {
  whose: 'Staff',
  stages: ['Learn the work', 'Get ready', 'Serve customers', 'Put something right', 'Finish and look back'],
  lanes: [
    { name: 'What staff do', kind: 'steps', lineBelow: 'interaction' },
    { name: 'Where they meet customers', kind: 'frontstage', lineBelow: 'visibility' },
    {
      name: 'What they need from the house',
      kind: 'support',
      notes: [['Who or what helps here, and what is missing?']],
    },
    {
      name: 'What we promise our staff',
      kind: 'text',
      notes: [
        ['We agree what good work is, and what can and can’t be done.'],
        [],
        ['We ask often how it goes, while small troubles are small.'],
        [],
        ['We ask at the end: would you do it again, and would you tell a friend to work here?'],
      ],
    },
    { name: 'How it feels', kind: 'feelings' },
    { name: 'Pain points', kind: 'pains' },
  ],
}
