import type { Slide } from '#shared/model/storyline/slide.ts'

export { announcement } from '#shared/model/storyline/announcement.ts'

/** Every word that a slide can show, for the fonts that it needs. */
export function wordsOf(slide: Slide): string {
  const said = slide.kind === 'claim' ? slide.words.map(({ text, who }) => `${text} ${who}`).join(' ') : ''
  const named = slide.kind === 'comparison' ? slide.points.map(({ title }) => title).join(' ') : ''
  return `${slide.heading} ${slide.only} ${slide.kind === 'claim' ? slide.statement : ''} ${said} ${named}`
}
