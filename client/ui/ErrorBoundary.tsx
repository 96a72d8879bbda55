import { Component, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'

/** Stands where a part of the page broke by our fault, and says what is safe and what to do. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broke: boolean }> {
  override state = { broke: false }

  static getDerivedStateFromError() {
    return { broke: true }
  }

  override render() {
    if (!this.state.broke) return this.props.children
    return (
      <div role="alert">
        <EmptyState
          action={
            <Button variant="primary" onClick={() => window.location.reload()}>
              Load the page again
            </Button>
          }
        >
          Something in this page broke. What was saved is safe. Load the page again to go on.
        </EmptyState>
      </div>
    )
  }
}
