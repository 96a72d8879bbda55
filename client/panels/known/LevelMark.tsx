import type { Level } from '#shared/model/evidence/coverage.ts'

/** 14 px, each told from the others without colour; as the marks of claims. */
export function LevelMark({ level }: { level: Level | 'old' }) {
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
      {level === 'empty' ? (
        <circle cx="7" cy="7" r="5.5" strokeDasharray="2.6 1.8" />
      ) : (
        <circle cx="7" cy="7" r="5.5" {...(level === 'enough' ? { fill: 'currentColor' } : {})} />
      )}
      {level === 'single' && <circle cx="7" cy="7" r="2" fill="currentColor" stroke="none" />}
      {level === 'few' && <path d="M7 1.5a5.5 5.5 0 0 1 0 11Z" fill="currentColor" stroke="none" />}
      {level === 'old' && <path d="M7 4v3.2l2.2 1.4" />}
    </svg>
  )
}
