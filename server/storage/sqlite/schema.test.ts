import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { migrate } from './openDatabase.ts'
import { schemaSteps } from './schema.ts'

describe('the schema', () => {
  it('keeps what was contributed before there were votes, in its order, and takes votes from then on', () => {
    const db = new DatabaseSync(':memory:')
    const before = schemaSteps.findIndex(step => step.includes("'vote'"))
    for (const step of schemaSteps.slice(0, before)) db.exec(step)
    db.exec(`PRAGMA user_version = ${before}`)
    // Only the one table is looked at.
    db.exec('PRAGMA foreign_keys = OFF')
    const add = (id: string, kind: string) =>
      db.prepare("INSERT INTO contributions VALUES ('m', ?, 'ada', 5, ?, 'r')").run(id, kind)
    for (const id of ['c2', 'c1']) add(id, 'note')
    expect(() => add('c3', 'vote')).toThrow()

    migrate(db, 'memory')
    add('c3', 'vote')
    expect(() => add('c4', 'like')).toThrow()
    const rows = db.prepare('SELECT id, author, at, kind, record FROM contributions ORDER BY at, rowid').all()
    expect(rows.map(({ id, author, at, kind, record }) => [id, author, at, kind, record])).toEqual([
      ['c2', 'ada', 5, 'note', 'r'],
      ['c1', 'ada', 5, 'note', 'r'],
      ['c3', 'ada', 5, 'vote', 'r'],
    ])
    db.close()
  })
})
