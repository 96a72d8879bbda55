import { readConfig } from '../server/config.ts'
import { BackUpError } from '../server/storage/sqlite/backUp.ts'
import { restoreBackUp } from '../server/storage/sqlite/restoreBackUp.ts'

/** `npm run restore -- FILE`: puts a back-up in the place of the database. One plain line, or why not. */

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

const [file, ...more] = process.argv.slice(2)
if (file === undefined || more.length > 0) stop('Say what to restore: npm run restore -- FILE')
const read = readConfig(process.env)
if (!read.ok) stop(read.message)
const { dataDir, secret } = read.config
try {
  const { maps, kept } = await restoreBackUp(dataDir, file, Date.now())
  const before = kept === null ? '' : ` What was there before is kept as ${kept}.`
  const needed = secret === null ? 'with the file secret' : 'with the SECRET'
  process.stdout.write(
    `Restored ${maps} ${maps === 1 ? 'map' : 'maps'} from ${file} into ${dataDir}.${before} ` +
      `Links open them ${needed} that belongs to the back-up.\n`,
  )
} catch (error) {
  if (error instanceof BackUpError) stop(error.message)
  throw error
}
