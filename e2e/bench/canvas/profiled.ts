import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CDPSession } from '@playwright/test'
import { textOption } from '../support/options.ts'

/** Runs it, with `--profile=FOLDER` under the profiler, whose result the developer tools of Chromium open. */
export async function profiled<T>(session: CDPSession, name: string, work: () => Promise<T>): Promise<T> {
  const folder = textOption('profile')
  if (folder === null) return work()
  await session.send('Profiler.enable')
  await session.send('Profiler.setSamplingInterval', { interval: 200 })
  await session.send('Profiler.start')
  const result = await work()
  const { profile } = await session.send('Profiler.stop')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${name.replaceAll(' ', '-')}.cpuprofile`), JSON.stringify(profile))
  return result
}
