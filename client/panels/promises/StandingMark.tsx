import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import CircleX from 'lucide-react/icons/circle-x'
import Clock from 'lucide-react/icons/clock'
import ClockAlert from 'lucide-react/icons/clock-alert'
import type { ReactNode } from 'react'
import type { PromiseStatus } from '#shared/model/evidence/promiseState.ts'
import styles from './promises.module.css'

const SHAPES: Record<PromiseStatus, ReactNode> = {
  open: <CircleDashed />,
  kept: <CircleCheck />,
  due: <Clock />,
  overdue: <ClockAlert />,
  broken: <CircleX />,
}

/** How a promise stands as a shape of its own; the words stand beside it. */
export function StandingMark({ status }: { status: PromiseStatus }) {
  return (
    <span className={styles.mark} data-status={status} aria-hidden="true">
      {SHAPES[status]}
    </span>
  )
}
