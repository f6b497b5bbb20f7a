import { join } from 'node:path'
import { type ExploredPlace, placeName } from '@core/external/explored-place'
import type { ExternalSchema } from '@core/external/schema'
import { vocabularyOf } from '@core/external/type-ids'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { codeOf } from '../stores/error-messages'
import { fitted } from '../stores/file-name'
import type { FileSystem } from '../stores/file-system'
import { replaceFile } from '../stores/replace-file'
import type { Files } from './files'

/** The files of explorations: ordinary graphs whose header names the database. */
export class ExplorationFiles {
  readonly #fs: FileSystem
  readonly #files: Files
  readonly #folder: string

  constructor(fs: FileSystem, files: Files, folder: string) {
    this.#fs = fs
    this.#files = files
    this.#folder = folder
  }

  /** Creates one under a free name, with the types of the database only, and answers its handle. */
  async begin(place: ExploredPlace, schema: ExternalSchema): Promise<string> {
    await this.#fs.makeFolder(this.#folder)
    const title = placeName(place)
    const name = title.replace(/[^\p{L}\p{N} ._-]+/gu, '-')
    const path = await this.#free(name)
    const graph = Graph.of(
      path.number === 1 ? title : `${title} (${path.number})`,
      vocabularyOf(schema),
      new Map([['neo4j', place]])
    )
    await replaceFile(this.#fs, path.path, Buffer.from(serialiseGraph(graph)))
    return this.#files.handle(path.path)
  }

  async #free(name: string): Promise<{ readonly path: string; readonly number: number }> {
    for (let number = 1; ; number++) {
      const path = join(this.#folder, fitted(name, `${number === 1 ? '' : ` ${number}`}.entente.json`))
      try {
        await this.#fs.facts(path)
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw error
        return { path, number }
      }
    }
  }
}
