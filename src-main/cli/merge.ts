import type { Change } from '@core/change/change'
import { mergeGraphs } from '@core/change/merge-graphs'
import { faultAfter } from '@core/formats/entente/fault-after'
import { Graph } from '@core/graph/graph'
import { plain } from '@core/text/quote'
import { shownPath } from '@core/text/shown-path'
import { whyNot } from '../stores/error-messages'
import { disk } from '../stores/file-system'
import { isSameHead } from '../stores/json/assess'
import { writeGraph } from '../stores/json/compaction'
import { readHash } from '../stores/json/content'
import { StoreError } from '../stores/store'
import { type Command, CommandError, type Io, UsageError } from './command'
import { openGraph } from './graph-file'

/** `entente merge BASE OURS THEIRS`: a merge driver for git. What both sides did goes into OURS; exit code 1 where they conflict. */
export const mergeCommand: Command = {
  name: 'merge',
  usage: 'merge BASE OURS THEIRS',
  summary:
    'Merge two files that come from the same one into OURS, as a git merge driver does; exit code 1 where conflicts are left in it to be decided in the window',
  options: {},
  async run({ positionals: [base, ours, theirs, ...more] }, io) {
    if (base === undefined || ours === undefined || theirs === undefined || more.length > 0)
      throw new UsageError('Name three files: the common one, ours and theirs.')
    const [from, mine, other] = [await baseIn(base, io), await read(ours, io), await read(theirs, io)]
    const { graph, change, conflicts, head } = mergeGraphs(from, mine, other)
    const fault = faultAfter(graph, change)
    if (fault) throw new CommandError(`${shownPath(ours)}: was not merged. ${fault.message}`)
    await write(ours, mine, graph, change)
    for (const field of head)
      io.warn(
        field === 'title'
          ? `Both sides gave it another title: “${plain(mine.title)}” stands, not “${plain(other.title)}”.`
          : `Both sides changed “${plain(field)}”: ours stands.`
      )
    if (conflicts > 0) io.warn(told(conflicts))
    return conflicts + head.length > 0 ? 1 : 0
  }
}

const told = (conflicts: number) =>
  `${conflicts === 1 ? '1 conflict is' : `${conflicts} conflicts are`} left. Both values are in the file: open it in Entente and choose.`

// What the graph does not hold would be lost.
const read = (path: string, io: Io): Promise<Graph> => openGraph(path, io, { exactly: true })

/** Where both sides added the file, git gives an empty one for the common one. */
async function baseIn(path: string, io: Io): Promise<Graph> {
  const size = await disk.facts(path).then(
    (facts) => facts.size,
    () => undefined
  )
  return size === 0 ? Graph.of('', []) : read(path, io)
}

/** In the file as it is laid out, so that a line that neither side touched stays as it stands. */
async function write(path: string, before: Graph, graph: Graph, { edits }: Change) {
  try {
    const { hash, facts } = await readHash(disk, path)
    if (edits.length === 0 && isSameHead(before, graph)) return
    await writeGraph({ fs: disk, path, name: shownPath(path), like: facts }, graph, { path, hash, edits })
  } catch (error) {
    if (error instanceof StoreError) throw new CommandError(error.message)
    const { why, todo } = whyNot(error)
    throw new CommandError(`${shownPath(path)}: could not be written: ${why}. ${todo}`)
  }
}
