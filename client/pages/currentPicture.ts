import { api } from '../api/api.ts'
import { dropMapPicture, type MapPicture, mapPicture } from '../api/mapPictures.ts'
import { tokenFor } from '../api/tokens.ts'

/**
 * The picture of a map, if the map is still of the epoch that it was painted in: what was erased since can be read in
 * it. It goes when it is not, and when the map does not open any more. Where the server can't be asked it is shown, as
 * the copy of the map itself would be. Null where there is none.
 */
export async function currentPicture(id: string): Promise<MapPicture | null> {
  const [picture, token] = [await mapPicture(id), tokenFor(id)]
  if (!picture || token === null) return null
  const answer = await api(token).mapState(id)
  const mayStay = answer.ok ? answer.value.epoch === picture.epoch : ![401, 403, 404].includes(answer.status)
  if (mayStay) return picture
  await dropMapPicture(id)
  return null
}
