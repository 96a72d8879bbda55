import { expect, it } from 'vitest'
import { script } from './script.ts'

it('is there at once when it was loaded before, and loads again what could not be loaded', async () => {
  const answers = [Promise.reject(new Error('The server is away.')), Promise.resolve('page')]
  const page = script(() => answers.shift() ?? Promise.reject(new Error('It was loaded twice.')))
  await expect(page.load()).rejects.toThrow('The server is away.')
  expect(page.here()).toBeNull()
  await expect(page.load()).resolves.toBe('page')
  expect(page.here()).toBe('page')
  await expect(page.load()).resolves.toBe('page')
})
