import type { Slide } from './slide.ts'

/** What is said of a scene when it comes: where in the storyline, its heading, whose words count, what is claimed and how many say so. */
export function announcement(slide: Slide, index: number, count: number): string {
  return sentences([`Scene ${index + 1} of ${count}`, slide.heading, slide.only, inWords(slide)])
}

/** What a scene shows, in a sentence or two. */
export function inWords(slide: Slide): string {
  switch (slide.kind) {
    case 'title':
      return sentences(slide.facts)
    case 'view':
      return 'A part of the map'
    case 'claim':
      return sentences([slide.statement === slide.heading ? '' : slide.statement, slide.sentence])
    case 'comparison':
      return slide.findings.join(' ')
    case 'number':
      return [slide.figure, slide.words].filter(Boolean).join(' ')
  }
}

/** One after the other, each with one full stop between it and the next, whether it brings its own or not. */
function sentences(parts: readonly string[]): string {
  return parts
    .filter(Boolean)
    .map((part, index, all) => (index < all.length - 1 && !/[.?!…]$/.test(part) ? `${part}.` : part))
    .join(' ')
}
