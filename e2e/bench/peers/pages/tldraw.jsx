import { createRoot } from 'react-dom/client'
import { createShapeId, Tldraw, toRichText } from 'tldraw'
import 'tldraw/tldraw.css'

/** It takes no more than 4,000 shapes by itself, and zooms out to 5 %. */
const OPTIONS = { maxShapesPerPage: 20_000 }
const CAMERA = { zoomSteps: [0.02, 0.1, 0.25, 0.5, 1, 2, 4] }

function fill(editor, { cards, links }) {
  editor.createShapes(
    cards.map(({ id, x, y, width, height, title, quote }) => ({
      id: createShapeId(id),
      type: 'geo',
      x,
      y,
      props: {
        ...{ w: width, h: height, geo: 'rectangle', fill: 'solid', size: 's', font: 'sans' },
        ...{ align: 'start', verticalAlign: 'start', richText: toRichText(`${title}\n${quote}`) },
      },
    })),
  )
  editor.createShapes(links.map(({ id }) => ({ id: createShapeId(id), type: 'arrow', props: { size: 's' } })))
  const end = (arrow, terminal, card, x) => ({
    type: 'arrow',
    fromId: createShapeId(arrow),
    toId: createShapeId(card),
    props: { terminal, normalizedAnchor: { x, y: 0.5 }, isExact: false, isPrecise: true },
  })
  editor.createBindings(links.flatMap(({ id, from, to }) => [end(id, 'start', from, 1), end(id, 'end', to, 0)]))
  editor.clearHistory()
}

export function show(element, plan) {
  return new Promise(resolve => {
    const ready = editor => {
      const look = ({ x, y, zoom }) => editor.setCamera({ x: x / zoom, y: y / zoom, z: zoom }, { immediate: true })
      fill(editor, plan)
      look(plan.view)
      resolve({ show: look, zoom: () => editor.getZoomLevel() })
    }
    createRoot(element).render(<Tldraw hideUi options={OPTIONS} cameraOptions={CAMERA} onMount={ready} />)
  })
}
