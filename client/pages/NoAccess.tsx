import { useState } from 'react'
import { parseMapAddress, tokenFor } from '../api/tokens.ts'
import { CopyEdits, EditList } from '../panels/bar/EditList.tsx'
import type { UnsavedEdit } from '../session/Unsaved.ts'
import { Button } from '../ui/Button.tsx'
import { navigate } from '../ui/history.ts'
import { Link } from '../ui/Link.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { Wordmark } from '../ui/Wordmark.tsx'
import styles from './NoAccess.module.css'

const NOTHING = 'Paste the link first.'
const NO_LINK = 'This is no link to a map: it has /m/ in it, and a long code after a # sign.'
const NO_TOKEN = 'This link has lost its end, the long code after the # sign. Ask for the link from Share once more.'

export type NoAccessProps = {
  title?: string
  /** Why, and what to do, in a sentence or two. */
  message?: string | null
  /** Edits from earlier visits that never came onto the map, and lie in this browser. */
  edits?: readonly UnsavedEdit[]
  /** Called once the pasted link is in the address bar. */
  onLink?(): void
}

/** Where an address leads that opens nothing; the right link can be pasted here. */
export function NoAccess({ title = 'This address doesn’t open the map', message, edits = [], onLink }: NoAccessProps) {
  const [address, setAddress] = useState('')
  const [error, setError] = useState('')
  useTitle(title)

  const open = () => {
    const found = parseMapAddress(address)
    const token = found && (found.token ?? tokenFor(found.id))
    if (!found) setError(address.trim() === '' ? NOTHING : NO_LINK)
    else if (token === null) setError(NO_TOKEN)
    else {
      navigate(found.token === null ? `/m/${found.id}` : `/m/${found.id}#${found.token}`)
      onLink?.()
    }
  }

  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <Link href="/" className={styles.home}>
          <Wordmark />
        </Link>
      </header>
      <main className={styles.main}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.message}>{message ?? 'Ask for the link from Share, and paste it here.'}</p>
        {edits.length > 0 && (
          <section className={styles.edits}>
            <p>These edits of yours are in this browser and not on the map. The right link brings what it can:</p>
            <EditList edits={edits} />
            <CopyEdits edits={edits} />
          </section>
        )}
        <form
          className={styles.form}
          onSubmit={event => {
            event.preventDefault()
            open()
          }}
        >
          <TextField
            label="Link to the map"
            inputMode="url"
            size="large"
            value={address}
            onChange={value => {
              setAddress(value)
              setError('')
            }}
            error={error}
            placeholder="https://…/m/…#…"
            autoComplete="off"
            spellCheck={false}
          />
          <Button type="submit" variant="primary" size="large">
            Open the map
          </Button>
        </form>
      </main>
    </div>
  )
}
