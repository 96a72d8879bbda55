import { useState } from 'react'

/**
 * One request at a time. `send` takes what asks the server and gives why it failed, or null, and tells whether it went
 * well; meanwhile nothing else is sent.
 */
export function useSending(): {
  busy: boolean
  failure: string | null
  send(ask: () => Promise<string | null>): Promise<boolean>
} {
  const [state, setState] = useState<{ name: 'idle' } | { name: 'busy' } | { name: 'failed'; failure: string }>({
    name: 'idle',
  })
  return {
    busy: state.name === 'busy',
    failure: state.name === 'failed' ? state.failure : null,
    async send(ask) {
      if (state.name === 'busy') return false
      setState({ name: 'busy' })
      const failure = await ask()
      setState(failure === null ? { name: 'idle' } : { name: 'failed', failure })
      return failure === null
    },
  }
}
