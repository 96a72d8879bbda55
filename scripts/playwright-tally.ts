import type { FullResult, Reporter, Suite, TestCase } from '@playwright/test/reporter'
import { handOver } from './tally.ts'

export default class PlaywrightTally implements Reporter {
  #all: Suite | null = null
  #errors = 0

  onBegin(_config: unknown, suite: Suite): void {
    this.#all = suite
  }

  /** Outside of any test: a spec that does not compile, for example. */
  onError(): void {
    this.#errors += 1
  }

  onEnd({ status }: FullResult): void {
    const tests = this.#all?.allTests() ?? []
    const ended = (...outcomes: ReturnType<TestCase['outcome']>[]) =>
      tests.filter(test => outcomes.includes(test.outcome()))
    handOver({
      passed: ended('expected').length,
      // A test that passes only on a second try is a failing test.
      failed: ended('unexpected', 'flaky').length + this.#errors + (status === 'timedout' ? 1 : 0),
      skipped: ended('skipped').map(test => ({
        title: test.titlePath().filter(Boolean).join(' > '),
        reason: reasonOf(test),
      })),
    })
  }
}

function reasonOf(test: TestCase): string {
  const skip = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')
  return skip ? (skip.description ?? 'no reason given') : 'did not run after a failure before it'
}
