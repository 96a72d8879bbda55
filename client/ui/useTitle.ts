import { useEffect } from 'react'

/** What the browser's tab says while the caller is on the page. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} – Verbatim` : 'Verbatim'
  }, [title])
}
