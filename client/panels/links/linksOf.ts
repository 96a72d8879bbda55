import { KINDS, type Link } from '#shared/model/kinds.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { append } from '#shared/util/append.ts'
import { lookUp } from '../../store/lookUp.ts'
import { type Place, placesOf } from '../places.ts'

/** An arrow as one end sees it: whether it leaves from here, and what is at its other end. */
export type LinkHere = { link: Link; leaves: boolean; title: string }

const indexes = new WeakMap<readonly Link[], ReadonlyMap<string, readonly Link[]>>()

/** The arrows that leave a card or lead to it. A list is indexed once: it stays the same while cards are typed. */
function linksAt(links: readonly Link[], card: string): readonly Link[] {
  let index = indexes.get(links)
  if (!index) {
    const byCard = new Map<string, Link[]>()
    for (const link of links) for (const end of new Set([link.from, link.to])) append(byCard, end, link)
    indexes.set(links, byCard)
    index = byCard
  }
  return index.get(card) ?? []
}

/** The arrows of a card, those that leave first; an arrow whose other end is gone is left out. */
export function linksOf({ links, touchpoints, notes }: MapDocument, card: string): LinkHere[] {
  const titleOf = (id: string) => {
    const touchpoint = lookUp(touchpoints, id)
    if (touchpoint) return KINDS.touchpoints.title(touchpoint)
    const note = lookUp(notes, id)
    return note && KINDS.notes.title(note)
  }
  return linksAt(links, card)
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
