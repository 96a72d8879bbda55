import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Loaded, NewLink, NewMap, Rewriting, Role } from './records.ts'
import type { Store } from './Store.ts'

/** An empty store for one test; `reopen` closes it and opens it again on the same data. */
export interface OpenedStore {
  readonly store: Store
  reopen(): Promise<Store>
  /** Closes the store and removes its data. */
  remove(): Promise<void>
}

/** The promises of `Store`, to be kept by every implementation. */
export function storeSuite(name: string, open: () => Promise<OpenedStore>): void {
  describe(name, () => {
    let opened: OpenedStore
    let store: Store
    beforeEach(async () => {
      opened = await open()
      store = opened.store
    })
    afterEach(() => opened.remove())

    describe('maps', () => {
      it('finds a new map with its first entry and its links, also after reopening', async () => {
        await store.createMap({ ...newMap('a'), createdAt: 500, links: [newLink('f', 'facilitator')] })
        const reopened = await opened.reopen()
        expect(await reopened.readMap('a')).toEqual({
          ...{ id: 'a', createdAt: 500, updatedAt: 500, epoch: 1, seq: 1 },
          ...{ lockedAt: null, lockedBy: null },
        })
        expect(textOf(await reopened.load('a'))).toBe('a')
        expect(await reopened.listLinks('a')).toMatchObject([{ id: 'f', map: 'a', role: 'facilitator' }])
      })

      it('answers null for a map that is not there', async () => {
        expect(await store.readMap('none')).toBeNull()
        expect(await store.load('none')).toBeNull()
        expect(await store.listLinks('none')).toEqual([])
      })

      it('never writes one map over another', async () => {
        await store.createMap(newMap('a'))
        const again = { ...newMap('a'), update: update('other'), links: [newLink('l', 'editor')] }
        await expect(store.createMap(again)).rejects.toMatchObject({ name: 'StoreError', code: 'exists' })
        expect(textOf(await store.load('a'))).toBe('a')
        expect(await store.listLinks('a')).toEqual([])
      })

      it('leaves nothing of a map whose creation fails half way', async () => {
        await store.createMap({ ...newMap('a'), links: [newLink('same', 'editor')] })
        const clash = { ...newMap('b'), links: [newLink('b1', 'editor'), newLink('same', 'editor')] }
        await expect(store.createMap(clash)).rejects.toMatchObject({ code: 'failed' })
        expect(await store.readMap('b')).toBeNull()
        expect(await store.findLink('b1')).toBeNull()
      })

      it('deletes everything of one map and nothing of another', async () => {
        for (const id of ['a', 'b']) {
          const alongside = {
            ...{ originals: [original('q')], import: newImport('i') },
            ...{ contribution: contribution('c'), files: [file('f')] },
          }
          await store.createMap({ ...newMap(id), links: [newLink(`link-${id}`, 'editor')], alongside })
          await store.addPerson(person(`ada-${id}`, id, `link-${id}`))
          await store.append(id, update('more'), by(1))
          await store.compact(id)
          await store.keepVersion(id, { at: 2, name: null })
        }
        expect(await store.deleteMap('a')).toBe(true)
        expect(await store.deleteMap('a')).toBe(false)
        for (const [id, count] of [['a', 0] as const, ['b', 1] as const]) {
          expect(await store.listLinks(id)).toHaveLength(count)
          expect(await store.listPeople(id)).toHaveLength(count)
          expect(await store.listOriginals(id)).toHaveLength(count)
          expect(await store.listImports(id)).toHaveLength(count)
          expect(await store.listContributions(id, 'ada')).toHaveLength(count)
          expect(await store.sizeOfFiles(id)).toBe(count * file('f').bytes.length)
          expect(await store.history(id)).toHaveLength(count * 2)
          expect(await store.listVersions(id)).toHaveLength(count)
        }
        expect(await store.readMap('a')).toBeNull()
        expect(await store.load('a')).toBeNull()
        expect(await store.findLink('link-a')).toBeNull()
        expect(await store.findPerson('ada-a')).toBeNull()
        expect(await store.loadVersion('a', 1)).toBeNull()
        expect(textOf(await store.load('b'))).toHaveLength('bmore'.length)
      })
    })

    describe('the log', () => {
      it('gives back what was appended, in order, with author and time', async () => {
        await store.createMap(newMap('a'))
        expect(await store.append('a', bytes('one'), { author: 'ada', at: 1_000 })).toBe(2)
        expect(await store.append('a', bytes('two'), { author: '', at: 3_000 })).toBe(3)
        expect(await store.append('a', bytes('three'), { author: 'ben', at: 2_000 })).toBe(4)
        const loaded = await store.load('a')
        expect(loaded?.updates.slice(1).map(String)).toEqual([bytes('one'), bytes('two'), bytes('three')].map(String))
        expect(loaded).toMatchObject({ snapshot: null, seq: 4, damaged: null })
        expect((await store.readMap('a'))?.updatedAt).toBe(3_000)
        expect((await store.history('a')).slice(1)).toEqual([
          { seq: 2, author: 'ada', at: 1_000 },
          { seq: 3, author: '', at: 3_000 },
          { seq: 4, author: 'ben', at: 2_000 },
        ])
      })

      it('numbers 200 simultaneous entries on four maps without a gap, in the order of the calls', async () => {
        const maps = ['a', 'b', 'c', 'd']
        await Promise.all(maps.map(id => store.createMap(newMap(id))))
        const calls = Array.from({ length: 200 }, (_, i) => ({ map: maps[i % 4] ?? '', words: `entry ${i}` }))
        const seqs = await Promise.all(calls.map(({ map, words }) => store.append(map, bytes(words), by(1))))
        const reopened = await opened.reopen()
        for (const id of maps) {
          const own = calls.flatMap((call, i) => (call.map === id ? [{ ...call, seq: seqs[i] }] : []))
          expect(own.map(call => call.seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 2))
          const loaded = await reopened.load(id)
          expect(loaded).toMatchObject({ seq: 51, damaged: null })
          expect(loaded?.updates.slice(1).map(String)).toEqual(own.map(call => String(bytes(call.words))))
        }
      })

      it('refuses an entry for a map that is not there, and the entries beside it are kept', async () => {
        await store.createMap(newMap('a'))
        const [first, refused, second] = await Promise.allSettled([
          store.append('a', bytes('1'), by(1)),
          store.append('gone', bytes('x'), by(1)),
          store.append('a', bytes('2'), by(1)),
        ])
        expect([first, second]).toMatchObject([{ value: 2 }, { value: 3 }])
        expect(refused).toMatchObject({ reason: { name: 'StoreError', code: 'unknown_map' } })
      })

      it('sees in every answer what was written by the calls before it', async () => {
        await store.createMap(newMap('a'))
        const written = store.append('a', bytes('new'), by(1))
        expect((await store.load('a'))?.seq).toBe(2)
        expect(await written).toBe(2)
      })

      it("keeps exactly the bytes that were handed in and leaves the caller's buffer alone", async () => {
        await store.createMap(newMap('a'))
        const whole = bytes('before|the entry|behind')
        const part = whole.subarray(7, 16)
        const written = store.append('a', part, by(1))
        whole.fill(0)
        await written
        expect(whole).toHaveLength(23)
        expect((await store.load('a'))?.updates[1]).toEqual(bytes('the entry'))
        await store.append('a', Buffer.from('of a pool'), by(1))
        expect((await store.load('a'))?.updates[2]).toEqual(bytes('of a pool'))
      })

      it('takes an entry as large as a map may be', async () => {
        const large = new Uint8Array(32 * 1024 * 1024).fill(7)
        large[large.length - 1] = 9
        await store.createMap(newMap('a'))
        expect(await store.append('a', large, by(1))).toBe(2)
        const [, back] = (await store.load('a'))?.updates ?? []
        expect(back !== undefined && Buffer.compare(back, large)).toBe(0)
      })
    })

    describe('compaction', () => {
      it('loads the same document from fewer entries and goes on numbering', async () => {
        await store.createMap(newMap('a'))
        const doc = docOf(await store.load('a'))
        for (const word of ['keep ', 'these ', 'words ']) await type(store, 'a', doc, word)
        expect(await store.compact('a')).toBe(4)
        const compacted = await store.load('a')
        expect(compacted).toMatchObject({ updates: [], seq: 4, damaged: null })
        expect(textOf(compacted)).toBe(doc.getText().toString())
        expect(await type(store, 'a', doc, 'and more')).toBe(5)
        const reopened = await opened.reopen()
        expect(textOf(await reopened.load('a'))).toBe(doc.getText().toString())
        expect((await reopened.history('a')).map(entry => entry.seq)).toEqual([1, 2, 3, 4, 5])
      })

      it('does nothing to a log that is compacted already', async () => {
        await store.createMap(newMap('a'))
        expect(await store.compact('a')).toBe(1)
        expect(await store.compact('a')).toBe(1)
        expect(textOf(await store.load('a'))).toBe('a')
      })

      it('loses nothing that is written meanwhile', async () => {
        await store.createMap(newMap('a'))
        const doc = docOf(await store.load('a'))
        const typed: Promise<number>[] = []
        for (let round = 0; round < 3; round++) {
          for (let i = 0; i < 10; i++) typed.push(type(store, 'a', doc, '+'))
          const compacted = Promise.all([store.compact('a'), store.compact('a')])
          for (let i = 0; i < 10; i++) typed.push(type(store, 'a', doc, '-'))
          await compacted
        }
        expect(await Promise.all(typed)).toEqual(Array.from({ length: 60 }, (_, i) => i + 2))
        const loaded = await store.load('a')
        expect(loaded).toMatchObject({ seq: 61, damaged: null })
        expect(textOf(loaded)).toBe(doc.getText().toString())
        expect(await store.history('a')).toHaveLength(61)
      })

      it('refuses a map that is not there, and leaves a log that it cannot merge as it is', async () => {
        await expect(store.compact('none')).rejects.toMatchObject({ code: 'unknown_map' })
        await store.createMap(newMap('a'))
        await store.append('a', new Uint8Array([255, 255, 255]), by(1))
        await expect(store.compact('a')).rejects.toMatchObject({ name: 'StoreError', code: 'failed' })
        expect(await store.load('a')).toMatchObject({ snapshot: null, seq: 2, damaged: null })
      })

      it('keeps every document whatever order of typing, compacting and reopening comes', async () => {
        let run = 0
        const step = fc.oneof(
          { weight: 6, arbitrary: fc.record({ type: fc.nat(1), word: fc.string({ minLength: 1, maxLength: 5 }) }) },
          { weight: 2, arbitrary: fc.record({ compact: fc.nat(1) }) },
          { weight: 1, arbitrary: fc.constant('reopen' as const) },
        )
        await fc.assert(
          fc.asyncProperty(fc.array(step, { maxLength: 40 }), async steps => {
            run += 1
            const maps = [`x${run}`, `y${run}`] as const
            const docs = [new Y.Doc(), new Y.Doc()] as const
            const counts = [1, 1] as [number, number]
            for (const [i, id] of maps.entries()) {
              const first = newMap(id)
              await store.createMap(first)
              Y.applyUpdate(docs[i] ?? new Y.Doc(), first.update)
            }
            for (const step of steps) {
              if (step === 'reopen') store = await opened.reopen()
              else if ('compact' in step) await store.compact(maps[step.compact as 0 | 1])
              else {
                const which = step.type as 0 | 1
                counts[which] += 1
                expect(await type(store, maps[which], docs[which], step.word)).toBe(counts[which])
              }
            }
            for (const which of [0, 1] as const) {
              const loaded = await store.load(maps[which])
              expect(loaded).toMatchObject({ seq: counts[which], damaged: null })
              expect(textOf(loaded)).toBe(docs[which].getText().toString())
              expect(await store.history(maps[which])).toHaveLength(counts[which])
            }
          }),
          { numRuns: 15 },
        )
      })
    })

    describe('versions', () => {
      it('show the map as it was when they were kept, whatever came after', async () => {
        await store.createMap({ ...newMap('a'), author: 'ann' })
        const doc = docOf(await store.load('a'))
        await type(store, 'a', doc, ' then')
        const kept = await store.keepVersion('a', { at: 40, name: 'First' })
        expect(kept).toEqual({ number: 1, seq: 2, at: 40, name: 'First', authors: ['ann', 'ada'] })
        await type(store, 'a', doc, ' now')
        await store.compact('a')
        await store.append('a', update('x'), { author: 'ben', at: 50 })
        await store.compact('a')
        await store.keepVersion('a', { at: 60, name: null })
        const reopened = await opened.reopen()
        expect(await reopened.listVersions('a')).toEqual([
          kept,
          { number: 2, seq: 4, at: 60, name: null, authors: ['ada', 'ben'] },
        ])
        expect(textOfState(await reopened.loadVersion('a', 1))).toBe('a then')
        expect(await reopened.listAuthors('a', 2)).toEqual(['ada', 'ben'])
        expect(await reopened.listAuthors('a', 4)).toEqual([])
        expect(textOfState(await reopened.loadVersion('a', 2))).toContain('now')
        expect(await reopened.loadVersion('a', 3)).toBeNull()
      })

      it('are named, named otherwise, and lose their name again', async () => {
        await store.createMap(newMap('a'))
        await store.keepVersion('a', { at: 1, name: null })
        for (const name of ['Workshop', 'After the workshop', null]) {
          expect(await store.nameVersion('a', 1, name)).toBe(true)
          expect(await store.listVersions('a')).toMatchObject([{ number: 1, name }])
        }
        expect(await store.nameVersion('a', 2, 'None')).toBe(false)
        expect(await store.nameVersion('none', 1, 'None')).toBe(false)
      })

      it('that are dropped leave who wrote to the version after, and their numbers to nobody', async () => {
        await store.createMap(newMap('a'))
        for (const author of ['ada', 'ben', 'cem']) {
          await store.append('a', update(author), { author, at: 1 })
          await store.keepVersion('a', { at: 1, name: null })
        }
        await store.dropVersions('a', [1, 2, 7])
        expect(await store.listVersions('a')).toMatchObject([{ number: 3, authors: ['', 'ada', 'ben', 'cem'] }])
        await store.dropVersions('a', [3])
        expect(await store.keepVersion('a', { at: 2, name: null })).toMatchObject({ number: 4 })
      })

      it('are kept while others write, each of one moment', async () => {
        await store.createMap(newMap('a'))
        const doc = docOf(await store.load('a'))
        const typed = Array.from({ length: 20 }, () => type(store, 'a', doc, '+'))
        const [version] = await Promise.all([store.keepVersion('a', { at: 1, name: null }), ...typed])
        expect(textOfState(await store.loadVersion('a', version.number))).toBe(`a${'+'.repeat(version.seq - 1)}`)
      })

      it('of a map that is not there are refused', async () => {
        await expect(store.keepVersion('none', { at: 1, name: null })).rejects.toMatchObject({ code: 'unknown_map' })
        expect(await store.listVersions('none')).toEqual([])
      })
    })

    describe('rewriting', () => {
      const rewritten = (words: string, more: Partial<Rewriting> = {}): Rewriting => ({
        ...{ seq: 3, state: update(words), versions: new Map(), retired: [] },
        ...more,
      })
      let doc: Y.Doc
      beforeEach(async () => {
        await store.createMap(newMap('a'))
        doc = docOf(await store.load('a'))
        await type(store, 'a', doc, ' secret')
        await store.compact('a')
        await store.keepVersion('a', { at: 1, name: 'First' })
        await type(store, 'a', doc, ' words')
        await store.keepVersion('a', { at: 2, name: null })
      })

      it('leaves the new document alone, in an epoch of its own, and goes on numbering', async () => {
        const epoch = await store.rewrite('a', rewritten('clean'), { author: 'ann', at: 5_000_000 })
        expect(await store.readMap('a')).toMatchObject({ epoch, seq: 4, updatedAt: 5_000_000 })
        expect(epoch).toBeGreaterThan(1)
        expect(textOf(await store.load('a'))).toBe('clean')
        const clean = docOf(await store.load('a'))
        expect(await type(store, 'a', clean, ' again')).toBe(5)
        const reopened = await opened.reopen()
        expect(textOf(await reopened.load('a'))).toBe('clean again')
        expect((await reopened.history('a')).map(({ seq, author }) => [seq, author])).toEqual([
          ...[1, 2, 3, 4, 5].map(seq => [seq, ['', 'ada', 'ada', 'ann', 'ada'][seq - 1]]),
        ])
        expect(await reopened.compact('a')).toBe(5)
        expect(textOf(await reopened.load('a'))).toBe('clean again')
      })

      it('drops every version that it does not rewrite too', async () => {
        await store.rewrite('a', rewritten('clean', { versions: new Map([[1, update('clean then')]]) }), by(1))
        expect(await store.listVersions('a')).toMatchObject([{ number: 1, name: 'First' }])
        expect(textOfState(await store.loadVersion('a', 1))).toBe('clean then')
      })

      it('never meets an epoch again, also of one map that lies in two places', async () => {
        const first = await store.rewrite('a', rewritten('1'), { author: '', at: 9_000_000 })
        const second = await store.rewrite('a', rewritten('2', { seq: 4 }), { author: '', at: 9_000_000 })
        const third = await store.rewrite('a', rewritten('3', { seq: 5 }), { author: '', at: 90_000_000 })
        expect(second).toBeGreaterThan(first)
        expect(third).toBe(90_000)
      })

      it('takes the old client ids from everybody', async () => {
        await store.append('a', update('x'), { author: 'ada', at: 1 }, { clients: [7] })
        await store.rewrite('a', rewritten('clean', { seq: 4, retired: [7, 8] }), by(1))
        expect(await store.listClients('a')).toEqual([
          { client: 7, author: '' },
          { client: 8, author: '' },
        ])
      })

      it('is refused when somebody wrote meanwhile, and then nothing has changed', async () => {
        await type(store, 'a', doc, '!')
        await expect(store.rewrite('a', rewritten('clean'), by(1))).rejects.toMatchObject({ code: 'outdated' })
        await expect(store.rewrite('none', rewritten('clean'), by(1))).rejects.toMatchObject({ code: 'unknown_map' })
        expect(await store.readMap('a')).toMatchObject({ epoch: 1, seq: 4 })
        expect(textOf(await store.load('a'))).toBe('a secret words!')
        expect(await store.listVersions('a')).toHaveLength(2)
      })

      it('is not undone by a compaction or a version that was under way', async () => {
        const late = Promise.allSettled([store.compact('a'), store.keepVersion('a', { at: 3, name: null })])
        // Whatever they are made from has been read by now.
        await store.readMap('a')
        await store.rewrite('a', rewritten('clean'), by(1))
        for (const outcome of await late) {
          if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'outdated' })
        }
        expect(textOf(await store.load('a'))).toBe('clean')
        expect(await store.listVersions('a')).toEqual([])
      })
    })

    describe('what is written with an entry', () => {
      it('keeps originals and the import together with the entry', async () => {
        await store.createMap(newMap('a'))
        const originals = [original('q1'), original('q2')]
        await store.append('a', bytes('rows'), by(7), { originals, import: newImport('i1') })
        expect(await store.listOriginals('a')).toEqual(originals)
        expect(await store.findImport('a', 'i1')).toEqual({ ...newImport('i1'), takenBackAt: null })
      })

      it('takes an import back once, and the second attempt writes nothing', async () => {
        await store.createMap({ ...newMap('a'), alongside: { import: newImport('i1') } })
        await store.append('a', bytes('undo'), by(9), { takesBack: 'i1' })
        expect(await store.listImports('a')).toEqual([{ ...newImport('i1'), takenBackAt: 9 }])
        const alongside = { takesBack: 'i1', originals: [original('q')] }
        await expect(store.append('a', bytes('again'), by(10), alongside)).rejects.toMatchObject({
          code: 'unknown_import',
        })
        expect(await store.load('a')).toMatchObject({ seq: 2, damaged: null })
        expect(await store.readMap('a')).toMatchObject({ seq: 2, updatedAt: 9 })
        expect(await store.findOriginal('a', 'q')).toBeNull()
        expect(await store.append('a', bytes('next'), by(11))).toBe(3)
      })

      it('keeps the words before redaction apart for every map, and lets them be changed and removed', async () => {
        for (const id of ['a', 'b']) await store.createMap(newMap(id))
        await store.putOriginals('a', [original('q1'), original('q2'), original('q3')])
        await store.putOriginals('a', [{ quote: 'q2', text: 'چرا 🚲?', row: '{"n":"1"}' }])
        expect(await store.findOriginal('a', 'q2')).toEqual({ quote: 'q2', text: 'چرا 🚲?', row: '{"n":"1"}' })
        expect(await store.findOriginal('b', 'q2')).toBeNull()
        await store.deleteOriginals('a', ['q1', 'q3', 'never there'])
        expect((await store.listOriginals('a')).map(found => found.quote)).toEqual(['q2'])
        await expect(store.putOriginals('none', [original('q')])).rejects.toMatchObject({ code: 'unknown_map' })
      })
    })

    it('keeps whose a client id is from the first entry on that says so', async () => {
      for (const id of ['a', 'b']) await store.createMap(newMap(id))
      await store.append('a', bytes('1'), { author: 'ada', at: 1 }, { clients: [7, 2 ** 53 - 1] })
      await store.append('a', bytes('2'), { author: 'eve', at: 2 }, { clients: [7, 8] })
      const reopened = await opened.reopen()
      const owners = new Map((await reopened.listClients('a')).map(({ client, author }) => [client, author]))
      expect(owners).toEqual(
        new Map([
          [7, 'ada'],
          [2 ** 53 - 1, 'ada'],
          [8, 'eve'],
        ]),
      )
      expect(await reopened.listClients('b')).toEqual([])
    })

    it('keeps that a client id is nobody’s any more, whoever’s it was, and nobody’s it stays', async () => {
      await store.createMap(newMap('a'))
      await store.append('a', bytes('1'), { author: 'ada', at: 1 }, { clients: [7, 8] })
      await store.append('a', bytes('2'), { author: 'ada', at: 2 }, { retires: [7, 9] })
      await store.append('a', bytes('3'), { author: 'eve', at: 3 }, { clients: [7, 9] })
      const owners = await (await opened.reopen()).listClients('a')
      expect(new Map(owners.map(({ client, author }) => [client, author]))).toEqual(
        new Map([
          [7, ''],
          [8, 'ada'],
          [9, ''],
        ]),
      )
    })

    describe('contributions', () => {
      it('are written with their entry, and found by their id and by their author', async () => {
        for (const id of ['a', 'b']) await store.createMap(newMap(id))
        const [first, second] = [contribution('c1'), { ...contribution('c2'), kind: 'quote' as const }]
        await store.append('a', bytes('1'), by(1), { contribution: first })
        await store.append('a', bytes('2'), by(2), { contribution: { ...contribution('c3'), author: 'ben' } })
        await store.append('a', bytes('3'), by(3), { contribution: second })
        const reopened = await opened.reopen()
        expect(await reopened.findContribution('a', 'c2')).toEqual(second)
        expect(await reopened.findContribution('b', 'c2')).toBeNull()
        expect(await reopened.listContributions('a', 'ada')).toEqual([first, second])
      })

      it('that cannot be written keep their entry out', async () => {
        await store.createMap({ ...newMap('a'), alongside: { contribution: contribution('c1') } })
        const again = store.append('a', bytes('x'), by(1), { contribution: contribution('c1') })
        await expect(again).rejects.toMatchObject({ code: 'failed' })
        expect((await store.readMap('a'))?.seq).toBe(1)
      })
    })

    describe('files', () => {
      it('come back byte for byte, each map its own, and the first of a name stays', async () => {
        for (const id of ['a', 'b']) await store.createMap(newMap(id))
        await store.putFile('a', file('f1'))
        await store.putFile('a', { ...file('f1'), bytes: bytes('other') })
        await store.append('a', bytes('1'), by(1), { files: [file('f1'), file('f2')] })
        const reopened = await opened.reopen()
        expect(await reopened.findFile('a', 'f1')).toEqual(file('f1'))
        expect(await reopened.findFile('a', 'f2')).toEqual(file('f2'))
        expect(await reopened.findFile('b', 'f1')).toBeNull()
        expect(await reopened.sizeOfFiles('a')).toBe(file('f1').bytes.length * 2)
        expect(await reopened.sizeOfFiles('b')).toBe(0)
        await expect(reopened.putFile('none', file('f'))).rejects.toMatchObject({ code: 'unknown_map' })
      })
    })

    it('keeps a lock until it is taken away', async () => {
      await store.createMap(newMap('a'))
      await store.setLock('a', { at: 7, by: 'ada' })
      const reopened = await opened.reopen()
      expect(await reopened.readMap('a')).toMatchObject({ lockedAt: 7, lockedBy: 'ada', updatedAt: 1, seq: 1 })
      await reopened.setLock('a', null)
      expect(await reopened.readMap('a')).toMatchObject({ lockedAt: null, lockedBy: null })
      await expect(reopened.setLock('none', null)).rejects.toMatchObject({ code: 'unknown_map' })
    })

    describe('links', () => {
      beforeEach(() => store.createMap({ ...newMap('a'), links: [newLink('f1', 'facilitator')] }))

      it('lists links in the order they were made and finds each by its id', async () => {
        const second = { ...newLink('e', 'editor'), label: 'Team', createdAt: 20, expiresAt: 900 }
        await store.addLink('a', second)
        expect((await store.listLinks('a')).map(link => link.id)).toEqual(['f1', 'e'])
        expect(await store.findLink('e')).toEqual({ ...second, map: 'a', revokedAt: null })
        expect(await store.findLink('none')).toBeNull()
        await expect(store.addLink('none', newLink('x', 'viewer'))).rejects.toMatchObject({ code: 'unknown_map' })
      })

      it('revokes a link once and keeps the time', async () => {
        await store.addLink('a', newLink('e', 'editor'))
        expect(await store.revokeLink('a', 'e', 50)).toBe('revoked')
        expect(await store.revokeLink('a', 'e', 60)).toBe('revoked')
        expect((await store.findLink('e'))?.revokedAt).toBe(50)
      })

      it('does not revoke a link through another map', async () => {
        await store.createMap(newMap('b'))
        await store.addLink('a', newLink('e', 'editor'))
        expect(await store.revokeLink('b', 'e', 50)).toBe('unknown_link')
        expect((await store.findLink('e'))?.revokedAt).toBeNull()
      })

      it('always leaves somebody in charge', async () => {
        expect(await store.revokeLink('a', 'f1', 50)).toBe('last_facilitator')
        await store.addLink('a', { ...newLink('expired', 'facilitator'), expiresAt: 40 })
        expect(await store.revokeLink('a', 'f1', 50)).toBe('last_facilitator')
        expect(await store.revokeLink('a', 'expired', 50)).toBe('revoked')
        await store.addLink('a', { ...newLink('f2', 'facilitator'), expiresAt: 60 })
        const both = await Promise.all([store.revokeLink('a', 'f1', 50), store.revokeLink('a', 'f2', 50)])
        expect(both).toEqual(['revoked', 'last_facilitator'])
      })
    })

    it('keeps people with the link they came by, and refuses a link to another map', async () => {
      await store.createMap({ ...newMap('a'), links: [newLink('l', 'editor')] })
      await store.createMap(newMap('b'))
      const [ada, ben] = [person('ada', 'a', 'l'), { ...person('ben', 'a', 'l'), createdAt: 2 }]
      await store.addPerson(ben)
      await store.addPerson(ada)
      const reopened = await opened.reopen()
      expect(await reopened.findPerson('ada')).toEqual(ada)
      expect(await reopened.findPerson('none')).toBeNull()
      expect(await reopened.listPeople('a')).toEqual([ada, ben])
      await reopened.renamePerson('ada', { name: 'Ada L.', color: '#1565c0' })
      await reopened.renamePerson('none', { name: 'Nobody', color: '#1565c0' })
      expect(await reopened.listPeople('a')).toEqual([{ ...ada, name: 'Ada L.', color: '#1565c0' }, ben])
      await expect(reopened.addPerson(person('eve', 'b', 'l'))).rejects.toMatchObject({ code: 'unknown_link' })
    })

    it('finishes what was asked before it closes, and refuses what comes after', async () => {
      await store.createMap(newMap('a'))
      const written = Promise.all(Array.from({ length: 20 }, () => store.append('a', update('!'), by(1))))
      const compacted = store.compact('a')
      expect(store.health()).toEqual({ state: 'open' })
      await Promise.all([store.close(), store.close()])
      expect(store.health()).toEqual({ state: 'closed' })
      expect(await written).toHaveLength(20)
      expect(await compacted).toBeGreaterThan(0)
      await expect(store.append('a', update('late'), by(1))).rejects.toMatchObject({ code: 'closed' })
      await expect(store.compact('a')).rejects.toMatchObject({ code: 'closed' })
      expect((await (await opened.reopen()).load('a'))?.seq).toBe(21)
    })
  })
}

