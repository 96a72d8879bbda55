import { convertToExcalidrawElements, Excalidraw, FONT_FAMILY } from '@excalidraw/excalidraw'
import '@excalidraw/excalidraw/index.css'
import { createRoot } from 'react-dom/client'

function elementsOf({ cards, links }) {
  const places = new Map(cards.map(card => [card.id, card]))
  const boxes = cards.map(({ id, x, y, width, height, title, quote }) => ({
    type: 'rectangle',
    id,
    ...{ x, y, width, height },
    backgroundColor: '#ffffff',
    fillStyle: 'solid',
    roughness: 0,
    label: { text: `${title}\n${quote}`, fontSize: 14, fontFamily: FONT_FAMILY.Nunito, textAlign: 'left' },
  }))
  const arrows = links.map(({ id, from, to }) => {
    const [start, end] = [places.get(from), places.get(to)]
    const x = start.x + start.width
    const y = start.y + start.height / 2
    return {
      type: 'arrow',
      id,
      ...{ x, y, width: end.x - x, height: end.y + end.height / 2 - y },
      roughness: 0,
      start: { id: from },
      end: { id: to },
    }
  })
  return convertToExcalidrawElements([...boxes, ...arrows], { regenerateIds: false })
}

const stateOf = ({ x, y, zoom }) => ({ scrollX: x / zoom, scrollY: y / zoom, zoom: { value: zoom } })

export function show(element, plan) {
  return new Promise(resolve => {
    const ready = api =>
      resolve({
        show: viewport => api.updateScene({ appState: stateOf(viewport) }),
        zoom: () => api.getAppState().zoom.value,
      })
    createRoot(element).render(
      <Excalidraw
        excalidrawAPI={ready}
        zenModeEnabled
        initialData={{ elements: elementsOf(plan), appState: { ...stateOf(plan.view), zenModeEnabled: true } }}
      />,
    )
  })
}
