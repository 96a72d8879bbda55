import { join } from 'node:path'
import { readConfig } from '../server/config.ts'
import { BackUpError, backUp } from '../server/storage/sqlite/backUp.ts'

/** `npm run backup -- FILE`: copies the database into FILE, also while a server runs. One plain line, or why not. */

const MIB = 1024 * 1024

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

const [file, ...more] = process.argv.slice(2)
if (file === undefined || more.length > 0) stop('Say where the back-up goes: npm run backup -- FILE')
const read = readConfig(process.env)
if (!read.ok) stop(read.message)
const { dataDir, secret } = read.config
try {
  const { maps, bytes } = await backUp(dataDir, file)
  const keep =
    secret === null
      ? `Keep a copy of ${join(dataDir, 'secret')} in another place`
      : 'Keep the value of SECRET in another place'
  process.stdout.write(
    `Backed up ${maps} ${maps === 1 ? 'map' : 'maps'} to ${file} (${(bytes / MIB).toFixed(1)} MiB). ` +
      `${keep}: it is not in the back-up, and without it no link opens a map.\n`,
  )
} catch (error) {
  if (error instanceof BackUpError) stop(error.message)
  throw error
}
