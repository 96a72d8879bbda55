import ArrowLeft from 'lucide-react/icons/arrow-left'
import Copy from 'lucide-react/icons/copy'
import Download from 'lucide-react/icons/download'
import { useMemo, useState } from 'react'
import { type PlannedQuestion, planAsMarkdown, researchPlan } from '#shared/model/evidence/researchPlan.ts'
import type { WeakClaim } from '#shared/model/evidence/weakest.ts'
import { KINDS } from '#shared/model/kinds.ts'
import { saveFile } from '../../api/saveFile.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { copyText } from '../../ui/copyText.ts'
import { toast } from '../../ui/toast.ts'
import { countWords } from '../countWords.ts'
import known from './known.module.css'
import styles from './weakest.module.css'

const FILE = 'what-to-ask-next.md'

/** Which questions to put to whom next, to be copied or downloaded as a checklist; what is not ticked stays out. */
export function Plan({ claims, onBack }: { claims: readonly WeakClaim[]; onBack(): void }) {
  const map = useMap(view => view.map)
  const evidence = useMap(view => view.evidence)
  const plan = useMemo(() => researchPlan(map, evidence, claims), [map, evidence, claims])
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = plan.filter(({ ask }) => !left.has(ask))
  const leave = (ask: string, isIn: boolean) => {
    const next = new Set(left)
    if (isIn) next.delete(ask)
    else next.add(ask)
    setLeft(next)
  }
  const copy = async () => {
    const isCopied = await copyText(planAsMarkdown(map, chosen))
    if (isCopied) toast(`${countWords(chosen.length, 'question')} copied as Markdown.`, { id: 'plan', tone: 'done' })
    else toast('The plan could not be copied. Download it instead.', { id: 'plan', tone: 'error' })
  }
  const download = () => saveFile(new Blob([planAsMarkdown(map, chosen)], { type: 'text/markdown' }), FILE)
  return (
    <section className={known.part} aria-label="Research plan">
      <div className={known.lead}>
        <p className={known.quiet}>
          {countWords(chosen.length, 'question')} to ask next. None of them leads: the claims are what you listen for.
        </p>
        <div className={styles.buttons}>
          <Button variant="quiet" icon={<ArrowLeft />} onClick={onBack}>
            Back to the list
          </Button>
          <Button icon={<Download />} disabled={chosen.length === 0} onClick={download}>
            Download
          </Button>
          <Button variant="primary" icon={<Copy />} disabled={chosen.length === 0} onClick={() => void copy()}>
            Copy as Markdown
          </Button>
        </div>
      </div>
      <ul className={styles.plan}>
        {plan.map(question => (
          <Planned
            key={question.ask}
            question={question}
            isIn={!left.has(question.ask)}
            onChange={isIn => leave(question.ask, isIn)}
          />
        ))}
      </ul>
    </section>
  )
}

type PlannedProps = { question: PlannedQuestion; isIn: boolean; onChange(isIn: boolean): void }

function Planned({ question: { ask, claims, people, personas }, isIn, onChange }: PlannedProps) {
  const map = useMap(view => view.map)
  const who = personas.flatMap(id => {
    const persona = lookUp(map.personas, id)
    return persona ? [KINDS.personas.title(persona)] : []
  })
  return (
    <li className={styles.planned}>
      <Checkbox checked={isIn} onChange={onChange}>
        <span className={styles.ask} dir="auto">
          {ask}
        </span>
      </Checkbox>
      <div className={styles.under}>
        <p>
          Ask {countWords(people, 'customer')}
          {who.length > 0 && `, first of all ${who.join(', ')}`}
        </p>
        <p className={known.quiet}>Listen for:</p>
        <ul className={styles.listen}>
          {claims.map(({ id, text }) => (
            <li key={id} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}
