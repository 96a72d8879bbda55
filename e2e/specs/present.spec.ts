import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { TWO_CARDS } from '../fixtures/maps.ts'
import { expect, test } from '../fixtures/test.ts'

const STORYLINE = {
  ...TWO_CARDS,
  scenes: [
    { id: 's1', kind: 'title', heading: 'Welcome', notes: 'Breathe, then begin.' },
    { id: 's2', kind: 'claim', heading: 'The hotline', touchpoint: 't' },
    { id: 's3', kind: 'view', heading: 'The whole journey' },
    { id: 's4', kind: 'title', heading: 'Thank you' },
  ],
  quotes: [{ id: 'q', text: 'It rang nine times.', touchpoint: 't' }],
}

/** On the claim's words, in CSS pixels of a window of 1440 by 900. */
const WORDS = { x: 820, y: 160 }

const wall = (page: Page) => page.getByTestId('wall')
const isAt = (page: Page, scene: string) => expect(wall(page)).toHaveAttribute('data-scene', scene)

test('a room follows whoever presents, on their own devices, from a presenter window, and when the lead is handed on', async ({
  made,
  join,
}) => {
  const map = await made(STORYLINE)
  const fay = (await join('Fay', map, 'facilitator')).page
  const ben = (await join('Ben', map, 'editor')).page
  const phone = (await join('Vic', map, 'viewer', { width: 390, height: 844, touch: true })).page
  const tom = (await join('Tom', map, 'contributor', { width: 1024, height: 768 })).page
  const ed = await join('Ed', map, 'editor')
  await fay.keyboard.press('Shift+P')
  await isAt(fay, 's1')
  const followers = [ben, phone, tom]
  for (const page of followers) {
    await expect(page.getByText('Fay is presenting.')).toBeVisible()
    await page.getByRole('button', { name: 'Follow' }).click()
    await expect(page.getByText('You follow Fay')).toBeVisible()
    await isAt(page, 's1')
  }

  const opening = fay.waitForEvent('popup')
  await fay.keyboard.press('w')
  const desk = await opening
  const speaker = desk.getByTestId('speaker')
  await expect(speaker).toHaveAttribute('data-scene', 's1')
  await expect(desk.getByRole('region', { name: 'Notes' })).toHaveText('Breathe, then begin.')
  await expect(desk.getByText('You lead. 3 windows follow.')).toBeVisible()
  await expect(desk.getByRole('figure').filter({ hasText: 'Next' })).toContainText('The hotline')
  await expect(desk.getByRole('timer')).toHaveText('0:00')
  await expectAccessible(desk, 'the presenter window')

  await desk.keyboard.press('ArrowRight')
  for (const page of [fay, ...followers]) await isAt(page, 's2')

  // Her pointer is shown to who follows, at the same words on whatever screen, and goes when she puts it away.
  await fay.keyboard.press('l')
  const points = followers.map(page => page.getByTestId('leaders-laser'))
  await fay.mouse.move(WORDS.x, WORDS.y)
  for (const point of points) await expect(point).toHaveAttribute('data-shown')
  await fay.keyboard.press('l')
  for (const point of points) await expect(point).not.toHaveAttribute('data-shown')

  await fay.keyboard.press('ArrowDown')
  const words = phone.getByRole('region', { name: /^What customers said/ })
  await expect(words).toContainText('It rang nine times.')
  await desk.getByRole('button', { name: 'Black' }).click()
  for (const page of [fay, phone]) await expect(page.getByTestId('black')).toBeVisible()
  await desk.getByRole('button', { name: 'Next' }).click()
  await expect(phone.getByTestId('black')).toHaveCount(0)
  await fay.keyboard.press('ArrowUp')
  await expect(words).toHaveCount(0)

  // Looks around, while the others go on, and comes back to where they are by then.
  await phone.touchscreen.tap(300, 300)
  await isAt(phone, 's3')
  await fay.keyboard.press('End')
  await isAt(ben, 's4')
  await isAt(phone, 's3')
  await phone.getByRole('button', { name: 'Back to Fay' }).tap()
  await isAt(phone, 's4')
  await fay.keyboard.type('2')
  await fay.keyboard.press('Enter')
  for (const page of followers) await isAt(page, 's2')

  // What an editor does to what is on the wall.
  const said = phone.locator('[aria-live="polite"]').filter({ hasText: /^Scene/ })
  await ed.rename('t', 'Ring the shop')
  await expect(said).toContainText('Ring the shop')
  await ed.page.keyboard.press('Escape')
  await ed.page.keyboard.press('y')
  const strip = ed.page.getByRole('region', { name: 'Storyline' })
  await strip.getByRole('button', { name: /^Scene 2:/ }).press('Alt+ArrowRight')
  await expect(said).toHaveText(/^Scene 3 of 4\./)
  for (const page of [fay, ...followers]) await isAt(page, 's2')
  await strip.getByRole('button', { name: /^Scene 3:/ }).press('Delete')
  for (const page of [fay, ...followers]) await isAt(page, 's4')
  await expect(speaker).toHaveAttribute('data-scene', 's4')
  await fay.keyboard.press('ArrowLeft')
  for (const page of [fay, ...followers]) await isAt(page, 's3')

  // Who chooses a scene while she leads is asked first, and nobody is moved.
  await strip.getByRole('button', { name: 'More about scene 1', exact: true }).click()
  await ed.page.getByRole('menuitem', { name: 'Present from here' }).click()
  const choice = ed.page.getByRole('dialog', { name: 'Fay is presenting' })
  await expect(choice).toBeVisible()
  await isAt(ed.page, 's1')
  await choice.getByRole('button', { name: 'Look at it alone' }).click()
  await isAt(ed.page, 's1')
  await ed.page.getByRole('button', { name: 'Back to Fay' }).click()
  await isAt(ed.page, 's3')
  for (const page of [fay, ...followers]) await isAt(page, 's3')

  // Who may not take the lead asks for it.
  await tom.getByRole('toolbar', { name: 'Presenting' }).getByRole('button', { name: 'Who is here' }).focus()
  await tom.keyboard.press('Enter')
  await tom.getByRole('button', { name: 'Ask for the lead' }).press('Enter')
  await expect(fay.getByText('Tom asks for the lead.')).toBeVisible()
  await fay.getByRole('button', { name: 'Not now' }).press('Enter')
  await expect(fay.getByText('Tom asks for the lead.')).toHaveCount(0)

  const bar = fay.getByRole('toolbar', { name: 'Presenting' })
  await bar.getByRole('button', { name: 'Who is here' }).focus()
  await fay.keyboard.press('Enter')
  const list = fay.getByRole('dialog', { name: 'Who is here' })
  await expect(list.getByRole('listitem').filter({ hasText: 'Fay' })).toContainText('leads')
  await expect(list.getByRole('listitem').filter({ hasText: 'Vic' })).toContainText('follows')
  await expectAccessible(fay, 'presenting, with who is here')
  await list.getByRole('button', { name: 'Hand the lead to Ben' }).press('Enter')
  await expect(fay.getByText('You follow Ben')).toBeVisible()
  await expect(ben.getByText(/^You lead\./)).toBeAttached()
  await ben.keyboard.press('ArrowRight')
  for (const page of [fay, phone]) await isAt(page, 's4')
  await expect(desk.getByText('You follow Ben.')).toBeVisible()
  await desk.getByRole('button', { name: 'Take the lead' }).click()
  await expect(ben.getByText('You follow Fay')).toBeVisible()
  await expect(desk.getByText(/^You lead\./)).toBeVisible()
  await desk.keyboard.press('Home')
  for (const page of [fay, ben, phone]) await isAt(page, 's1')

  // Nobody is stranded when it ends.
  await fay.keyboard.press('Escape')
  await fay.keyboard.press('Escape')
  await expect(phone.getByText('You follow')).toHaveCount(0)
  await phone.touchscreen.tap(300, 300)
  await isAt(phone, 's3')
})

