import { createHmac } from 'node:crypto'

/**
 * Makes the keys by which one map tells its customers apart. Each map has its own key for them, so that two maps can't be
 * joined over their customers, and nobody without the server's secret can test who a customer is.
 */
export function customerKeys(secret: string, map: string): (identity: string) => string {
  const key = createHmac('sha256', secret).update(`customers:${map}`).digest()
  return identity => createHmac('sha256', key).update(identity).digest('base64url')
}
