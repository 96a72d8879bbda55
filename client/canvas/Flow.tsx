import { type NodeTypes, ReactFlow, SelectionMode, useStore as useFlow, useKeyPress, useStoreApi } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { type CSSProperties, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { Measure } from '#shared/drawing/text.ts'
import { minimap } from '../commands/minimap.ts'
import { MAP_KEYS } from '../commands/placeKeys.ts'
import { showLayout } from '../commands/shownLayout.ts'
import { useMap, useView } from '../store/MapContext.tsx'
import { cx } from '../ui/cx.ts'
import { Later, later } from '../ui/Later.tsx'
import styles from './Canvas.module.css'
import { CanvasToolsProvider } from './canvasState.ts'
import { NoteNode } from './cards/NoteNode.tsx'
import { TouchpointNode } from './cards/TouchpointNode.tsx'
import { useFlowNodes } from './cards/useFlowNodes.ts'
import { useGlide } from './cards/useGlide.ts'
import { EmptyMap } from './EmptyMap.tsx'
import { useCardDrag } from './gestures/useCardDrag.ts'
import { useClipboard } from './gestures/useClipboard.ts'
import { useHeld } from './gestures/useHeld.ts'
import { useLetGo } from './gestures/useLetGo.ts'
import { useMarquee } from './gestures/useMarquee.ts'
import { usePaneGestures } from './gestures/usePaneGestures.ts'
import { usePictures } from './gestures/usePictures.ts'
import { useQuoteDrop } from './gestures/useQuoteDrop.ts'
import { useSelection } from './gestures/useSelection.ts'
import { Headers } from './headers/Headers.tsx'
import { LinkLayer } from './links/LinkLayer.tsx'
import { useLinks } from './links/useLinks.ts'
import { PaintedMap } from './painted/PaintedMap.tsx'
import { People } from './people/People.tsx'
import { useKeptPlace } from './scene/useKeptPlace.ts'
import { useScene } from './scene/useScene.ts'
import { useKeptSight } from './sight/useKeptSight.ts'
import { useCanvasKeys } from './useCanvasKeys.ts'
import { useCanvasTools } from './useCanvasTools.ts'
import { useCoarse } from './useCoarse.ts'
import { useViewFollowsMap } from './useViewFollowsMap.ts'
import { headerSizes } from './viewport/headerSizes.ts'
import { useKeptInView } from './viewport/useKeptInView.ts'
import { useNearArea } from './viewport/useNearArea.ts'
import { useRegistered } from './viewport/useViewportHandle.ts'
import { AFAR_ZOOM, MAX_ZOOM, MIN_ZOOM, PHONE_WIDTH } from './viewport/viewportMath.ts'
import { ZoomControls } from './ZoomControls.tsx'

const NoteBarPart = later(async () => (await import('./notes/NoteBar.tsx')).NoteBar)
const OverlapsPart = later(async () => (await import('./cards/Overlaps.tsx')).Overlaps)
const HandLayer = later(async () => (await import('./layers/HandLayer.tsx')).HandLayer)
const TouchLassoPart = later(async () => (await import('./gestures/TouchLasso.ts')).TouchLasso)
const MinimapPart = later(async () => (await import('./minimap/Minimap.tsx')).Minimap)
const NODE_TYPES: NodeTypes = { touchpoint: TouchpointNode, note: NoteNode }
const SEVERAL = ['Shift', 'Meta', 'Control']
const MIDDLE_BUTTON = [1]
/** Whether fingers can be put on this screen, be they what it is mostly used with or not. */
const HAS_TOUCH = navigator.maxTouchPoints > 0

/** React Flow calls itself an application, inside of the one that it is in here. */
function bePlain(element: HTMLElement | null): void {
  element?.setAttribute('role', 'presentation')
}

/** The map in React Flow, with everything that lies around and over it. */
export function Flow({ measure, ready }: { measure: Measure; ready: boolean }) {
  const tool = useView(view => view.tool)
  const root = useRef<HTMLDivElement>(null)
  const scene = useScene(measure)
  const { tools, viewport, zoomToSelection } = useCanvasTools(root, scene)
  const store = useStoreApi()
  const zoom = useCallback(() => store.getState().transform[2], [store])

  const drag = useCardDrag(tools)
  const selection = useSelection(tools)
  const pane = usePaneGestures(tools, zoom)
  const quotes = useQuoteDrop(tools)
  const onKeyDown = useCanvasKeys(tools)

  const afar = useFlow(flow => flow.transform[2] < AFAR_ZOOM)
  const width = useFlow(flow => flow.width)
  const coarse = useCoarse()
  const space = useKeyPress(MAP_KEYS.hand.keys[0])
  const hand = tool === 'hand'
  const near = useNearArea(ready)
  const nodes = useFlowNodes(scene, tools.state, { area: near, coarse, still: hand || space })
  const gliding = useGlide(root, scene.layout)
  const dragged = useStore(tools.state, ({ drag }) => drag?.places ?? null)
  const held = useHeld(dragged ?? gliding.places, scene.layout)
  const links = useLinks(scene, held, measure)
  const cell = useStore(tools.state, ({ drag }) => drag?.drop?.cell ?? null)
  useMarquee(tools, afar)
  const several = useView(view => view.selected.length > 1)
  const notesChosen = useView(view => view.selected.some(id => scene.notes.has(id)))
  const shownMinimap = useStore(minimap, ({ shown }) => shown)
  const { text } = scene
  const sizes = useMemo(() => headerSizes(width, text), [width, text])

  const empty = useMap(
    ({ map }) => map.stages.length + map.lanes.length + map.touchpoints.length + map.notes.length === 0,
  )
  // The first sight of a map, and of the first things on one that was empty.
  const unseen = useRef(true)
  useLayoutEffect(() => {
    if (width === 0) return
    if (unseen.current) viewport.toFirstSight(false)
    unseen.current = empty
  }, [width, empty, viewport])
  useKeptInView(tools)
  useKeptPlace(scene)
  useKeptSight(scene, links.lying)
  useRegistered(
    useMemo(() => ({ ...viewport, reveal: tools.reveal, zoomToSelection }), [viewport, tools, zoomToSelection]),
  )
  useEffect(() => {
    const rearranging = { sizes: () => tools.scene().sizes, glide: gliding.begin }
    return showLayout(tools.open, () => tools.scene().layout, rearranging)
  }, [tools, gliding.begin])

  useClipboard(tools, root)
  usePictures(tools, root)
  useLetGo(tools)
  useViewFollowsMap(tools)

  return (
    <CanvasToolsProvider value={tools}>
      <div
        ref={root}
        role="application"
        aria-label="Journey map. Arrow keys go from card to card, Enter edits a title."
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas is one tab stop; arrows go on from here.
        tabIndex={0}
        className={cx(styles.flow, styles[tool], !ready && styles.hidden)}
        data-carrying={(held !== null && held.ids.size > 1) || undefined}
        data-several={several || undefined}
        style={{ '--text': text } as CSSProperties}
        onKeyDown={onKeyDown}
        {...pane.around}
        {...quotes}
      >
        <ReactFlow
          ref={bePlain}
          nodes={nodes}
          nodeTypes={NODE_TYPES}
          onNodesChange={selection.onNodesChange}
          onNodeClick={selection.onNodeClick}
          onNodeDoubleClick={selection.onNodeDoubleClick}
          onNodeDragStart={drag.onNodeDragStart}
          onNodeDrag={drag.onNodeDrag}
          onNodeDragStop={drag.onNodeDragStop}
          onPaneClick={pane.onPaneClick}
          nodesFocusable={false}
          nodesConnectable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={SEVERAL}
          selectionOnDrag={tool === 'select'}
          selectionMode={SelectionMode.Partial}
          nodeDragThreshold={4}
          selectNodesOnDrag={false}
          panOnDrag={hand ? true : MIDDLE_BUTTON}
          panOnScroll
          panOnScrollSpeed={1}
          zoomOnScroll={false}
          zoomOnPinch
          zoomOnDoubleClick={false}
          minZoom={MIN_ZOOM}
          maxZoom={MAX_ZOOM}
          proOptions={{ hideAttribution: true }}
        >
          <PaintedMap scene={scene} links={links} held={held} cell={cell} afar={afar} />
          {near && <LinkLayer lying={links.lying} following={links.following} area={near} />}
          <Later part={OverlapsPart} props={{ layout: scene.layout, area: near }} />
          <Later part={HandLayer} props={{ layout: scene.layout }} />
          <People tools={tools} scene={scene} root={root} />
        </ReactFlow>
        {HAS_TOUCH && <Later part={TouchLassoPart} props={{ tools, root, zoom }} />}
        {notesChosen && <Later part={NoteBarPart} props={{ scene, sizes }} />}
        {!empty && <Headers layout={scene.layout} sizes={sizes} />}
        {empty && ready && <EmptyMap />}
        {shownMinimap && width >= PHONE_WIDTH && !empty && ready && (
          <Later part={MinimapPart} props={{ scene, links: links.lying }} />
        )}
        <ZoomControls layout={scene.layout} />
      </div>
    </CanvasToolsProvider>
  )
}
