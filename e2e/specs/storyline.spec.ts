import type { Locator } from '@playwright/test'
import { exportJson } from '../fixtures/api.ts'
import { expectAccessible } from '../fixtures/axe.ts'
import { TWO_CARDS } from '../fixtures/maps.ts'
import { expect, test } from '../fixtures/test.ts'

test('a storyline is drafted from the map, put in order, renamed and cut, and a colleague sees it at once', async ({
  server,
  made,
  join,
}) => {
  const map = await made(TWO_CARDS)
  const ada = await join('Ada', map)
  const ben = await join('Ben', map)
  const strip = ada.page.getByRole('region', { name: 'Storyline' })
  const scene = (number: number) => strip.getByRole('button', { name: new RegExp(`^Scene ${number}:`) })
  const theirs = ben.page.getByRole('region', { name: 'Storyline' }).getByRole('button', { name: /^Scene \d/ })

  await ada.page.keyboard.press('y')
  await ben.page.keyboard.press('y')
  await strip.getByRole('button', { name: 'Draft a storyline' }).click()
  await expect(scene(1)).toBeVisible()
  const drafted = await strip.getByRole('button', { name: /^Scene \d/ }).count()
  await expect(theirs).toHaveCount(drafted)

  await scene(1).click()
  const heading = strip.getByRole('textbox', { name: 'Heading of the scene' })
  await heading.fill('What they told us')
  await expect(theirs.first()).toHaveAccessibleName('Scene 1: What they told us, Title')
  await scene(1).press('Alt+ArrowRight')
  await expect(scene(2)).toHaveAccessibleName('Scene 2: What they told us, Title')

  await ada.card('t').click()
  await strip.getByRole('button', { name: 'Add what is selected' }).click()
  await expect(theirs).toHaveCount(drafted + 1)
  await ada.page.getByRole('button', { name: 'Add this touchpoint to the storyline' }).click()
  await expect(theirs).toHaveCount(drafted + 2)
  await ada.page.keyboard.press('Control+z')
  await expect(theirs).toHaveCount(drafted + 1)
  await strip.getByRole('button', { name: 'More about scene 1', exact: true }).click()
  await ada.page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(theirs).toHaveCount(drafted + 2)
  await scene(2).press('Delete')
  await expect(theirs).toHaveCount(drafted + 1)
  await ada.page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(theirs).toHaveCount(drafted + 2)
  await expectAccessible(ada.page, 'the storyline under the map')

  await ada.saved()
  const { scenes } = await exportJson(server.address, map)
  expect(scenes).toContainEqual(expect.objectContaining({ kind: 'view', shows: ['t'] }))
})

test('a view is added, given a filter of its own and presented by keys alone, and says whose words it counts', async ({
  server,
  made,
  join,
}) => {
  const map = await made({
    ...TWO_CARDS,
    personas: [
      { id: 'p', name: 'Parents' },
      { id: 'o', name: 'Others' },
    ],
    customers: [
      { id: 'c', alias: 'Customer 1', persona: 'p' },
      { id: 'd', alias: 'Customer 2', persona: 'o' },
    ],
    quotes: [
      { id: 'q', text: 'It rang nine times.', customer: 'c', touchpoint: 't' },
      { id: 'r', text: 'They were kind.', customer: 'd', touchpoint: 't' },
    ],
  })
  const ada = await join('Ada', map)
  const { page } = ada
  const reach = async (target: Locator) => {
    for (let presses = 0; presses < 80; presses++) {
      if (await target.evaluate(element => element === document.activeElement).catch(() => false)) return
      await page.keyboard.press('Tab')
    }
    throw new Error('Tab does not lead there')
  }
  const strip = page.getByRole('region', { name: 'Storyline' })
  const words = strip.getByRole('button', { name: /^Which quotes count/ })
  await page.keyboard.press('Shift+y')
  const first = strip.getByRole('button', { name: /^Scene 1: The whole journey/ })
  await expect(first).toBeVisible()
  await reach(first)
  await page.keyboard.press('Enter')
  await reach(words)
  await page.keyboard.press('Enter')
  const filter = page.getByRole('dialog', { name: 'Which quotes count in this scene' })
  await reach(filter.getByRole('button', { name: /^Parents/ }))
  await page.keyboard.press('Space')
  await expect(words).toHaveAccessibleName('Which quotes count: Parents')
  await expectAccessible(page, 'the filter of a scene')
  await page.keyboard.press('Escape')
  await expect(strip.getByText('Only 1 customer is left by the filter of this scene')).toBeVisible()
  await ada.saved()
  expect((await exportJson(server.address, map)).scenes).toMatchObject([{ kind: 'view', personas: ['p'] }])

  await reach(strip.getByRole('button', { name: 'Present', exact: true }))
  await page.keyboard.press('Enter')
  const said = page.locator('[aria-live="polite"]').filter({ hasText: /^Scene/ })
  await expect(said).toHaveText('Scene 1 of 1. The whole journey. Only: Parents. A part of the map')
  await page.keyboard.press('Escape')
  await ada.ready()
})

