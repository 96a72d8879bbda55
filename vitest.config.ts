import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,server,client,scripts}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Processes, not threads: the server's tests load native modules and send signals. Two, because more processes
    // than cores make tests of time flaky and nothing faster.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
