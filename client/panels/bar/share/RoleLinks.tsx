import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import type { Role } from '#shared/model/roles.ts'
import type { NewShareLink, ShareLink } from '../../../api/types.ts'
import { Button } from '../../../ui/Button.tsx'
import { LinkRow } from './LinkRow.tsx'
import { NewLink } from './NewLink.tsx'
import { ROLE_WORDS } from './roleWords.ts'
import styles from './share.module.css'

export type RoleLinksProps = {
  role: Role
  links: readonly ShareLink[]
  /** The token by which this person came in. */
  own: string | null
  onMake(link: NewShareLink): Promise<boolean>
  onEnd(link: ShareLink): Promise<void>
}

/** The links of one role, and a way to one more. */
export function RoleLinks({ role, links, own, onMake, onEnd }: RoleLinksProps) {
  const [isMaking, setMaking] = useState(false)
  const { name, words } = ROLE_WORDS[role]
  return (
    <section className={styles.role} aria-label={name}>
      <div className={styles.head}>
        <div>
          <h3 className={styles.roleName}>{name}</h3>
          <p className={styles.roleWords}>{words}</p>
        </div>
        {!isMaking && (
          <Button size="small" variant="quiet" icon={<Plus size={14} />} onClick={() => setMaking(true)}>
            New link
          </Button>
        )}
      </div>
      {isMaking && <NewLink role={role} onMake={onMake} onDone={() => setMaking(false)} />}
      {links.length > 0 ? (
        <ul className={styles.links}>
          {links.map(link => (
            <LinkRow key={link.id} link={link} isOwn={link.token === own} onEnd={() => onEnd(link)} />
          ))}
        </ul>
      ) : (
        !isMaking && <p className={styles.facts}>There is no such link now.</p>
      )}
    </section>
  )
}
