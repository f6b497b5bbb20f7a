import { join } from 'node:path'
import { Files } from '@main/session/files'
import { GraphSession } from '@main/session/graph-session'
import { LastStart } from '@main/session/last-start'
import { workingCopy } from '@main/session/working-copy'
import { disk } from '@main/stores/file-system'
import { expect, onTestFinished } from 'vitest'
import { folder, sampleFile, sampleText } from '../sample'
import { databasesIn } from './databases'

/** A session over real files: a seed graph, and a data folder that can be used for another start. */
export async function start({ data, file, seed }: { data?: string; file?: string; seed?: string } = {}) {
  const home = data ?? (await folder())
  const original = seed ?? (await sampleFile(sampleText(), 'seed.entente.json'))
  const files = await Files.open({
    fs: disk,
    path: join(home, 'recent.json'),
    onTrouble: (error) => expect.fail(`${error}`)
  })
  onTestFinished(() => files.settled())
  const lastStart = await LastStart.open({
    fs: disk,
    path: join(home, 'last-start.json'),
    onTrouble: (error) => expect.fail(`${error}`)
  })
  onTestFinished(() => lastStart.settled())
  const titles: string[] = []
  const { databases } = await databasesIn(home)
  const session = new GraphSession(
    {
      fs: disk,
      files,
      databases,
      lastStart,
      workingCopy: () => workingCopy(disk, original, join(home, 'graphs')),
      onOpened: (name) => titles.push(name)
    },
    file
  )
  // Some of its files may be gone by then.
  onTestFinished(() => session.close().catch(() => {}))
  return { session, files, lastStart, home, seed: original, titles }
}

/** The graph that a session has opened. */
export async function opened(result: ReturnType<GraphSession['current']>) {
  const { outcome, ...rest } = await result
  if (outcome !== 'opened' || !('graph' in rest)) throw new Error(JSON.stringify({ outcome, ...rest }))
  return rest.graph
}
