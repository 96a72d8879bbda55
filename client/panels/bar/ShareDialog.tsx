import { ROLES } from '#shared/model/roles.ts'
import { knownMap } from '../../api/tokens.ts'
import { useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { DeleteMap } from './share/DeleteMap.tsx'
import { HereNow } from './share/HereNow.tsx'
import { OriginalsFor } from './share/OriginalsFor.tsx'
import { RoleLinks } from './share/RoleLinks.tsx'
import styles from './share/share.module.css'
import { useLinks } from './share/useLinks.ts'

/** Links for each role, to copy, to make and to end, who is here, and the end of the map. For facilitators. */
export function ShareDialog({ onClose }: { onClose(): void }) {
  const { id } = useOpenMap()
  const { links, again, make, end } = useLinks()
  const own = knownMap(id)?.token ?? null
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Share this map"
      description="Whoever has a link may do what it says. No account is needed."
    >
      <div className={styles.parts}>
        {links.state === 'loading' && <Spinner />}
        {links.state === 'failed' && (
          <EmptyState action={<Button onClick={again}>Try again</Button>}>
            <span role="alert">{links.message}</span>
          </EmptyState>
        )}
        {links.state === 'here' &&
          ROLES.map(role => (
            <RoleLinks
              key={role}
              role={role}
              links={links.links.filter(link => link.role === role)}
              own={own}
              onMake={make}
              onEnd={end}
            />
          ))}
        <OriginalsFor />
        <HereNow />
        <DeleteMap />
      </div>
    </Dialog>
  )
}
