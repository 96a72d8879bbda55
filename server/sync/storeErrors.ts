import { StoreError } from '../storage/StoreError.ts'

/** Whatever a store rejected with. */
export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  return new StoreError('failed', error instanceof Error ? error.message : String(error))
}

/** Whether trying the same append again can never help. */
export function isForGood({ code }: StoreError): boolean {
  return code !== 'full' && code !== 'failed' && code !== 'in_use'
}
