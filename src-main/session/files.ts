import { randomUUID } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { LastSeen } from '@core/contract/contract'
import { shownPath } from '@core/text/shown-path'
import { z } from 'zod'
import { JsonFile } from '../app/json-file'
import type { FileSystem } from '../stores/file-system'
import { placeName, readPlace } from './database-place'

const MOST_RECENT = 10
const RecentPaths = z.object({
  paths: z.array(z.string().min(1)),
  /** What was looked at last, by path. */
  seen: z.record(z.string(), LastSeen).optional().catch(undefined)
})

type Seen = Record<string, LastSeen>

/** What was open before, as the window gets to know it: a file, or a database with “Neo4j” for its folder. */
export interface RecentFile {
  readonly handle: string
  readonly name: string
  readonly folder: string
}

/**
 * The files that main knows, and the databases in which graphs of ours are kept, each by its path or place. The window has only handles, which are made here, mean nothing elsewhere and are gone with
 * the process: whatever happens in the window, it can name no file that the user has not chosen.
 */
export class Files {
  readonly #recent: JsonFile<z.infer<typeof RecentPaths>>
  readonly #pathOf = new Map<string, string>()
  readonly #handleOf = new Map<string, string>()

  private constructor(recent: JsonFile<z.infer<typeof RecentPaths>>) {
    this.#recent = recent
  }

  /** Reads the list of recent files. */
  static async open(place: {
    readonly fs: FileSystem
    readonly path: string
    readonly onTrouble: (error: unknown) => void
  }): Promise<Files> {
    return new Files(await JsonFile.open(place, RecentPaths, { paths: [] }))
  }

  handle(path: string): string {
    const handle = this.#handleOf.get(path) ?? `file-${randomUUID()}`
    this.#handleOf.set(path, handle)
    this.#pathOf.set(handle, path)
    return handle
  }

  path(handle: string): string | undefined {
    return this.#pathOf.get(handle)
  }

  /** Paths and places of what was open, newest first. */
  get recentPaths(): readonly string[] {
    return this.#recent.value.paths
  }

  recent(): RecentFile[] {
    return this.recentPaths.map((path) => {
      const place = readPlace(path)
      return place
        ? { handle: this.handle(path), name: placeName(place), folder: 'Neo4j' }
        : { handle: this.handle(path), name: shownPath(basename(path)), folder: shownPath(dirname(path)) }
    })
  }

  /** Makes a file the most recent. */
  remember(path: string): void {
    this.#keep([path, ...this.recentPaths.filter((other) => other !== path)].slice(0, MOST_RECENT))
  }

  /** Removes a file from the list. */
  forget(path: string): void {
    this.#keep(this.recentPaths.filter((other) => other !== path))
  }

  /** What was looked at last in a file that is on the list, by its handle. */
  lastSeen(handle: string): LastSeen | undefined {
    return new Map(Object.entries(this.#recent.value.seen ?? {})).get(this.path(handle) ?? '')
  }

  /** Keeps what is looked at in a file, by its handle, as long as that is on the list. */
  see(handle: string, seen: LastSeen): void {
    const path = this.path(handle)
    if (path !== undefined) this.#keep(this.recentPaths, [path, seen])
  }

  #keep(paths: readonly string[], ...more: readonly (readonly [string, LastSeen])[]) {
    const all = new Map([...Object.entries(this.#recent.value.seen ?? {}), ...more])
    const seen = paths.flatMap((path) => (all.has(path) ? [[path, all.get(path)] as const] : []))
    this.#recent.set({ paths: [...paths], ...(seen.length > 0 && { seen: Object.fromEntries(seen) as Seen }) })
  }

  async settled(): Promise<void> {
    await this.#recent.settled()
  }
}
