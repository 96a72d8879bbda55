import { useEffect, useState } from 'react'
import { type MapPicture, onMapPictures } from '../api/mapPictures.ts'
import { Mark } from '../ui/Mark.tsx'
import { useTheme } from '../ui/theme.ts'
import { currentPicture } from './currentPicture.ts'
import styles from './HomeThumbnail.module.css'

/** A map as it last looked in this browser; until it was painted, an empty sheet. */
export function HomeThumbnail({ id }: { id: string }) {
  const { shown } = useTheme()
  const picture = usePicture(id)
  const address = useAddress(picture?.[shown])
  return (
    <span className={styles.sheet} aria-hidden="true">
      {address ? <img className={styles.picture} src={address} alt="" /> : <Mark size={22} />}
    </span>
  )
}

function usePicture(id: string): MapPicture | null {
  const [picture, setPicture] = useState<MapPicture | null>(null)
  useEffect(() => {
    let left = false
    const look = () => {
      void currentPicture(id).then(found => {
        if (!left) setPicture(found)
      })
    }
    look()
    const stop = onMapPictures(changed => changed === id && look())
    return () => {
      left = true
      stop()
    }
  }, [id])
  return picture
}

/** An address for a blob, for as long as it is shown. */
function useAddress(blob: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!blob) return setAddress(null)
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return address
}
