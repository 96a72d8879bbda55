import { expect, test } from '@playwright/test'
import { initialScriptBytes } from '../bench/support/bundle.ts'

/** Bytes, gzipped. On a slow line or machine, scripts are most of what stands between a link and the map. */
const MOST = 256_000

test('a map is seen after at most 256 kB of scripts', async () => {
  const advice =
    'Let what the first sight of a map does not need load behind later() and <Later> (client/ui/Later.tsx), and import nothing of such a part from elsewhere.'
  expect(await initialScriptBytes('pages/MapPage.tsx'), advice).toBeLessThanOrEqual(MOST)
})
