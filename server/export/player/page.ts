import { createHash } from 'node:crypto'
import { quoted } from '#shared/drawing/quoteMarks.ts'
import { SLIDE_THEMES } from '#shared/drawing/slides/themes.ts'
import { escapeXml as escaped } from '#shared/drawing/svg.ts'
import { TOKENS } from '#shared/drawing/theme.ts'
import { announcement, inWords } from '#shared/model/storyline/announcement.ts'
import { ROOM_KEYS } from '#shared/model/storyline/roomKeys.ts'
import type { Slide, SlideWords } from '#shared/model/storyline/slide.ts'
import { icon } from './icons.ts'

export type PageParts = {
  readonly title: string
  /** Under the title, for whoever reads instead of presenting: how many scenes, of which day. */
  readonly facts: string
  readonly slides: readonly Slide[]
  /** Parts of the map that several slides show, as SVG. */
  readonly shared: string
  /** The slides as they were laid out, each under the id by which the script finds it. */
  readonly drawn: readonly { readonly id: string; readonly svg: string }[]
  /** Style sheets and script, as they will stand in the file. */
  readonly style: string
  readonly script: string
}

function sha256(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** Nothing is fetched, nothing is sent, and nothing runs but the one script. */
function policy(style: string, script: string): string {
  const rules = ["default-src 'none'", `script-src ${sha256(script)}`, `style-src ${sha256(style)}`]
  return [...rules, 'font-src data:', 'img-src data:', "base-uri 'none'", "form-action 'none'"].join('; ')
}

/** The colours of the room as custom properties, which the slides are drawn with. */
export function themeStyles(): string {
  return Object.entries(SLIDE_THEMES)
    .map(([name, theme]) => {
      const scheme = name === 'dark' ? 'dark' : 'light'
      return `[data-theme="${name}"]{color-scheme:${scheme};${TOKENS.map(token => `--${token}:${theme[token]}`).join(';')}}`
    })
    .join('\n')
}

function wordsItem({ text, who, stance, recalled }: SlideWords): string {
  const side = stance === 'contradicts' ? '<strong>Against: </strong>' : ''
  const from = `${escaped(who)}${recalled ? ', recalled by a colleague' : ''}`
  const words = escaped(recalled ? text.trim() : quoted(text.trim()))
  const marks = `${stance ? ` data-stance="${stance}"` : ''}${recalled ? ' data-recalled' : ''}`
  return `<li${marks}><blockquote dir="auto">${words}</blockquote><p class="who">${side}${from}</p></li>`
}

/** A scene to be read: what its slide says, and all the words behind it. */
function sceneItem(slide: Slide, index: number, count: number): string {
  const isClaim = slide.kind === 'claim'
  const claim = isClaim ? slide.statement : inWords(slide)
  const name = slide.heading || (isClaim ? slide.statement : '') || `Scene ${index + 1}`
  const lines = [
    `<h2 dir="auto">${escaped(name)}</h2>`,
    slide.only === '' ? '' : `<p class="only" dir="auto">${escaped(slide.only)}</p>`,
    claim === '' || claim === name ? '' : `<p class="claim" dir="auto">${escaped(claim)}</p>`,
    isClaim && slide.sentence ? `<p class="counts">${escaped(slide.sentence)}</p>` : '',
    isClaim && slide.words.length > 0 ? `<ul class="words-list">${slide.words.map(wordsItem).join('')}</ul>` : '',
  ]
  return `<li class="scene" data-said="${escaped(announcement(slide, index, count))}">${lines.join('')}</li>`
}

function button(action: Parameters<typeof icon>[0], label: string, key: string): string {
  return `<button type="button" data-do="${action}" aria-label="${label}" aria-keyshortcuts="${key}" title="${label}">${icon(action)}</button>`
}

/** The whole file. What people typed is escaped here; the drawings were when they were written. */
export function page({ title, facts, slides, shared, drawn, style, script }: PageParts): string {
  const scenes = slides.map((slide, index) => sceneItem(slide, index, slides.length)).join('\n')
  const templates = drawn.map(({ id, svg }) => `<template id="${id}">${svg}</template>`).join('\n')
  return `<!doctype html>
<html lang="en" data-theme="light">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main id="read" class="read">
<h1 dir="auto">${escaped(title)}</h1>
<p class="as-of">${escaped(facts)}</p>
<ol>
${scenes}
</ol>
</main>
<main id="room" class="room" aria-label="Presenting" tabindex="-1" data-keys="${escaped(JSON.stringify(ROOM_KEYS))}" hidden>
<div id="wall" class="wall" aria-hidden="true" data-testid="wall"></div>
<div class="unseen"><h1 id="heading" dir="auto"></h1><div id="said" aria-live="polite"></div></div>
<section id="words" class="words" aria-label="What customers said" hidden>
<header><div><h2 id="words-claim" dir="auto"></h2><p id="words-counts" class="counts"></p></div>
<button type="button" id="words-close" aria-label="Back to the scene" aria-keyshortcuts="Escape" title="Back to the scene">${icon('close')}</button></header>
<ul id="words-list" class="words-list" tabindex="0" aria-label="Quotes"></ul>
</section>
<div id="laser" class="laser" data-testid="laser" hidden></div>
<div id="black" class="black" data-testid="black" hidden></div>
<div id="tools" class="tools" role="toolbar" aria-label="Presenting">
${button('previous', 'Back', 'ArrowLeft')}<span id="place" class="place"></span>${button('next', 'Next', 'ArrowRight')}
${button('list', 'All scenes', 's')}${button('down', 'What customers said', 'ArrowDown')}${button('smaller', 'Smaller text', '-')}${button('larger', 'Larger text', '+')}
${button('colours', 'Colours', 'c')}${button('laser', 'Laser pointer', 'l')}${button('black', 'Black', 'b')}${button('fullScreen', 'Full screen', 'f')}
</div>
</main>
<svg class="parts" aria-hidden="true"><defs>${shared}</defs></svg>
${templates}
<script>${script}</script>
</body>
</html>
`
}
