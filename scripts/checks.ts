import { globSync } from 'node:fs'
import { checkLayers } from './layers.ts'
import { isColourful, projectRoot, runTool, say } from './run.ts'

export type Check = { name: string; ok: boolean; output: string; seconds: number }

export async function checkTypes(): Promise<Check> {
  const { code, output, seconds } = await runTool('typescript/bin/tsc', ['--noEmit'])
  return { name: 'types', ok: code === 0, output, seconds }
}

/** Rules, format and order of imports by Biome; layers by our own table. */
export async function checkLint(): Promise<Check> {
  const colours = isColourful ? 'force' : 'off'
  const biome = runTool('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', `--colors=${colours}`])
  const trespasses = checkLayers(projectRoot, globSync('{shared,server,client}/**/*.{ts,tsx,js}', { cwd: projectRoot }))
  const { code, output, seconds } = await biome
  const lines = code === 0 ? trespasses : [output, ...trespasses]
  return { name: 'lint', ok: lines.length === 0, output: lines.join('\n'), seconds }
}

export function report({ name, ok, output, seconds }: Check): void {
  if (!ok) say(output.trimEnd())
  say(`${ok ? '✓' : '✗'} ${name} ${seconds.toFixed(1)} s`)
}
