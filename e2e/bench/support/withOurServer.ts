import { mkdtemp, open, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, timed } from './figures.ts'
import { RunningServer, type ServerProgram } from './RunningServer.ts'

/** What Linux calls a file system that lies in memory. */
const TMPFS = 0x01021994

/** A folder for one server's data; `BENCH_DIR` puts it on another disk than that of temporary files. */
export function dataFolder(): Promise<string> {
  return mkdtemp(join(process.env.BENCH_DIR ?? tmpdir(), 'verbatim-bench-'))
}

/** Runs our server as it is started in production, writing to a folder of its own, while `use` runs. */
export async function withOurServer<T>(
  use: (server: RunningServer) => Promise<T>,
  nodeArgs: readonly string[] = [],
): Promise<T> {
  const folder = await dataFolder()
  const program: ServerProgram = {
    script: join(import.meta.dirname, 'ourServer.ts'),
    env: { DATA_DIR: folder },
    nodeArgs,
  }
  try {
    const server = await RunningServer.start(program)
    try {
      return await use(server)
    } finally {
      await server.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What an fsync costs where the data lies: without it no figure of a server that writes can be compared. */
export async function describeDisk(): Promise<string> {
  const folder = await dataFolder()
  try {
    const isMemory = (await statfs(folder)).type === TMPFS
    const file = await open(join(folder, 'probe'), 'w')
    const runs: number[] = []
    for (let run = 0; run < 50; run += 1) {
      await file.write(Buffer.alloc(4096, run))
      runs.push((await timed(() => file.sync())).ms)
    }
    await file.close()
    const fsync = `an fsync takes ${median(runs).toFixed(2)} ms`
    return isMemory ? `${fsync}, in memory: set BENCH_DIR to a folder on a disk` : fsync
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
