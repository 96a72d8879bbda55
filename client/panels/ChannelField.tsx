import { useId, useState } from 'react'
import { NAME } from '#shared/model/limits.ts'
import type { MapDocument } from '#shared/model/MapDocument.ts'
import { useOpenMap } from '../store/MapContext.tsx'
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
  const { map } = useOpenMap()
  const id = useId()
  // Looked up when they are needed: with each edit of the map, tens of thousands of records would be walked over.
  const [suggestions, suggest] = useState<readonly string[]>([])
  return (
    <>
      <TextField
        label="Channel"
        value={value}
        maxLength={NAME}
        onChange={onChange}
        onFocus={() => suggest(channelsOf(map.getState().map))}
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

function channelsOf({ touchpoints, quotes }: MapDocument): readonly string[] {
  const used = new Set([...touchpoints, ...quotes].map(({ channel }) => channel.trim()).filter(Boolean))
  return [...new Set([...used, ...COMMON])].slice(0, MOST)
}
