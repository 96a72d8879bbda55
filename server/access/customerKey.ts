import { createHmac } from 'node:crypto'

/**
 * The key under which one map tells its customers apart. Each map has its own, so that two maps can't be joined over
 * their customers, and nobody without the server's secret can test who a customer is.
 */
export function keyForCustomers(secret: string, map: string): Uint8Array {
  return createHmac('sha256', secret).update(`customers:${map}`).digest()
}

/** The same for the same identity under the same key; 43 letters that say nothing about either. */
export function customerKey(key: Uint8Array, identity: string): string {
  return createHmac('sha256', key).update(identity).digest('base64url')
}
