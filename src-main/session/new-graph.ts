import { basename, dirname, join } from 'node:path'
import type { NewPlace } from '@core/contract/beginning'
import { shownPath } from '@core/text/shown-path'
import { codeOf } from '../stores/error-messages'
import { fitted } from '../stores/file-name'
import type { FileSystem } from '../stores/file-system'
import { StoreError } from '../stores/store'
import type { Files } from './files'

const ENDING = '.entente.json'

/** The file name of a graph by its title: its letters and digits in any script, in small letters, with hyphens between. */
export function fileNameFor(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return fitted(words.slice(0, LONGEST_STEM).replace(/-+$/, '') || 'graph', ENDING)
}

/** No folder is easier to read for a longer one. */
const LONGEST_STEM = 60

/** Whether there is something by that name. Rejects with Node's error where nobody can tell. */
async function isThere(fs: FileSystem, path: string): Promise<boolean> {
  return fs.facts(path).then(
    () => true,
    (error) => {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    }
  )
}

/** Throws StoreError where there is something by that name. */
export async function refuseTaken(fs: FileSystem, path: string): Promise<void> {
  if (await isThere(fs, path))
    throw new StoreError(
      `There is already a file “${shownPath(basename(path))}” in ${shownPath(dirname(path))}. Choose another name, or open it.`
    )
}

/** Where new graphs are kept: places that main has thought of, or that the user has chosen. */
export class NewPlaces {
  readonly #files: Files
  readonly #fs: FileSystem
  readonly #documents: string
  /** Paths that the user has chosen in the system's dialog, which asks before it replaces. */
  readonly #chosen = new Set<string>()

  constructor(files: Files, fs: FileSystem, documents: string) {
    this.#files = files
    this.#fs = fs
    this.#documents = documents
  }

  /** A place beside the user's documents, named after the title. */
  usual(title: string): Promise<NewPlace> {
    return this.#describe(join(this.#documents, fileNameFor(title)))
  }

  /** The place that the user has chosen. */
  chosen(path: string): Promise<NewPlace> {
    this.#chosen.add(path)
    return this.#describe(path)
  }

  /** Whether the user has said that a file may be replaced. */
  mayReplace(path: string): boolean {
    return this.#chosen.has(path)
  }

  async #describe(path: string): Promise<NewPlace> {
    const taken = !this.#chosen.has(path) && (await isThere(this.#fs, path).catch(() => false))
    const [name, folder] = [shownPath(basename(path)), shownPath(dirname(path))]
    return { handle: this.#files.handle(path), name, folder, taken }
  }
}
