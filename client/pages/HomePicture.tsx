import { type CSSProperties, createElement, type ReactElement, use } from 'react'
import { canvasMeasure } from '#shared/drawing/paint.ts'
import { type SvgNode, svgNode } from '#shared/drawing/svg.ts'
import type { Token } from '#shared/drawing/theme.ts'
import { loadFonts } from '../ui/fonts.ts'
import styles from './HomePicture.module.css'
import { homeScene } from './HomeScene.ts'

/** The interface names the same colours; feelings without a sign that CSS would have to escape. */
const color = (token: Token) => `var(--${token.replace('+', '')})`

const drawn = loadFonts().then(() => {
  const context = document.createElement('canvas').getContext('2d')
  return context ? homeScene(canvasMeasure(context)) : null
})

/** A part of the sample, drawn as the map draws it. It follows light and dark, since its colours are the page's. */
export function HomePicture() {
  const scene = use(drawn)
  if (!scene) return null
  const { x, y, width, height, items } = scene
  return (
    <svg
      className={styles.picture}
      viewBox={`${x} ${y} ${width} ${height}`}
      style={{ '--width': width, '--height': height } as CSSProperties}
      role="img"
      aria-label="Part of a journey map: cards with customers’ quotes, each with a ring that counts customers, and a curve where what customers felt differs from what the team assumed"
    >
      {items.map((item, index) => element(svgNode(item, { color }), index))}
    </svg>
  )
}

function element({ tag, attributes, children, text }: SvgNode, key: number): ReactElement {
  const properties = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.replace(/-./g, dash => dash.charAt(1).toUpperCase()),
      value,
    ]),
  )
  return createElement(tag, { ...properties, key }, text ?? children?.map(element))
}
