/** Every page of the app, with what its address says. */
export type Route =
  | { page: 'home' }
  /** `present` and `outline` show the same map. */
  | { page: 'map'; id: string; view: 'map' | 'present' | 'outline' }
  | { page: 'join' }
  | { page: 'unknown' }

/** The page of a path such as `/m/abc/present`; a slash at the end changes nothing. */
export function routeOf(path: string): Route {
  const [first, id, view, ...more] = path.split('/').filter(Boolean)
  if (first === undefined) return { page: 'home' }
  if (first === 'join' && id === undefined) return { page: 'join' }
  if (first !== 'm' || id === undefined || more.length > 0) return { page: 'unknown' }
  if (view !== undefined && view !== 'present' && view !== 'outline') return { page: 'unknown' }
  return { page: 'map', id, view: view ?? 'map' }
}
