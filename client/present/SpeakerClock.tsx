import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import { useEffect, useState } from 'react'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './speaker.module.css'
import { elapsed, inWords, reset, STOPPED, toggled } from './stopwatch.ts'

/** Milliseconds between looks at the clock: seconds must not be skipped. */
const LOOK = 250

/** The time of day, and how long somebody has spoken. */
export function SpeakerClock() {
  const [now, setNow] = useState(Date.now)
  const [watch, setWatch] = useState(STOPPED)
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), LOOK)
    return () => window.clearInterval(timer)
  }, [])
  const runs = watch.since !== null
  const change = (next: typeof toggled) => {
    const at = Date.now()
    setNow(at)
    setWatch(next(watch, at))
  }
  return (
    <div className={styles.clock}>
      <time className={styles.day}>
        {new Date(now).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' })}
      </time>
      <span role="timer" aria-label="Time spoken" className={styles.spoken}>
        {inWords(elapsed(watch, now))}
      </span>
      <IconButton label={runs ? 'Pause the time' : 'Start the time'} onClick={() => change(toggled)}>
        {runs ? <Pause /> : <Play />}
      </IconButton>
      <IconButton label="Time from nought" onClick={() => change(reset)}>
        <RotateCcw />
      </IconButton>
    </div>
  )
}
