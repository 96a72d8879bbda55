/**
 * The epoch that follows: a time (`now` in epoch milliseconds), so that of one back-up that is restored twice, on two
 * machines that never hear of each other, no two epochs are the same; and always a later one.
 */
export function nextEpoch(epoch: number, now: number): number {
  return Math.max(epoch + 1, Math.floor(now / 1_000))
}
