import { type CleanPicture, FAILED } from './CleanPicture.ts'
import { reencode } from './reencode.ts'

// A process of its own for each time pictures come in, because decoders of pictures are where a file can do harm.

process.once('message', async (files: Uint8Array[]) => {
  const pictures: CleanPicture[] = []
  for (const bytes of files) pictures.push(await reencode(bytes).catch(() => FAILED))
  process.send?.(pictures, () => process.disconnect())
})
