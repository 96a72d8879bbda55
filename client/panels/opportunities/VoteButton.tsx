import ThumbsUp from 'lucide-react/icons/thumbs-up'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { votesOf } from '#shared/model/evidence/votes.ts'
import { reaches } from '#shared/model/roles.ts'
import { knownMap } from '../../api/tokens.ts'
import { castVote, loadVotes, takeVotesBack, votesCast } from '../../commands/votes.ts'
import { lookUp } from '../../store/lookUp.ts'
import { useMap, useOpenMap } from '../../store/MapContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'
import { countWords } from '../countWords.ts'
import styles from './opportunities.module.css'

/** Votes for an opportunity, or takes that back; the count stands in it. Whoever only looks sees the count. */
export function VoteButton({ opportunity, title }: { opportunity: string; title: string }) {
  const open = useOpenMap()
  const map = useMap(view => view.map)
  const cast = useStore(votesCast(open))
  const [busy, setBusy] = useState(false)
  const may = useSyncExternalStore(
    listener => open.session.subscribe(listener),
    () => reaches(open.role, 'contributor') && open.session.saved.state !== 'refused',
  )
  useEffect(() => {
    if (may) void loadVotes(open)
  }, [open, may])
  const count = votesOf(map).get(opportunity) ?? 0
  const mine = cast.filter(({ record }) => lookUp(map.votes, record)?.opportunity === opportunity)
  const words = countWords(count, 'vote')
  if (!may) return <span className={styles.votes}>{words}</span>
  const press = async () => {
    if (!knownMap(open.id)?.person) {
      toast('Say your name first, at the top of the map: then your vote is yours.', { id: 'vote' })
      return
    }
    setBusy(true)
    const complaint = mine.length > 0 ? await takeVotesBack(open, mine) : await castVote(open, opportunity)
    setBusy(false)
    if (complaint !== null) toast('Your vote is not on the map.', { id: 'vote', tone: 'error', detail: complaint })
  }
  return (
    <Button
      size="small"
      icon={<ThumbsUp />}
      aria-pressed={mine.length > 0}
      aria-label={`Vote for “${title}”, ${words}`}
      busy={busy}
      className={styles.vote ?? ''}
      onClick={() => void press()}
    >
      {words}
    </Button>
  )
}