test('what is edited or deleted on the map changes on the wall, and the words behind a claim are one key away', async ({
  made,
  join,
}) => {
  const scenes = [
    { id: 's1', kind: 'title', heading: 'Welcome' },
    { id: 's2', kind: 'claim', heading: '', touchpoint: 't' },
    { id: 's3', kind: 'view', heading: 'The whole journey' },
  ]
  const quotes = [{ id: 'q', text: 'It rang nine times.', touchpoint: 't' }]
  const map = await made({ ...TWO_CARDS, scenes, quotes })
  const ed = await join('Ed', map)
  const fay = await join('Fay', map, 'facilitator')
  const { page } = fay
  const wall = page.getByTestId('wall')
  const said = page.locator('[aria-live="polite"]').filter({ hasText: /^(Scene|The wall)/ })
  await page.getByRole('button', { name: 'Present' }).click()
  await expect(said).toHaveText(/^Scene 1 of 3\. Welcome/)
  await page.keyboard.press('PageDown')
  await expect(wall).toHaveAttribute('data-scene', 's2')
  await expect(said).toContainText('Ring the hotline')
  await ed.rename('t', 'Ring the shop')
  await expect(said).toContainText('Ring the shop')

  await page.keyboard.press('ArrowDown')
  const words = page.getByRole('region', { name: /^What customers said/ })
  await expect(words).toContainText('It rang nine times.')
  await page.keyboard.press('Escape')
  await expect(words).toHaveCount(0)
  await page.keyboard.press('b')
  await expect(page.getByTestId('black')).toBeVisible()
  await page.keyboard.press('b')
  await expect(page.getByTestId('black')).toHaveCount(0)
  await page.keyboard.press('3')
  await page.keyboard.press('Enter')
  await expect(wall).toHaveAttribute('data-scene', 's3')
  await page.keyboard.press('Home')
  await expect(wall).toHaveAttribute('data-scene', 's1')
  await page.keyboard.press('s')
  await page.getByRole('textbox', { name: 'Number or words of the heading' }).fill('whole')
  await page.keyboard.press('Enter')
  await expect(wall).toHaveAttribute('data-scene', 's3')

  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await ed.card('t').click()
  await ed.page.keyboard.press('Delete')
  await expect(page.getByText('What this scene showed was deleted.')).toBeVisible()
  await expectAccessible(page, 'presenting')
  await page.keyboard.press('Escape')
  await fay.ready()
  await page.getByRole('button', { name: 'Present' }).click()
  await expect(wall).toHaveAttribute('data-scene', 's2')
})

test('a visitor presses through the sample’s storyline from the first page', async ({ server, page }) => {
  await page.goto(server.address)
  await page.getByRole('button', { name: 'See it presented' }).click()
  const said = page.locator('[aria-live="polite"]').filter({ hasText: /^Scene/ })
  await expect(said).toHaveText(/^Scene 1 of 13\./)
  const spoken = await said.evaluateHandle(region => {
    const texts: string[] = []
    new MutationObserver(() => texts.push(region.textContent ?? '')).observe(region, {
      ...{ characterData: true, childList: true, subtree: true },
    })
    return texts
  })
  for (let number = 2; number <= 13; number++) {
    await page.keyboard.press(number % 2 ? 'ArrowRight' : 'PageDown')
    await expect(said).toHaveText(new RegExp(`^Scene ${number} of 13\\.`))
  }
  await expect(page.getByTestId('wall')).toHaveAttribute('data-scene', 'sc-10')
  // Each scene is said once, and nothing beside it.
  expect((await spoken.jsonValue()).map(text => Number(/^Scene (\d+) of 13\./.exec(text)?.[1]))).toEqual(
    Array.from({ length: 12 }, (_, index) => index + 2),
  )
})