export const bytes = (words: string): Uint8Array => new TextEncoder().encode(words)
export const by = (at: number) => ({ author: 'ada', at })

/** A Yjs update that types these words into the root text of a new document. */
export function update(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText().insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}

/** Types at the end of the root text and appends what that changed. */
export function type(store: Store, map: string, doc: Y.Doc, words: string): Promise<number> {
  const before = Y.encodeStateVector(doc)
  doc.getText().insert(doc.getText().length, words)
  return store.append(map, Y.encodeStateAsUpdate(doc, before), by(1))
}

export function docOf(loaded: Loaded | null): Y.Doc {
  if (loaded === null) throw new Error('The map is not there.')
  const doc = new Y.Doc()
  if (loaded.snapshot !== null) Y.applyUpdate(doc, loaded.snapshot)
  for (const entry of loaded.updates) Y.applyUpdate(doc, entry)
  return doc
}

export const textOf = (loaded: Loaded | null): string => docOf(loaded).getText().toString()

function textOfState(state: Uint8Array | null): string {
  if (state === null) throw new Error('The version is not there.')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc.getText().toString()
}

/** A map whose root text is its id. */
export const newMap = (id: string): NewMap => ({ id, createdAt: 1, author: '', update: update(id), links: [] })
const newLink = (id: string, role: Role): NewLink => ({ id, role, label: '', createdAt: 1, expiresAt: null })
const original = (quote: string) => ({ quote, text: `words of ${quote}`, row: '{}' })
const newImport = (id: string) => ({ id, person: 'ada', at: 5, added: '{"quotes":["q1"]}' })
const contribution = (id: string) => ({ id, author: 'ada', at: 5, kind: 'note' as const, record: `record of ${id}` })
const file = (hash: string) => ({ hash, type: 'image/png' as const, bytes: bytes(`file ${hash}`) })
const person = (id: string, map: string, link: string) => ({ id, map, link, name: id, color: '#123456', createdAt: 1 })
