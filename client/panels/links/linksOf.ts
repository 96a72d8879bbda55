import { KINDS, type Link } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { lookUp } from '../../store/lookUp.ts'
import { type Place, placesOf } from '../places.ts'

/** An arrow as one end sees it: whether it leaves from here, and what is at its other end. */
export type LinkHere = { link: Link; leaves: boolean; title: string }

/** The arrows of a card, those that leave first; an arrow whose other end is gone is left out. */
export function linksOf({ links, touchpoints, notes }: MapDocument, card: string): LinkHere[] {
  const titleOf = (id: string) => {
    const touchpoint = lookUp(touchpoints, id)
    if (touchpoint) return KINDS.touchpoints.title(touchpoint)
    const note = lookUp(notes, id)
    return note && KINDS.notes.title(note)
  }
  return links
    .filter(({ from, to }) => from === card || to === card)
    .flatMap((link): LinkHere[] => {
      const leaves = link.from === card
      const title = titleOf(leaves ? link.to : link.from)
      return title === undefined ? [] : [{ link, leaves, title }]
    })
    .sort((a, b) => Number(b.leaves) - Number(a.leaves))
}

/** Every card that a new arrow from this one can lead to: touchpoints stage by stage, then notes. */
export function linkTargets(map: MapDocument, card: string): Place[] {
  const taken = new Set(map.links.filter(link => link.from === card).map(link => link.to))
  const notes = map.notes.map(note => ({ id: note.id, title: KINDS.notes.title(note), detail: 'Note' }))
  return [...placesOf(map), ...notes].filter(({ id }) => id !== card && !taken.has(id))
}
