import { Handle, MarkerType, Position, ReactFlow, SelectionMode, useNodesState, useReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { memo, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

const Card = memo(function Card({ id, data }) {
  const { updateNodeData } = useReactFlow()
  const [isTyping, setTyping] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a board to be measured, which nobody uses.
    <div
      style={{
        boxSizing: 'border-box',
        width: data.width,
        height: data.height,
        padding: 14,
        overflow: 'hidden',
        border: '1.5px solid #15171a',
        borderRadius: 10,
        background: '#fff',
        font: '14px/20px sans-serif',
      }}
      onDoubleClick={() => setTyping(true)}
    >
      <Handle type="target" position={Position.Left} />
      {isTyping ? (
        <textarea
          // biome-ignore lint/a11y/noAutofocus: a double click asks for it.
          autoFocus
          className="nodrag nopan"
          value={data.title}
          onChange={event => updateNodeData(id, { title: event.target.value })}
          onBlur={() => setTyping(false)}
          onKeyDown={event => event.key === 'Escape' && event.currentTarget.blur()}
        />
      ) : (
        <strong>{data.title}</strong>
      )}
      <p style={{ margin: '8px 0', fontFamily: 'serif' }}>{data.quote}</p>
      <Handle type="source" position={Position.Right} />
    </div>
  )
})

const NODE_TYPES = { card: Card }
const MIDDLE_BUTTON = [1]

function Board({ plan, isCulling, onReady }) {
  const [nodes, , onNodesChange] = useNodesState(
    plan.cards.map(({ id, x, y, width, height, title, quote }) => ({
      id,
      type: 'card',
      position: { x, y },
      width,
      height,
      data: { title, quote, width, height },
    })),
  )
  const [edges] = useState(() =>
    plan.links.map(({ id, from, to }) => ({
      id,
      source: from,
      target: to,
      markerEnd: { type: MarkerType.ArrowClosed },
    })),
  )
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      onNodesChange={onNodesChange}
      onlyRenderVisibleElements={isCulling}
      defaultViewport={plan.view}
      minZoom={0.02}
      maxZoom={4}
      panOnScroll
      panOnScrollSpeed={1}
      zoomOnDoubleClick={false}
      selectionOnDrag
      selectionMode={SelectionMode.Partial}
      panOnDrag={MIDDLE_BUTTON}
    >
      <Ready onReady={onReady} />
    </ReactFlow>
  )
}

function Ready({ onReady }) {
  const flow = useReactFlow()
  useEffect(
    () => onReady({ show: viewport => flow.setViewport(viewport), zoom: () => flow.getZoom() }),
    [flow, onReady],
  )
  return null
}

export function show(element, plan, options) {
  return new Promise(resolve => {
    createRoot(element).render(<Board plan={plan} isCulling={options.has('culling')} onReady={resolve} />)
  })
}
