import { useEffect, useState } from 'react'

const DAY = 86_400_000

/** The ISO day, which a page that stays open over midnight follows. */
export function useToday(): string {
  const [today, setToday] = useState(isoDay)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each day waits for the next
  useEffect(() => {
    const next = setTimeout(() => setToday(isoDay()), DAY - (Date.now() % DAY) + 1)
    return () => clearTimeout(next)
  }, [today])
  return today
}

function isoDay(): string {
  return new Date().toISOString().slice(0, 10)
}
