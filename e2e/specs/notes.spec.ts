import { exportJson } from '../fixtures/api.ts'
import { expect, test } from '../fixtures/test.ts'

/** Two stages, a lane for steps with one card, and three notes beside the map. */
const NOTED = {
  format: 'verbatim-map',
  version: 1,
  map: { title: 'Noted' },
  stages: [
    { id: 'one', name: 'One' },
    { id: 'two', name: 'Two' },
  ],
  lanes: [{ id: 'l', name: 'Lane', kind: 'steps' }],
  touchpoints: [{ id: 't', title: 'Wait', stage: 'one', lane: 'l' }],
  notes: [
    { id: 'a', text: 'The queue is long', author: 'Ada', x: 640, y: 20 },
    { id: 'b', text: 'Nobody says how long', author: 'Ben', x: 640, y: 100 },
    { id: 'c', text: 'Ring a bell', author: 'Zoe', x: 300, y: 20 },
  ],
}

test('notes are grouped under a heading, moved with it, and come apart where they stand', async ({
  server,
  made,
  join,
}) => {
  const map = await made(NOTED)
  const ada = await join('Ada', map)
  const { page } = ada
  const note = (id: string) => page.locator(`[data-note="${id}"]`)
  const onDisk = async () => {
    await ada.saved()
    return ((await exportJson(server.address, map)).notes ?? []) as { id: string; under?: string; x: number }[]
  }
  await note('a').click()
  await expect(page.getByRole('complementary', { name: 'Note' })).toBeVisible()
  await note('b').click({ modifiers: ['Shift'] })
  await page.getByRole('toolbar', { name: 'Notes' }).getByRole('button', { name: 'Group' }).click()
  await page.getByRole('menuitem', { name: 'Under a heading' }).click()
  await expect(page.locator('[data-testid=canvas]').getByRole('textbox', { name: 'Heading' })).toBeFocused()
  await page.keyboard.type('What takes long')
  await page.keyboard.press('Enter')
  const heading = page.getByRole('group', { name: 'Heading: What takes long' })
  await expect(heading).toBeVisible()
  const under = (await onDisk()).filter(one => one.under !== undefined)
  expect(under.map(({ id }) => id)).toEqual(['a', 'b'])

  const before = await note('a').boundingBox()
  const at = (await heading.boundingBox()) ?? { x: 0, y: 0 }
  await page.mouse.move(at.x + 30, at.y + 10)
  await page.mouse.down()
  await page.mouse.move(at.x + 60, at.y + 210, { steps: 8 })
  await page.mouse.up()
  const top = async () => Math.round((await note('a').boundingBox())?.y ?? 0)
  await expect.poll(async () => (await top()) - (before?.y ?? 0)).toBeGreaterThan(100)
  const moved = await top()

  await page.keyboard.press('Control+Shift+g')
  await expect(page.getByRole('group', { name: 'Note: What takes long' })).toBeVisible()
  await expect.poll(top).toBe(moved)
  expect((await onDisk()).every(one => one.under === undefined)).toBe(true)
})

test('a note becomes a touchpoint in the cell under it, and one undo brings the note back', async ({
  server,
  made,
  join,
}) => {
  const map = await made(NOTED)
  const ada = await join('Ada', map)
  const { page } = ada
  await page.locator('[data-note="c"]').click()
  await page.getByRole('button', { name: 'Turn into' }).click()
  await page.getByRole('menuitem', { name: 'Touchpoint' }).click()
  await expect(ada.cardNamed('Ring a bell')).toBeVisible()
  await ada.saved()
  const { touchpoints } = await exportJson(server.address, map)
  expect(touchpoints.find(({ title }) => title === 'Ring a bell')).toMatchObject({ stage: 'two', author: 'Zoe' })
  await page.keyboard.press('Control+z')
  await expect(page.locator('[data-note="c"]')).toBeVisible()
  await expect(ada.cardNamed('Ring a bell')).toHaveCount(0)
})

test('notes become pain points by the palette, which asks for the touchpoint where it is not clear', async ({
  server,
  made,
  join,
}) => {
  const map = await made(NOTED)
  const ada = await join('Ada', map)
  const { page } = ada
  await page.locator('[data-note="a"]').click()
  // With it comes the inspector, for which the map makes room.
  await expect(page.getByRole('complementary', { name: 'Note' })).toBeVisible()
  await page.locator('[data-note="b"]').click({ modifiers: ['Shift'] })
  await expect(page.getByRole('complementary', { name: 'Note' })).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('turn into a pain')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Which touchpoint are these pain points about?' })
  await dialog.getByRole('option', { name: /Wait/ }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('complementary', { name: 'Touchpoint' })).toBeVisible()
  await ada.saved()
  const { painPoints, notes } = await exportJson(server.address, map)
  expect(painPoints).toMatchObject([
    { title: 'The queue is long', author: 'Ada', touchpoint: 't' },
    { title: 'Nobody says how long', author: 'Ben', touchpoint: 't' },
  ])
  expect(notes).toHaveLength(1)
})

test('a group of notes is copied to another map with its heading, and stays a group', async ({
  server,
  made,
  join,
}) => {
  const grouped = NOTED.notes.map(note => (note.id === 'a' ? note : { ...note, under: 'a' }))
  const ada = await join('Ada', await made({ ...NOTED, notes: grouped }))
  const { page } = ada
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('group', { name: 'Heading: The queue is long' }).click()
  await page.keyboard.press('Control+c')
  const other = await made({ ...NOTED, notes: [] })
  await page.goto(`${server.address}/m/${other.id}#${other.links.editor.token}`)
  await ada.ready()
  await ada.card('t').click()
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('group', { name: 'Heading: The queue is long' })).toBeVisible()
  await ada.saved()
  const notes = (await exportJson(server.address, other)).notes as { id: string; text: string; under?: string }[]
  const heading = notes.find(({ text }) => text === 'The queue is long')
  expect(notes.filter(({ under }) => under === heading?.id)).toHaveLength(2)
})
