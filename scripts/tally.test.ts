import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { judge, lastLine, pickUp, sum, type Tally } from './tally.ts'

const skip = { title: 'reads the real file', reason: 'the data is not here' }

describe('the last line of the tests', () => {
  it('counts over all suites', () => {
    const all = sum([
      { passed: 1, failed: 0, skipped: [] },
      { passed: 20, failed: 2, skipped: [skip] },
    ])
    expect(lastLine(all)).toBe('21 passed, 2 failed, 1 skipped')
  })

  it('speaks of skipped tests only when there are some', () => {
    expect(lastLine({ passed: 3, failed: 0, skipped: [] })).toBe('3 passed, 0 failed')
  })
})

describe('a suite', () => {
  const good: Tally = { passed: 3, failed: 0, skipped: [skip] }

  it('stands as reported when it ended well', () => {
    expect(judge(good, 0)).toEqual({ tally: good, problem: null })
  })

  it('stands as reported when its exit code says what the report says', () => {
    const bad = { ...good, failed: 1 }
    expect(judge(bad, 1)).toEqual({ tally: bad, problem: null })
  })

  it.each([
    ['crashed before its report', null, 137, 'ended without a report (exit code 137)'],
    ['found nothing', { passed: 0, failed: 0, skipped: [] }, 0, 'found no tests'],
    ['failed outside of its tests', good, 1, 'ended with exit code 1'],
  ])('counts as failed when it %s', (_, tally, exitCode, problem) => {
    const judged = judge(tally, exitCode)
    expect(judged.problem).toBe(problem)
    expect(judged.tally.failed).toBe(1)
  })
})

describe('a report', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tally-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is not there when the runner was killed before or while writing it', () => {
    const file = join(folder, 'tally.json')
    expect(pickUp(file)).toBeNull()
    writeFileSync(file, '{"passed":')
    expect(pickUp(file)).toBeNull()
  })
})
