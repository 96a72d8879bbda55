import type { Template } from '../templates.ts'

/** Three or four customers, face to face with the team: what worked, what did not, what they dream of. */
export const customerPanel: Template = {
  stages: ['Before we begin', 'What worked', 'What did not work', 'What they dream of'],
  lanes: [
    {
      name: 'For the facilitator',
      kind: 'text',
      notes: [
        [
          'Invite three or four customers, each from another part of the business. Choose them for what they can tell, not for praise.',
          'Then read out the four rules below.',
          'We are serious about our customers. That is why you are here, and thank you for it.',
          'A complaint is worth as much as praise. Please don’t spare us.',
          'What you say is used fairly. On the map you are a number, not a name.',
          'We listen. Nobody of us explains, defends or promises anything today.',
        ],
        ['Tell us about one time when it went well. What did we do?', 'What would you miss if we stopped it?'],
        [
          'Tell us about one time when it went wrong. What happened next?',
          'What do you do without us, because it is easier?',
        ],
        [
          'If nothing stood in the way, what would it be like?',
          'What will you need in a year that nobody gives you today?',
        ],
      ],
    },
    { name: 'What they talk about', kind: 'steps' },
    { name: 'Notes from the panel', kind: 'text' },
    { name: 'Voices heard', kind: 'voices' },
    { name: 'Pain points', kind: 'pains' },
    { name: 'Opportunities', kind: 'opportunities' },
  ],
}