test('presenting goes on without the network, and the room is where the presenter is when it is back', async ({
  made,
  join,
  network,
}) => {
  const map = await made(STORYLINE)
  const fay = (await join('Fay', map, 'facilitator', { at: network.address })).page
  const vic = (await join('Vic', map, 'viewer')).page
  await fay.keyboard.press('Shift+P')
  await vic.getByRole('button', { name: 'Follow' }).click()
  await expect(vic.getByText('You follow Fay')).toBeVisible()
  await expect(fay.getByText(/^You lead\./)).toBeAttached()
  await network.down()
  await expect(fay.getByText('Offline')).toBeAttached()
  await fay.keyboard.press('End')
  await isAt(fay, 's4')
  await isAt(vic, 's1')
  await network.up()
  await isAt(vic, 's4')
  await expect(fay.getByText('Offline')).toHaveCount(0)
  await fay.keyboard.press('Home')
  await isAt(vic, 's1')

  // To the map for a correction, and back to another scene: the lead stays with her.
  await fay.keyboard.press('e')
  await expect(fay.getByText('You are presenting.')).toBeVisible()
  await fay.keyboard.press('y')
  const strip = fay.getByRole('region', { name: 'Storyline' })
  await strip.getByRole('button', { name: 'More about scene 3', exact: true }).click()
  await fay.getByRole('menuitem', { name: 'Present from here' }).click()
  for (const page of [fay, vic]) await isAt(page, 's3')
  await fay.keyboard.press('Escape')
  await expect(vic.getByText('You follow Fay')).toHaveCount(0)
  await isAt(vic, 's3')
})
