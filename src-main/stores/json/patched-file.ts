import { createHash } from 'node:crypto'
import { Patch } from '@core/formats/entente/patch'
import type { Edit, Graph } from '@core/graph/graph'
import { chunksOf, type FileSystem } from '../file-system'

/** The file of which a graph was made, by its SHA-256, and what leads from the graph in it to the one that is to be written. */
export interface Origin {
  readonly path: string
  readonly hash: string
  readonly edits: Iterable<Edit>
}

/** The file is not what the graph was made of, cannot be read any more, or is built in a way that is not patched. */
export class NotPatched extends Error {
  override readonly name = 'NotPatched'
}

/** About how much is written at once, in UTF-16 code units. */
const PIECE = 256 * 1024

/** A graph as the text of its file, in which what has not changed stays as it stood in the one before. Ends with NotPatched. */
export async function* patchedPieces(fs: FileSystem, graph: Graph, origin: Origin): AsyncGenerator<string> {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const patch = new Patch(graph, origin.edits)
    const hash = createHash('sha256')
    let waiting: string[] = []
    let length = 0
    for await (const chunk of chunksOf(fs, origin.path)) {
      hash.update(chunk)
      for (const piece of patch.take(decoder.decode(chunk, { stream: true }))) {
        waiting.push(piece)
        length += piece.length
        if (length < PIECE) continue
        yield waiting.join('')
        waiting = []
        length = 0
      }
    }
    const end = patch.finish()
    if (end === undefined || hash.digest('hex') !== origin.hash) throw new NotPatched()
    yield waiting.join('') + end
  } catch (error) {
    // Whatever is wrong with the old file, the graph is here and can be written without it.
    throw new NotPatched('The file is written anew.', { cause: error })
  }
}
