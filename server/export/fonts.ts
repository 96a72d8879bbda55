import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { FONT_FILES } from '#shared/drawing/fonts.ts'
import { canvasMeasure } from '#shared/drawing/paint.ts'
import { type Measure, remembering } from '#shared/drawing/text.ts'

const { resolve } = createRequire(import.meta.url)
const folders = new Map<string, string>()

/** Where a file of an installed package lies, whatever that package says may be imported. */
export function packageFile(path: string): string {
  const [scope = '', name = '', ...rest] = path.split('/')
  const folder = folders.get(name) ?? dirname(resolve(`${scope}/${name}/package.json`))
  folders.set(name, folder)
  return join(folder, ...rest)
}

let registered = false

/**
 * Makes the bundled fonts known to the canvas of this process; a second call does nothing. Takes about a fifth of a
 * second. All files of a family share its name: the canvas looks a character up in each of them.
 * Throws when a file of the packages is missing, for without it pictures would silently look different.
 */
export function registerFonts(): void {
  if (registered) return
  for (const { path, family } of FONT_FILES) {
    const file = packageFile(path)
    if (!existsSync(file) || GlobalFonts.registerFromPath(file, family) === null) {
      throw new Error(`The font file ${path} is missing or broken; install the packages again.`)
    }
  }
  registered = true
}

/** Measures texts as this process's canvas will draw them. */
export function serverMeasure(): Measure {
  registerFonts()
  return remembering(canvasMeasure(createCanvas(1, 1).getContext('2d')))
}
