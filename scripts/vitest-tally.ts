import type { Reporter, TestCase, TestModule, TestRunEndReason, TestState, TestSuite } from 'vitest/node'
import { handOver } from './tally.ts'

/** Vitest's own JSON report leaves out why a test was skipped. */
export default class VitestTally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[], reason: TestRunEndReason): void {
    const tests = modules.flatMap(module => [...module.children.allTests()])
    const containers = modules.flatMap((module): (TestModule | TestSuite)[] => [module, ...module.children.allSuites()])
    const ended = (...states: TestState[]) => tests.filter(test => states.includes(test.result().state))
    handOver({
      passed: ended('passed').length,
      // A test that is still pending at the end never came to a result: its process died.
      failed:
        ended('failed', 'pending').length +
        containers.filter(isBroken).length +
        (unhandled.length > 0 ? 1 : 0) +
        (reason === 'interrupted' ? 1 : 0),
      skipped: ended('skipped').map(test => ({
        title: `${test.module.relativeModuleId} > ${test.fullName}`,
        reason: reasonOf(test),
      })),
    })
  }
}

function reasonOf(test: TestCase): string {
  const result = test.result()
  if (result.state === 'skipped' && result.note) return result.note
  for (let { parent } = test; parent.type === 'suite'; { parent } = parent) {
    if (isBroken(parent)) return 'did not run after a failure before it'
  }
  return 'no reason given'
}

function isBroken(container: TestModule | TestSuite): boolean {
  return container.errors().length > 0
}
