import type { Slide } from '#shared/model/storyline/slide.ts'

/** What is said of a scene when it comes: where in the storyline, its heading, what is claimed and how many say so. */
export function announcement(slide: Slide, index: number, count: number): string {
  const body = () => {
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
  return [`Scene ${index + 1} of ${count}`, slide.heading, body()].filter(Boolean).join('. ')
}

/** Every word that a slide can show, for the fonts that it needs. */
export function wordsOf(slide: Slide): string {
  const said = slide.kind === 'claim' ? slide.words.map(({ text, who }) => `${text} ${who}`).join(' ') : ''
  const named = slide.kind === 'comparison' ? slide.points.map(({ title }) => title).join(' ') : ''
  return `${slide.heading} ${slide.kind === 'claim' ? slide.statement : ''} ${said} ${named}`
}
