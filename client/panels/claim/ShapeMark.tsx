import type { Status } from '#shared/model/evidence/EvidenceIndex.ts'

export type Shape = Status | 'stale' | 'overturned'

/** 14 px, each told from the others without colour. */
export function ShapeMark({ shape }: { shape: Shape }) {
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      {shape === 'assumption' && <circle cx="7" cy="7" r="5.5" strokeDasharray="2.6 1.8" />}
      {shape === 'single' && (
        <>
          <circle cx="7" cy="7" r="5.5" />
          <circle cx="7" cy="7" r="2" fill="currentColor" stroke="none" />
        </>
      )}
      {shape === 'heard' && (
        <>
          <circle cx="7" cy="7" r="5.5" />
          <path d="M7 1.5a5.5 5.5 0 0 1 0 11Z" fill="currentColor" stroke="none" />
        </>
      )}
      {shape === 'corroborated' && <circle cx="7" cy="7" r="6" fill="currentColor" stroke="none" />}
      {shape === 'contested' && (
        <>
          <path d="M7 1.5a5.5 5.5 0 0 0 0 11" strokeDasharray="2.4 1.8" />
          <path d="M7 1a6 6 0 0 1 0 12Z" fill="currentColor" stroke="none" />
        </>
      )}
      {shape === 'stale' && (
        <>
          <circle cx="7" cy="7" r="5.5" />
          <path d="M7 4v3.2l2.2 1.4" />
        </>
      )}
      {shape === 'overturned' && <path d="M2.5 2.5l9 9m0-9l-9 9" strokeWidth="2" />}
    </svg>
  )
}
