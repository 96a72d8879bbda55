import { globSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot, say } from './run.ts'

/** One measured figure; the keys are the columns of the table. */
export type Row = Readonly<Record<string, string | number>>

/** What every `*.bench.ts` exports; `npm run bench -- word` runs only those whose path holds the word. */
export type Bench = { name: string; run: () => Promise<readonly Row[]> }

const wanted = process.argv[2] ?? ''
const files = globSync('{e2e,scripts}/bench/*.bench.ts', { cwd: projectRoot }).filter(file => file.includes(wanted))
if (files.length === 0) say(`no benchmark matches "${wanted}"`)
for (const file of files.sort()) {
  const { name, run }: Bench = await import(join(projectRoot, file))
  say(`\n${name}`)
  say(table(await run()))
}

function table(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const lines = [columns, ...rows.map(row => columns.map(column => String(row[column] ?? '')))]
  const widths = columns.map((_, at) => Math.max(...lines.map(line => line[at]?.length ?? 0)))
  return lines
    .map(line =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
