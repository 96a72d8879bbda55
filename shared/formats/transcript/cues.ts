import { labelOf, secondsOf, type Turn } from './turns.ts'

const TIMING = /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}/
/** A speaker as WebVTT marks one. */
const VOICE = /^<v(?:\.[^\s>]*)?\s+([^>]+)>/

/** Whether a text holds timed captions (SRT or WebVTT). */
export function hasCues(text: string): boolean {
  return /^\uFEFF?WEBVTT(?:\s|$)/.test(text) || text.split(/\r\n?|\n/, 50).some(line => TIMING.test(line))
}

/**
 * The turns of captions, as calls are recorded (WebVTT, SRT). Captions cut speech into lines: what one speaker says in
 * captions that follow each other is one turn. Words of nobody named end with a sentence.
 */
export function readCues(text: string): Turn[] {
  const turns: Turn[] = []
  const lines = text.split(/\r\n?|\n/)
  for (let index = 0; index < lines.length; index++) {
    const timing = TIMING.exec(lines[index] ?? '')
    if (!timing) continue
    const at = secondsOf(timing[1] ?? '')
    const line = index + 1
    let speaker: string | null = null
    for (index++; index < lines.length && (lines[index] ?? '').trim() !== ''; index++) {
      const { who, words } = spoken(lines[index] ?? '')
      speaker = who ?? speaker
      if (words !== '') add(turns, { line, at, speaker: speaker ?? '', words }, speaker === null)
    }
  }
  return turns
}

function add(turns: Turn[], turn: Turn, isNameless: boolean): void {
  const last = turns.at(-1)
  const goesOn = last !== undefined && last.speaker === turn.speaker
  // In captions a name often stands only where another one begins to speak.
  const isSame = isNameless
    ? last !== undefined && (last.speaker !== '' || !/[.!?。！？…]["”’)]?$/.test(last.words))
    : goesOn
  if (isSame && last) last.words += ` ${turn.words}`
  else turns.push(turn)
}

function spoken(written: string): { who: string | null; words: string } {
  const voice = VOICE.exec(written.trim())
  const plain = written
    .replace(/<[^<>]*>|\{\\[^{}]*\}/g, '')
    .replace(
      /&(amp|lt|gt|nbsp|lrm|rlm);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', nbsp: ' ' })[name] ?? '',
    )
    .replace(/\s+/g, ' ')
    .trim()
  if (voice) return { who: (voice[1] ?? '').trim(), words: plain }
  const label = labelOf(plain)
  return label ? { who: label.speaker, words: label.rest.trim() } : { who: null, words: plain.replace(/^[-–—]\s+/, '') }
}
