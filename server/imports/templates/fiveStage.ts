import type { Template } from '../templates.ts'

/** Most customers' journeys, from the first thought to staying. */
export const fiveStage: Template = {
  stages: ['Become aware', 'Choose', 'Buy', 'Use', 'Get help and stay'],
  lanes: [
    { name: 'What they do', kind: 'steps', lineBelow: 'interaction' },
    { name: 'Where they meet us', kind: 'frontstage', lineBelow: 'visibility' },
    { name: 'What we do behind it', kind: 'backstage' },
    { name: 'How it feels', kind: 'feelings' },
    { name: 'Pain points', kind: 'pains' },
  ],
}
