import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { DATABASE } from './openDatabase.ts'
import { schemaSteps } from './schema.ts'

/** More pages than a database has: copied in one step, so that a server that writes meanwhile starts it over never. */
const ALL_PAGES = 2 ** 31 - 1

/** Why a back-up was not made or not restored, as a sentence for an operator. */
export class BackUpError extends Error {}

/**
 * Copies the database of a data folder into `file`, also while a server works on it: the copy is the database of one
 * moment, in one file without side files, checked, on disk, and readable for its owner alone. Answers how many maps
 * and bytes that are. Rejects with `BackUpError`, and then there is no such file.
 */
export async function backUp(folder: string, file: string): Promise<{ maps: number; bytes: number }> {
  const from = join(folder, DATABASE)
  if (!existsSync(from)) throw new BackUpError(`There is nothing to back up: ${from} is not there.`)
  refuseExisting(file)
  const aside = await copyAside(from, file)
  try {
    const maps = checkDatabase(aside)
    await syncFile(aside)
    refuseExisting(file)
    await rename(aside, file)
    await syncFile(dirname(file))
    return { maps, bytes: (await stat(file)).size }
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new BackUpError(`${file} is there already: give the back-up another name.`)
}

/** Copies a database to a file beside `to`, which the answer names: 0600, without side files. */
export async function copyAside(from: string, to: string): Promise<string> {
  const aside = join(dirname(to), `.${basename(to)}.${randomUUID()}`)
  try {
    await (await open(aside, 'wx', 0o600)).close()
    const source = new DatabaseSync(from)
    try {
      await backup(source, aside, { rate: ALL_PAGES })
    } finally {
      source.close()
    }
    const copy = new DatabaseSync(aside)
    copy.exec('PRAGMA journal_mode = DELETE')
    copy.close()
    return aside
  } catch (error) {
    await rm(aside, { force: true })
    throw new BackUpError(`${from} cannot be copied to ${dirname(to)}: ${wordsOf(error)}.`)
  }
}

/** Reads all of a database. Answers how many maps it holds; throws `BackUpError` where it is damaged or none of ours. */
export function checkDatabase(file: string): number {
  try {
    const db = new DatabaseSync(file, { readOnly: true })
    try {
      const { integrity_check: verdict } = db.prepare('PRAGMA integrity_check').get() ?? {}
      if (verdict !== 'ok') throw new Error(`it is damaged (${verdict})`)
      const version = Number(db.prepare('PRAGMA user_version').get()?.user_version)
      if (version < 1) throw new Error('it holds no maps')
      if (version > schemaSteps.length) throw new Error('it was written by a newer version of Verbatim')
      return Number(db.prepare('SELECT count(*) AS maps FROM maps').get()?.maps)
    } finally {
      db.close()
    }
  } catch (error) {
    throw new BackUpError(`${file} is no back-up that can be used: ${wordsOf(error)}.`)
  }
}

/** Waits until a file, or the names in a folder, are on disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
