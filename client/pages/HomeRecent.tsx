import X from 'lucide-react/icons/x'
import { useEffect, useState } from 'react'
import { dropMapPicture, keepMapPicture, mapPicture } from '../api/mapPictures.ts'
import { forgetMap, knownMaps } from '../api/tokens.ts'
import { dropSight } from '../session/sights.ts'
import { Button } from '../ui/Button.tsx'
import { loadFontsFor } from '../ui/fonts.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Link } from '../ui/Link.tsx'
import { toast } from '../ui/toast.ts'
import { ago } from './HomeAgo.ts'
import styles from './HomeRecent.module.css'
import { HomeThumbnail } from './HomeThumbnail.tsx'

const SHOWN_FIRST = 5

const ROLE_WORDS = {
  facilitator: 'You facilitate',
  editor: 'You can edit',
  contributor: 'You can contribute',
  viewer: 'You can look',
} as const

/** The maps that this browser has opened. */
export function HomeRecent() {
  const [maps, setMaps] = useState(knownMaps)
  const [all, setAll] = useState(false)
  const [now] = useState(Date.now)
  useEffect(() => {
    void loadFontsFor(maps.map(map => map.title).join(' '))
  }, [maps])
  if (maps.length === 0) return null

  const remove = (id: string, title: string) => {
    const putBack = forgetMap(id)
    const picture = mapPicture(id)
    void picture.then(() => dropMapPicture(id))
    void dropSight(id)
    setMaps(knownMaps())
    const undo = () => {
      putBack()
      setMaps(knownMaps())
      void picture.then(
        found => found && keepMapPicture(id, found, [id, ...knownMaps().map(map => map.id)], Date.now()),
      )
    }
    toast(`“${title}” is off this list. The map itself is untouched.`, { action: { label: 'Undo', onPress: undo } })
  }

  return (
    <section className={styles.recent} aria-labelledby="recent-maps">
      <h2 id="recent-maps" className={styles.heading}>
        Maps of this browser
      </h2>
      <ul>
        {(all ? maps : maps.slice(0, SHOWN_FIRST)).map(map => {
          const title = map.title.trim() || 'Untitled map'
          return (
            <li key={map.id} className={styles.row}>
              <Link href={`/m/${map.id}`} className={styles.map}>
                <HomeThumbnail id={map.id} />
                <span className={styles.words}>
                  <span className={styles.title} dir="auto">
                    {title}
                  </span>
                  <span className={styles.facts}>
                    {map.role && <span>{ROLE_WORDS[map.role]}</span>}
                    <span>{ago(map.lastOpened, now)}</span>
                  </span>
                </span>
              </Link>
              <IconButton label={`Take “${title}” off this list`} onClick={() => remove(map.id, title)}>
                <X />
              </IconButton>
            </li>
          )
        })}
      </ul>
      {!all && maps.length > SHOWN_FIRST && (
        <Button variant="quiet" size="small" onClick={() => setAll(true)}>
          Show all {maps.length}
        </Button>
      )}
    </section>
  )
}
