import { describe, expect, it } from 'vitest'
import { trespasses } from './layers.ts'

function complaints(file: string, text: string): string[] {
  return trespasses(file, text).map(({ line, complaint }) => `${line} ${complaint}`)
}

describe('the layers', () => {
  it.each([
    ['shared/util/json.ts', '../model/id.ts', 'belongs in shared/model'],
    ['shared/util/json.ts', '#shared/model/id.ts', 'belongs in shared/model'],
    ['shared/model/records/quote.ts', '../../doc/read.ts', 'shared/model says what a map is'],
    ['shared/model/order.ts', '#shared/drawing/scene.ts', 'shared/model says what a map is'],
    ['shared/doc/read.ts', '../formats/json.ts', 'shared/doc builds on shared/model and shared/util alone'],
    ['shared/protocol/messages.ts', '../doc/read.ts', 'shared/protocol builds on'],
    ['shared/drawing/svg.ts', '#shared/formats/json.ts', 'shared/drawing builds on'],
    ['shared/formats/json.ts', '../../server/app.ts', 'shared/formats builds on'],
    ['shared/sample/sample.ts', '../doc/edit.ts', 'shared/sample is a map document'],
    ['shared/model/id.ts', '../../client/main.tsx', 'shared/model says what a map is'],
    ['server/routes/maps.ts', '../../client/store/map.ts', 'server/ imports only shared/'],
    ['server/main.ts', '../e2e/fixtures.ts', 'server/ imports only shared/'],
    ['server/routes/maps.ts', '#shared/testing/arbitraryMap.ts', 'server/ imports only shared/'],
    ['shared/testing/arbitraryMap.ts', '../../server/app.ts', 'shared/testing helps the tests'],
    ['client/ui/Button.tsx', '#shared/model/id.ts', 'client/ui imports nothing of ours'],
    ['client/ui/Button.tsx', '../store/map.ts', 'client/ui imports nothing of ours'],
    ['client/session/session.ts', '../store/map.ts', 'knows no view'],
    ['client/store/map.ts', '../commands/touchpoint.ts', 'belongs in client/commands'],
    ['client/commands/touchpoint.ts', '../canvas/Canvas.tsx', 'put what both need in client/store'],
    ['client/canvas/cards/Card.tsx', '../../panels/Inspector.tsx', 'client/canvas and its neighbours never'],
    ['client/panels/Inspector.tsx', '../canvas/Canvas.tsx', 'client/panels and its neighbours never'],
    ['client/workshop/Timer.tsx', '../panels/Inspector.tsx', 'client/workshop and its neighbours never'],
    ['client/present/Present.tsx', '../canvas/Canvas.tsx', 'client/present and its neighbours never'],
    ['client/outline/Outline.tsx', '../pages/MapPage.tsx', 'client/outline and its neighbours never'],
    ['client/pages/Home.tsx', '../App.tsx', 'client/pages puts the parts together'],
    ['client/App.tsx', '../server/config.ts', 'client/ imports only shared/'],
  ])('hold %s apart from %s', (file, specifier, advice) => {
    const [complaint, ...more] = complaints(file, `import { x } from '${specifier}'`)
    expect(complaint).toContain(`1 imports ${specifier}: `)
    expect(complaint).toContain(advice)
    expect(more).toEqual([])
  })

  it.each([
    ['shared/model/layout.ts', 'yjs'],
    ['shared/formats/json.ts', 'yjs'],
    ['client/store/map.ts', 'yjs'],
    ['server/routes/maps.ts', 'yjs'],
    ['server/sync/room.ts', 'y-websocket'],
    ['client/commands/undo.ts', 'yjs'],
    ['client/store/presence.ts', 'y-protocols/awareness'],
    ['client/panels/Map.tsx', '@xyflow/react/dist/style.css'],
    ['shared/drawing/Scene.tsx', 'react'],
    ['server/export/png.ts', 'react-dom/server'],
    ['shared/drawing/paint.ts', '@napi-rs/canvas'],
    ['shared/formats/csv.ts', 'node:fs'],
    ['client/session/local.ts', 'node:crypto'],
  ])('keep %s free of %s', (file, specifier) => {
    expect(complaints(file, `import { x } from '${specifier}'`)).toEqual([
      expect.stringMatching(/^1 imports .*: only .* may; /),
    ])
  })

  it.each([
    ['shared/doc/read.ts', ['yjs', 'lib0/encoding', '../model/id.ts', '#shared/util/json.ts', './edit.ts']],
    ['server/sync/room.ts', ['yjs', 'node:fs', 'ws', '../storage/log.ts', '#shared/protocol/messages.ts']],
    ['server/app.ts', ['hono/ws', '../package.json', '#shared/doc/read.ts']],
    ['client/session/session.ts', ['yjs', 'y-websocket', 'y-protocols/awareness', '#shared/doc/read.ts']],
    ['client/canvas/Canvas.tsx', ['@xyflow/react', '../commands/x.ts', '../ui/tokens.css', '../store/map.ts']],
    ['client/pages/Home.tsx', ['react', '../canvas/Canvas.tsx', '../panels/Share.tsx', '../session/session.ts']],
    ['client/main.tsx', ['./App.tsx', './pages/Home.tsx', 'react-dom/client', '#shared/model/id.ts']],
    ['shared/testing/arbitraryMap.ts', ['fast-check', '../doc/edit.ts', '../formats/json.ts']],
    ['client/store/map.test.ts', ['yjs', '../../server/app.ts']],
    ['e2e/specs/map.spec.ts', ['yjs', '../../server/app.ts', '#shared/doc/read.ts']],
  ])('let %s import what its layer builds on', (file, specifiers) => {
    expect(complaints(file, specifiers.map(specifier => `import '${specifier}'`).join('\n'))).toEqual([])
  })

  it('see every way to import, and say on which line', () => {
    const text = [
      "import { a } from '#shared/model/id.ts'",
      "import type { b } from '../doc/b.ts'",
      'import {',
      '  c,',
      "} from '../doc/c.ts'",
      "export * from '../doc/d.ts'",
      "const e = await import('../doc/e.ts')",
      "type F = import('../doc/f.ts').F",
      "import '../doc/g.css?inline'",
    ].join('\n')
    const lines = trespasses('shared/model/x.ts', text).map(({ line }) => line)
    expect(lines).toEqual([2, 5, 6, 7, 8, 9])
  })

  it('ask for a place in the table when a folder is new', () => {
    expect(complaints('client/helpers/x.ts', '')).toEqual([expect.stringContaining('client/helpers is no layer yet')])
    expect(complaints('shared/x.ts', '')).toEqual([expect.stringContaining('shared is no layer yet')])
  })
})
