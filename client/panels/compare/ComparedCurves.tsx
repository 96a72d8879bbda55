import { curveThrough } from '#shared/drawing/curve.ts'
import type { ComparedStage } from '#shared/model/evidence/compare.ts'
import styles from './compare.module.css'
import type { OnReadSide } from './onReadSide.ts'

/** Units of the picture. */
const HEIGHT = 220
const TOP = 44
const BOTTOM = 20
const STEP = 44
const LEAST = 880
const LEFT = 56
/** Letters of a stage’s name that one touchpoint’s width holds. */
const LETTERS = 6

type Point = { x: number; y: number; heard: boolean; solid: boolean; read: (() => void) | undefined }

function yOf(feeling: number): number {
  const half = (HEIGHT - TOP - BOTTOM) / 2
  return TOP + half - (feeling * half) / 2
}

export type ComparedCurvesProps = {
  stages: readonly ComparedStage[]
  names: readonly [string, string]
  onRead: OnReadSide
}

/** Both emotional journeys in one picture: A in round points, B in square ones, guesses hollow and dashed. */
export function ComparedCurves({ stages, names, onRead }: ComparedCurvesProps) {
  const shown = stages.filter(({ touchpoints }) => touchpoints.length > 0)
  const count = shown.reduce((sum, { touchpoints }) => sum + touchpoints.length, 0)
  const step = Math.max(STEP, (LEAST - LEFT) / Math.max(1, count))
  const width = LEFT + step * count
  const rows = shown.flatMap(({ touchpoints }) => touchpoints)
  const pointsOf = (at: 0 | 1): Point[] =>
    rows.flatMap(({ title, sides }, index) => {
      const side = sides[at]
      if (!side || side.feeling === null) return []
      const x = LEFT + step * (index + 0.5)
      const heard = side.basis === 'heard'
      const read = () => onRead(at, title, { of: 'feeling', touchpoint: side.touchpoint })
      return [{ x, y: yOf(side.feeling), heard, solid: side.solid, read: heard ? read : undefined }]
    })
  const [a, b] = [pointsOf(0), pointsOf(1)]
  if (a.length + b.length === 0) return null
  let before = 0
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.legend}>
        <span>
          <svg width="34" height="14" aria-hidden="true">
            <path className={styles.lineA} d="M1 7H33" />
            <circle className={styles.pointA} cx="17" cy="7" r="5" />
          </svg>
          A: <bdi>{names[0]}</bdi>
        </span>
        <span>
          <svg width="34" height="14" aria-hidden="true">
            <path className={styles.lineB} d="M1 7H33" />
            <rect className={styles.pointB} x="12" y="2" width="10" height="10" />
          </svg>
          B: <bdi>{names[1]}</bdi>
        </span>
        <span>
          <svg width="34" height="14" aria-hidden="true">
            <path className={styles.lineA} d="M1 7H33" strokeDasharray="6 5" />
            <circle className={styles.pointA} data-hollow cx="17" cy="7" r="4.5" />
          </svg>
          hollow: too few voices, or our guess
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key */}
      <section className={styles.scroller} tabIndex={0} aria-label="Curves">
        <svg
          viewBox={`0 0 ${width} ${HEIGHT}`}
          className={styles.picture}
          style={{ minWidth: Math.min(width, LEFT + STEP * count) }}
          role="img"
          aria-label="Both emotional journeys in one picture; the table below has the same numbers."
        >
          {[2, 0, -2].map(feeling => (
            <g key={feeling}>
              <path className={styles.grid} d={`M${LEFT - 8} ${yOf(feeling)}H${width}`} />
              <text className={styles.scale} x={LEFT - 14} y={yOf(feeling) + 4} textAnchor="end">
                {feeling > 0 ? 'good' : feeling < 0 ? 'bad' : 'neutral'}
              </text>
            </g>
          ))}
          {shown.map(({ id, title, touchpoints }) => {
            const x = LEFT + step * before
            before += touchpoints.length
            const most = Math.floor((touchpoints.length * step * LETTERS) / STEP)
            return (
              <g key={id}>
                <path className={styles.grid} d={`M${x} 0V${HEIGHT}`} />
                <text className={styles.stageName} x={x + 8} y={16}>
                  {title.length > most ? `${title.slice(0, Math.max(1, most - 1)).toWellFormed()}…` : title}
                </text>
              </g>
            )
          })}
          <Line points={b} className={styles.lineB} />
          <Line points={a} className={styles.lineA} />
          {b.map(({ x, y, heard, solid, read }) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: for a pointer; the table below leads to the same words by key
            <rect
              onClick={read}
              data-read={read ? true : undefined}
              key={x}
              className={styles.pointB}
              data-hollow={!(heard && solid) || undefined}
              x={x - 5}
              y={y - 5}
              width="10"
              height="10"
            />
          ))}
          {a.map(({ x, y, heard, solid, read }) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: for a pointer; the table below leads to the same words by key
            <circle
              onClick={read}
              data-read={read ? true : undefined}
              key={x}
              className={styles.pointA}
              data-hollow={!(heard && solid) || undefined}
              cx={x}
              cy={y}
              r={heard && solid ? 5 : 4.5}
            />
          ))}
        </svg>
      </section>
    </figure>
  )
}

/** Dashed where one of its ends is a guess or stands on too few voices. */
function Line({ points, className }: { points: readonly Point[]; className: string | undefined }) {
  const curve = curveThrough(points)
  return points.slice(1).map((to, index) => {
    const from = points[index]
    const isSure = from?.heard && from.solid && to.heard && to.solid
    const commands = curve.segment(index)
    return (
      <path
        key={to.x}
        className={className}
        d={commands.map(([name, ...at]) => `${name}${at.join(' ')}`).join('')}
        strokeDasharray={isSure ? undefined : '6 5'}
      />
    )
  })
}
