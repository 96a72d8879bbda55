import type { Slide } from './slide.ts'

/** What is said of a scene when it comes: where in the storyline, its heading, what is claimed and how many say so. */
export function announcement(slide: Slide, index: number, count: number): string {
  return [`Scene ${index + 1} of ${count}`, slide.heading, inWords(slide)].filter(Boolean).join('. ')
}

/** What a scene shows, in a sentence or two. */
export function inWords(slide: Slide): string {
  switch (slide.kind) {
    case 'title':
      return slide.facts.join('. ')
    case 'view':
      return 'A part of the map'
    case 'claim':
      return [slide.statement === slide.heading ? '' : slide.statement, slide.sentence].filter(Boolean).join('. ')
    case 'comparison':
      return slide.findings.join(' ')
    case 'number':
      return [slide.figure, slide.words].filter(Boolean).join(' ')
  }
}
