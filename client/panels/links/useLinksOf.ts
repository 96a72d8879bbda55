import { useRef } from 'react'
import { useMap } from '../../store/MapContext.tsx'
import { type LinkHere, linksOf } from './linksOf.ts'

/** The arrows of a card; the same list until one of them, or a title at its other end, is another. */
export function useLinksOf(card: string): readonly LinkHere[] {
  const last = useRef<readonly LinkHere[]>([])
  return useMap(({ map }) => {
    const links = linksOf(map, card)
    const { current } = last
    const isSame = (here: LinkHere, at: number) => here.link === current[at]?.link && here.title === current[at].title
    if (links.length !== current.length || !links.every(isSame)) last.current = links
    return last.current
  })
}
