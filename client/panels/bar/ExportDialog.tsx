import FileJson from 'lucide-react/icons/file-json'
import Image from 'lucide-react/icons/image'
import Presentation from 'lucide-react/icons/presentation'
import { Fragment, type ReactNode, useMemo, useState } from 'react'
import { drawMap } from '#shared/drawing/drawMap.ts'
import { canvasMeasure } from '#shared/drawing/paint.ts'
import { type PictureSize, pictureSize } from '#shared/drawing/pictureSize.ts'
import { remembering } from '#shared/drawing/text.ts'
import { hasStoryline, quotesBehind, storylineOf } from '#shared/model/storyline/storyline.ts'
import { api } from '../../api/api.ts'
import { saveFile } from '../../api/saveFile.ts'
import type { ExportFormat, ExportOptions } from '../../api/types.ts'
import { maySeeOriginals } from '../../commands/originals.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { toast } from '../../ui/toast.ts'
import { countWords } from '../countWords.ts'
import styles from './ExportDialog.module.css'

const SCALES = [1, 2, 4] as const

/** The files that a storyline can leave as. */
const OFFERS: readonly { name: string; format: ExportFormat; options: ExportOptions; label: string; words: string }[] =
  [
    {
      name: 'storyline pdf',
      format: 'pdf',
      options: { storyline: true },
      label: 'Storyline (PDF)',
      words: 'One scene a page, to print or to send. Its words can be searched and copied.',
    },
    {
      name: 'storyline zip',
      format: 'zip',
      options: { scale: 2 },
      label: 'Pictures of the scenes (ZIP)',
      words: '3,840 × 2,160 pixels each, named after their headings, for slides of your own.',
    },
    {
      name: 'storyline html',
      format: 'html',
      options: {},
      label: 'Presentation (HTML file)',
      words: 'Opens in any browser without a network, with the same keys and the quotes behind every claim.',
    },
  ]

/** Width and height of the whole map as a picture at 1×, in pixels; null where this browser can't tell. */
function usePictureSize(): { width: number; height: number } | null {
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  return useMemo(() => {
    const context = document.createElement('canvas').getContext('2d')
    if (!context) return null
    const asOf = new Date().toISOString().slice(0, 10)
    return drawMap(map, evidence, remembering(canvasMeasure(context)), { frame: { asOf } })
  }, [map, evidence])
}

function pixels({ width, height, fits }: PictureSize): string {
  const size = `${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels`
  return fits ? size : `${size}, more than can be drawn`
}

/** How many scenes and quotes a file of the storyline holds; null where there is nothing to present. */
function useStorylineCounts(): { scenes: number; quotes: number; isDraft: boolean } | null {
  const map = useMap(view => view.map)
  return useMemo(() => {
    if (!hasStoryline(map)) return null
    const storyline = storylineOf(map, new Date().toISOString().slice(0, 10))
    return { scenes: storyline.length, quotes: quotesBehind(storyline, map).size, isDraft: map.scenes.length === 0 }
  }, [map])
}

/** The map as a file: JSON for programs and for coming back, pictures for people, the storyline for a room. */
export function ExportDialog({ onClose }: { onClose(): void }) {
  const open = useOpenMap()
  const { id, token } = open
  const maySee = useMap(({ map }) => maySeeOriginals(open, map.map))
  const quotes = useMap(({ map }) => map.quotes.length)
  const size = usePictureSize()
  const storyline = useStorylineCounts()
  const [busy, setBusy] = useState<string | null>(null)
  const [anonymous, setAnonymous] = useState(false)
  const [originals, setOriginals] = useState(false)
  const [nameless, setNameless] = useState(true)

  const save = async (name: string, format: ExportFormat, options: ExportOptions) => {
    setBusy(name)
    const answer = await api(token).download(id, format, options)
    setBusy(null)
    if (!answer.ok) return toast(answer.message, { tone: 'error' })
    saveFile(answer.value.blob, answer.value.name ?? `map.${format}`)
    onClose()
  }
  const button = (name: string, format: ExportFormat, options: ExportOptions, words: ReactNode, can = true) => (
    <Button
      key={name}
      busy={busy === name}
      disabled={!can || (busy !== null && busy !== name)}
      onClick={() => void save(name, format, options)}
    >
      {words}
    </Button>
  )

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Export"
      description="The map and its storyline as files. Nothing is left out silently."
    >
      <section className={styles.part}>
        <Image aria-hidden className={styles.icon} />
        <div className={styles.words}>
          <h3>Picture</h3>
          <p>
            The whole map on one page. In a PNG the map itself is inside, without the imported columns: drop the picture
            on the home page and it opens. Whoever has this picture can read its {quotes.toLocaleString('en')} quotes.
          </p>
          <div className={styles.buttons}>
            {SCALES.map(scale => {
              const picture = size && pictureSize(size, scale)
              return (
                <div key={scale} className={styles.choice}>
                  {button(`png ${scale}`, 'png', { scale }, `PNG ${scale}×`, picture?.fits)}
                  {picture && <span className={styles.size}>{pixels(picture)}</span>}
                </div>
              )
            })}
          </div>
          <div className={styles.buttons}>
            {button('svg', 'svg', {}, 'SVG')}
            {button('pdf', 'pdf', {}, 'PDF')}
            <span className={styles.size}>Sharp at any size, with words that can be searched</span>
          </div>
        </div>
      </section>
      <section className={styles.part}>
        <Presentation aria-hidden className={styles.icon} />
        <div className={styles.words}>
          <h3>Storyline</h3>
          <p>
            {storyline === null
              ? 'There is nothing to present yet. Add a touchpoint to the map first.'
              : `${countWords(storyline.scenes, 'scene')}${storyline.isDraft ? ', as the map suggests them' : ''}. Whoever has the presentation can read the ${countWords(storyline.quotes, 'quote')} behind its claims and what its views of the map show; PDF and pictures hold what the wall shows. Words before redaction are in none of them.`}
          </p>
          <Checkbox checked={nameless} onChange={setNameless} disabled={storyline === null}>
            Customers under generated names, and no photographs
          </Checkbox>
          <dl className={styles.offers}>
            {OFFERS.map(({ name, format, options, label, words }) => (
              <Fragment key={name}>
                <dt>{button(name, format, { ...options, anonymous: nameless }, label, storyline !== null)}</dt>
                <dd>{words}</dd>
              </Fragment>
            ))}
          </dl>
        </div>
      </section>
      <section className={styles.part}>
        <FileJson aria-hidden className={styles.icon} />
        <div className={styles.words}>
          <h3>Map document (JSON)</h3>
          <p>Everything on the map, for a back-up or another program. Opening it here gives the same map again.</p>
          <Checkbox checked={anonymous} onChange={setAnonymous}>
            Without imported columns, references and authors
          </Checkbox>
          {maySee && !anonymous && (
            <Checkbox checked={originals} onChange={setOriginals}>
              With the words before redaction
            </Checkbox>
          )}
          <div className={styles.buttons}>
            {button('json', 'json', { anonymous, originals: originals && !anonymous }, 'JSON')}
          </div>
        </div>
      </section>
    </Dialog>
  )
}
