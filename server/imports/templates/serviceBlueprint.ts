import type { Template } from '../templates.ts'

/** A service from what the customer does down to what makes it possible, with its three lines. */
export const serviceBlueprint: Template = {
  stages: ['Before', 'Arrive', 'Be served', 'Leave', 'Afterwards'],
  lanes: [
    { name: 'What the customer does', kind: 'steps', lineBelow: 'interaction' },
    { name: 'What we do in sight', kind: 'frontstage', lineBelow: 'visibility' },
    {
      name: 'What we do out of sight',
      kind: 'backstage',
      lineBelow: 'internal',
      notes: [['What has to be ready here, so that the step above goes well?']],
    },
    {
      name: 'What supports it',
      kind: 'support',
      notes: [['Which systems, suppliers and rules does this rest on?']],
    },
    { name: 'How it feels', kind: 'feelings' },
    { name: 'Pain points', kind: 'pains' },
  ],
}
