import { MapPage } from '../fixtures/MapPage.ts'
import { expect, test } from '../fixtures/test.ts'

const TEMPLATES = [
  ['Customer journey', ['Become aware', 'Get help and stay'], ['How it feels']],
  ['Service blueprint', ['Arrive'], ['What we do out of sight', 'What supports it']],
  ['Nine questions', ['What worries them'], ['The nine questions']],
  ['Customer panel', ['What they dream of'], ['For the facilitator']],
  ['Staff journey', ['Serve customers'], ['What we promise our staff']],
] as const

for (const [template, stages, lanes] of TEMPLATES) {
  test(`“${template}” opens a new map with its stages and lanes`, async ({ server, page }) => {
    await page.goto(server.address)
    await page.getByRole('button', { name: 'New map' }).click()
    await page.getByRole('menuitem', { name: template }).click()
    await new MapPage(page).ready()
    for (const name of [...stages, ...lanes]) {
      await expect(page.getByRole('heading', { name, exact: true })).toBeAttached()
    }
    // The link that opens it is no part of what stands in the address bar.
    expect(page.url()).not.toContain('#')
  })
}
