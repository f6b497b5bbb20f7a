import type { RecentGraph } from '@core/contract/beginning'
import { whyNot } from '../stores/error-messages'
import type { FileSystem } from '../stores/file-system'
import { readPlace } from './database-place'
import type { Files } from './files'

/** How long a folder on a network may take to answer before it counts as away, ms. */
const PATIENCE = 800

/** What was open before; of each file, why it cannot be reached. Databases are asked when they are opened. */
export function looked(files: Files, fs: FileSystem): Promise<RecentGraph[]> {
  return Promise.all(
    files.recent().map(async (recent) => {
      const path = files.path(recent.handle) ?? ''
      const away = readPlace(path) ? undefined : await whyAway(fs, path)
      return away === undefined ? recent : { ...recent, away }
    })
  )
}

function whyAway(fs: FileSystem, path: string): Promise<string | undefined> {
  const asked = fs.facts(path).then(
    () => undefined,
    (error) => `Not reachable: ${whyNot(error).why}.`
  )
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('Not reachable: its folder does not answer.'), PATIENCE)
  })
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}
