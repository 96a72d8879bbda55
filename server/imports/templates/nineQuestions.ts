import type { Template } from '../templates.ts'

/** The questions that every map answers, group by group, with room for where they were asked. */
export const nineQuestions: Template = {
  stages: ['How they use us', 'What worries them', 'What lies ahead of them', 'Whether we matter'],
  lanes: [
    {
      name: 'The nine questions',
      kind: 'text',
      notes: [
        ['1. How do they use what we offer?', '2. Why do they use it?', '3. How does it make them more successful?'],
        ['4. What worries them?', '5. What do we do about these worries?'],
        [
          '6. What do they see in their future?',
          '7. Will we be a valuable part of it?',
          '8. How can we help them get there faster?',
        ],
        ['9. Do we really matter to them? Why, or why not?'],
      ],
    },
    { name: 'Where we ask and listen', kind: 'frontstage' },
    { name: 'Voices heard', kind: 'voices' },
    {
      name: 'What we change',
      kind: 'text',
      notes: [['Five different customers in their own words, or we don’t know yet. Write here what follows from it.']],
    },
  ],
}
