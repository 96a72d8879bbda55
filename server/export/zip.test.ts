import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fileName } from '../http/fileName.ts'
import { unzipped } from './unzipped.ts'
import { zip } from './zip.ts'

const FILES = ['01 Why.png', '02 مرحبا.png', '03 自行车.png', '04 Łódź & “ü”.png', '05 nothing.png'].map(
  (name, index) => ({
    name,
    bytes: new Uint8Array(index === 4 ? 0 : 1_000 + index).fill(index + 65),
  }),
)

describe('a ZIP', () => {
  it('opens again with every file under its name and unharmed', () => {
    const opened = unzipped(zip(FILES, '2026-11-01'))
    expect(opened.map(({ name }) => name)).toEqual(FILES.map(({ name }) => name))
    for (const [index, { bytes, crc }] of opened.entries()) {
      expect(Buffer.compare(bytes, Buffer.from(FILES[index]?.bytes ?? []))).toBe(0)
      expect(crc).toBe(crc32(bytes))
    }
  })

  it('passes the check of a program that other people wrote', async context => {
    if (spawnSync('unzip', ['-v']).error) return context.skip('unzip is not installed')
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-zip-'))
    try {
      await writeFile(join(folder, 'a.zip'), zip(FILES, '2026-11-01'))
      const { status, stdout } = spawnSync('unzip', ['-t', join(folder, 'a.zip')], { encoding: 'utf8' })
      expect(stdout).toContain('No errors detected')
      expect(status).toBe(0)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('is the same for the same files, and may be empty', () => {
    expect(Buffer.compare(zip(FILES, '2026-11-01'), zip(FILES, '2026-11-01'))).toBe(0)
    expect(unzipped(zip([], '2026-11-01'))).toEqual([])
  })
})

describe('the name of a file', () => {
  it.each([
    ['a/b\\c:d*"e"<f>|g?', 'a b c d e f g'],
    ['..', 'Scene'],
    ['../../etc/passwd', 'etc passwd'],
    ['  trailing dots... ', 'trailing dots'],
    ['مرحبا بالعالم', 'مرحبا بالعالم'],
    ['evil\u202Egnp.exe', 'evil gnp.exe'],
    ['\u0000\n', 'Scene'],
  ])('made of %j names nothing but itself', (title, name) => {
    expect(fileName(title, 'Scene')).toBe(name)
  })

  it('is never longer than a file system takes, and never cut inside of a letter', () => {
    for (const letter of ['x', 'ü', '自', '😀', 'e\u0301', '👨‍👩‍👧']) {
      const name = fileName(letter.repeat(300), 'Scene')
      expect(Buffer.byteLength(`001 ${name}.png`)).toBeLessThan(255)
      expect(name.isWellFormed()).toBe(true)
      expect(name.length).toBeGreaterThan(20)
    }
  })
})
