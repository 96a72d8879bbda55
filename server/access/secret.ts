import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

const FILE = 'secret'
/** Bytes of a secret that the server makes for itself: as many as the hash under which it is used. */
const LENGTH = 32

/**
 * The server's secret: the given one, or that of the file `secret` in the data folder, which is made on the first start
 * and readable for its owner alone. Only one process may call this for a folder at a time.
 * Rejects when the file cannot be read or written, and with a sentence when what it holds is no secret.
 */
export async function readSecret(given: string | null, folder: string): Promise<string> {
  if (given !== null) return given
  const path = join(folder, FILE)
  const kept = await readFile(path, 'utf8').catch(error => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (kept === null) return makeSecret(path)
  if (/^[\da-f]{64}\n$/.test(kept)) return kept.trim()
  throw new Error(
    `The file ${path} does not hold the secret that was written there. Bring it back from a copy, or delete it: all links given out so far then stop working.`,
  )
}

/** Written aside and renamed: a power cut must not leave half a secret, which would lock everybody out. */
async function makeSecret(path: string): Promise<string> {
  const secret = randomBytes(LENGTH).toString('hex')
  const aside = `${path}.new`
  const file = await open(aside, 'w', 0o600)
  try {
    await file.chmod(0o600)
    await file.writeFile(`${secret}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, path)
  return secret
}
