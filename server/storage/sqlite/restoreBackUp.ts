import { existsSync } from 'node:fs'
import { copyFile, link, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { BackUpError, checkDatabase, copyAside, syncFile } from './backUp.ts'
import { lockFolder } from './lockFolder.ts'
import { nextEpoch } from './nextEpoch.ts'
import { DATABASE, migrate } from './openDatabase.ts'

/** What was restored; `kept` is where the database lies that was there before, null when there was none. */
export type RestoredBackUp = { maps: number; kept: string | null }

/**
 * Puts a back-up in the place of a data folder's database, all or nothing: until the last step the old one is there.
 * It is kept beside under a dated name. Every map starts a new epoch, so that no browser merges what it has of the
 * old one into the new. `now` in epoch milliseconds. Rejects with `BackUpError`, also while a server runs there.
 */
export async function restoreBackUp(folder: string, file: string, now: number): Promise<RestoredBackUp> {
  if (!existsSync(file)) throw new BackUpError(`There is no back-up ${file}.`)
  const unlock = lock(folder)
  const target = join(folder, DATABASE)
  try {
    checkDatabase(file)
    const aside = await copyAside(file, target)
    try {
      const epochs = tidyOld(target)
      startEpochs(aside, epochs, now)
      const maps = checkDatabase(aside)
      await syncFile(aside)
      const kept = await keepOld(folder, now)
      await rename(aside, target)
      await syncFile(folder)
      return { maps, kept }
    } catch (error) {
      await rm(aside, { force: true })
      throw error
    }
  } finally {
    unlock()
  }
}

function lock(folder: string): () => void {
  try {
    return lockFolder(folder)
  } catch {
    throw new BackUpError(`A server is running with the data in ${folder}: end it first, then restore.`)
  }
}

/**
 * Moves what lies in the old database's side file into it, so that it can be kept as one file, and answers the epochs
 * of its maps. One that cannot be read is kept as it is, side file and all.
 */
function tidyOld(target: string): Map<string, number> {
  if (!existsSync(target)) return new Map()
  try {
    const old = new DatabaseSync(target)
    try {
      const rows = old.prepare('SELECT id, epoch FROM maps').all()
      old.exec('PRAGMA journal_mode = DELETE')
      return new Map(rows.map(({ id, epoch }) => [String(id), Number(epoch)]))
    } finally {
      old.close()
    }
  } catch {
    return new Map()
  }
}

function startEpochs(file: string, old: ReadonlyMap<string, number>, now: number): void {
  const db = new DatabaseSync(file)
  try {
    migrate(db, file)
    const setEpoch = db.prepare('UPDATE maps SET epoch = ? WHERE id = ?')
    db.exec('BEGIN')
    for (const { id, epoch } of db.prepare('SELECT id, epoch FROM maps').all()) {
      setEpoch.run(nextEpoch(Math.max(Number(epoch), old.get(String(id)) ?? 0), now), String(id))
    }
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}

/** A second name for the old database, so that it is there under its first until the new one takes that over. */
async function keepOld(folder: string, now: number): Promise<string | null> {
  const target = join(folder, DATABASE)
  if (!existsSync(target)) return null
  const moment = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
  const kept = join(folder, `verbatim-${moment}.db`)
  if (existsSync(kept)) throw new BackUpError(`${kept} is there already: try again in a second.`)
  // Not every file system has second names.
  await link(target, kept).catch(() => copyFile(target, kept))
  await syncFile(kept)
  for (const side of ['-wal', '-shm', '-journal']) {
    if (existsSync(target + side)) await rename(target + side, kept + side)
  }
  return kept
}
