import { createElement, memo, type ReactElement } from 'react'
import type { Group, Primitive } from '#shared/drawing/scene.ts'
import { type SvgNode, svgNode } from '#shared/drawing/svg.ts'
import { cssColor } from './cssColor.ts'
import styles from './SceneSvg.module.css'

export type SceneSvgProps = {
  /** Drawn from its own 0, 0; whoever shows it puts it in its place. */
  group: Group
  /** Parts that stand aside, such as a title that is being typed. */
  without?: (item: Primitive) => boolean
  /** The address of its picture, once that is here. */
  picture?: string | undefined
}

/** A part of the shared drawing as inline SVG: the same primitives as in an exported picture. */
export const SceneSvg = memo(function SceneSvg({ group, without, picture }: SceneSvgProps) {
  const items = without ? group.items.filter(item => !without(item)) : group.items
  return (
    <svg className={styles.scene} width={group.width} height={group.height} aria-hidden="true" focusable="false">
      {items.map((item, index) => element(svgNode(item, { color: cssColor, picture: () => picture }), index))}
    </svg>
  )
})

/** Attributes of the drawing in React's spelling. */
const SPELLING: Readonly<Record<string, string>> = {
  'stroke-width': 'strokeWidth',
  'stroke-dasharray': 'strokeDasharray',
  'stroke-linecap': 'strokeLinecap',
  'stroke-linejoin': 'strokeLinejoin',
  'paint-order': 'paintOrder',
  'font-family': 'fontFamily',
  'font-size': 'fontSize',
  'font-weight': 'fontWeight',
  'font-style': 'fontStyle',
  'text-anchor': 'textAnchor',
}

function element({ tag, attributes, children, text }: SvgNode, key: number): ReactElement {
  const spelled = Object.entries(attributes).map(([name, value]) => [SPELLING[name] ?? name, value])
  return createElement(tag, { key, ...Object.fromEntries(spelled) }, text ?? children?.map(element))
}
