import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dropMapPicture, keepMapPicture, mapPicture } from '../api/mapPictures.ts'
import { rememberToken } from '../api/tokens.ts'
import { currentPicture } from './currentPicture.ts'

describe('the picture of a map on the first page', () => {
  beforeEach(async () => {
    vi.stubGlobal('localStorage', undefined)
    rememberToken('m', 'a-token', 1)
    const picture = { light: new Blob(['light']), dark: new Blob(['dark']), epoch: 2 }
    await keepMapPicture('m', picture, ['m'], 1)
  })
  afterEach(async () => {
    vi.unstubAllGlobals()
    await dropMapPicture('m')
  })

  const serverSays = (status: number, body: object) =>
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status }))

  it('is shown while nothing was erased since it was painted', async () => {
    serverSays(200, { id: 'm', epoch: 2 })
    expect(await currentPicture('m')).toMatchObject({ epoch: 2 })
  })

  it.each([
    ['words were erased from the map since', 200, { id: 'm', epoch: 3 }],
    ['the map is gone', 404, {}],
    ['the link has ended', 401, {}],
  ])('goes for good when %s', async (_, status, body) => {
    serverSays(status, body)
    expect(await currentPicture('m')).toBeNull()
    expect(await mapPicture('m')).toBeNull()
  })

  it('is shown as the copy of the map would be while the server can’t be asked', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await currentPicture('m')).toMatchObject({ epoch: 2 })
  })
})
