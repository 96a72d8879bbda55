import { useEffect, useSyncExternalStore } from 'react'
import { fetchPicture, onPictures, pictureAddress } from '../../api/pictures.ts'
import { useOpenMap } from '../../store/MapContext.tsx'

/** The address of a picture by its hash, fetched when it is first shown; undefined until it is here. */
export function usePicture(hash: string | null): string | undefined {
  const open = useOpenMap()
  const address = useSyncExternalStore(onPictures, () => (hash === null ? undefined : pictureAddress(hash)))
  useEffect(() => {
    if (hash !== null) void fetchPicture(open, hash)
  }, [open, hash])
  return address
}
