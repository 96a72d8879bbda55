import { describe, expect, it } from 'vitest'
import { routeOf } from './routes.ts'

describe('an address', () => {
  it.each([
    ['/', { page: 'home' }],
    ['/m/abc', { page: 'map', id: 'abc', view: 'map' }],
    ['/m/abc/', { page: 'map', id: 'abc', view: 'map' }],
    ['/m/abc/present', { page: 'map', id: 'abc', view: 'present' }],
    ['/m/abc/outline', { page: 'map', id: 'abc', view: 'outline' }],
    ['/join', { page: 'join' }],
  ])('%s opens its page', (path, route) => {
    expect(routeOf(path)).toEqual(route)
  })

  it.each(['/m', '/m/', '/m/abc/else', '/m/abc/present/more', '/about', '/join/7'])(
    '%s opens no page, and says so',
    path => {
      expect(routeOf(path)).toEqual({ page: 'unknown' })
    },
  )
})
