import { later } from '../../ui/Later.tsx'

/** Loaded only where there is something to show by it. */
export const StoredSightPart = later(async () => (await import('./StoredSight.tsx')).StoredSight)
