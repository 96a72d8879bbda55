import { useId, useMemo } from 'react'
import { NAME } from '#shared/model/limits.ts'
import { useMap } from '../store/MapContext.tsx'
import { TextField } from '../ui/TextField.tsx'

/** Channels that journeys commonly have, for maps that name none yet. */
const COMMON = ['In person', 'Phone', 'Email', 'Website', 'App', 'Chat', 'Letter', 'Social media']
const MOST = 40

export type ChannelFieldProps = {
  value: string
  onChange(channel: string): void
  onBlur?(): void
  onEnter?(): void
}

/** The medium of a contact: any word, with those that the map already uses suggested. */
export function ChannelField({ value, onChange, onBlur, onEnter }: ChannelFieldProps) {
  const touchpoints = useMap(({ map }) => map.touchpoints)
  const quotes = useMap(({ map }) => map.quotes)
  const id = useId()
  const suggestions = useMemo(() => {
    const used = new Set([...touchpoints, ...quotes].map(({ channel }) => channel.trim()).filter(Boolean))
    return [...new Set([...used, ...COMMON])].slice(0, MOST)
  }, [touchpoints, quotes])
  return (
    <>
      <TextField
        label="Channel"
        value={value}
        maxLength={NAME}
        onChange={onChange}
        onBlur={onBlur}
        onKeyDown={event => event.key === 'Enter' && onEnter?.()}
        list={id}
      />
      <datalist id={id}>
        {suggestions.map(channel => (
          <option key={channel} value={channel} />
        ))}
      </datalist>
    </>
  )
}
