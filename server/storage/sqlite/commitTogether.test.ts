import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { commitTogether } from './commitTogether.ts'

function setUp() {
  const db = new DatabaseSync(':memory:')
  db.exec('CREATE TABLE parents (id INTEGER PRIMARY KEY); CREATE TABLE words (word TEXT UNIQUE, parent INTEGER)')
  // A deferred check is the one failure that SQLite reports only at COMMIT.
  db.exec('CREATE TABLE orphans (parent INTEGER REFERENCES parents(id) DEFERRABLE INITIALLY DEFERRED)')
  const write = (word: string) => () => {
    db.prepare('INSERT INTO words (word) VALUES (?)').run(word)
    return word
  }
  return {
    db,
    write,
    words: () =>
      db
        .prepare('SELECT word FROM words ORDER BY word')
        .all()
        .map(row => row.word),
  }
}

describe('commitTogether', () => {
  it('undoes a write that fails and keeps those beside it', () => {
    const { db, write, words } = setUp()
    const half = () => {
      write('half')()
      throw new Error('no')
    }
    const settled = commitTogether(db, [write('a'), half, write('a'), write('b')])
    expect(settled).toMatchObject([{ value: 'a' }, { thrown: Error('no') }, { thrown: {} }, { value: 'b' }])
    expect(words()).toEqual(['a', 'b'])
  })

  it('lets a write that breaks the commit fail alone, keeps nothing of it, and works on', () => {
    const { db, write, words } = setUp()
    let commits = 0
    const breaksTheCommit = () => {
      db.exec('INSERT INTO orphans VALUES (99)')
      return 'looks fine'
    }
    const settled = commitTogether(db, [write('a'), breaksTheCommit, write('b')], () => {
      commits += 1
    })
    expect(settled).toMatchObject([{ value: 'a' }, { thrown: { errstr: 'constraint failed' } }, { value: 'b' }])
    expect(commits).toBe(2)
    expect(db.prepare('SELECT count(*) AS count FROM orphans').get()).toEqual({ count: 0 })
    expect(commitTogether(db, [write('c')])).toEqual([{ value: 'c' }])
    expect(words()).toEqual(['a', 'b', 'c'])
  })

  it('tells every writer when nothing can be written at all', () => {
    const { db, write, words } = setUp()
    db.exec('PRAGMA query_only = ON')
    const settled = commitTogether(db, [write('a'), write('b')])
    expect(settled.map(job => 'thrown' in job)).toEqual([true, true])
    db.exec('PRAGMA query_only = OFF')
    expect(commitTogether(db, [write('c')])).toEqual([{ value: 'c' }])
    expect(words()).toEqual(['c'])
  })
})
