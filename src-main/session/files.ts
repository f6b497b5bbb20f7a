import { randomUUID } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { RecentGraph } from '@core/contract/beginning'
import { LastSeen } from '@core/contract/contract'
import { shownPath } from '@core/text/shown-path'
import { z } from 'zod'
import { JsonFile } from '../app/json-file'
import type { FileSystem } from '../stores/file-system'
import { placeName, readPlace } from './database-place'

const MOST_RECENT = 10
const Known = RecentGraph.pick({ title: true, entities: true, opened: true })
type Known = z.infer<typeof Known>
const RecentPaths = z.object({
  paths: z.array(z.string().min(1)),
  /** What was looked at last, by path. */
  seen: z.record(z.string(), LastSeen).optional().catch(undefined),
  /** What it was when it was opened last, by path. */
  known: z.record(z.string(), Known).optional().catch(undefined)
})

/** What is kept about a file beside its path. */
interface About {
  readonly seen: LastSeen
  readonly known: Known
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

  recent(): RecentGraph[] {
    return this.recentPaths.map((path) => {
      const place = readPlace(path)
      const shown = place
        ? { name: placeName(place), folder: 'Neo4j' }
        : { name: shownPath(basename(path)), folder: shownPath(dirname(path)) }
      return { handle: this.handle(path), ...shown, ...this.#about('known').get(path) }
    })
  }

  /** Makes a file the most recent; `known` is what there is to say of it. */
  remember(path: string, known?: Pick<Known, 'title' | 'entities'>): void {
    const paths = [path, ...this.recentPaths.filter((other) => other !== path)].slice(0, MOST_RECENT)
    this.#keep(paths, known && { known: [path, { ...known, opened: new Date().toISOString() }] })
  }

  /** Removes a file from the list, or all. */
  forget(path?: string): void {
    this.#keep(path === undefined ? [] : this.recentPaths.filter((other) => other !== path))
  }

  /** What was looked at last in a file that is on the list, by its handle. */
  lastSeen(handle: string): LastSeen | undefined {
    return this.#about('seen').get(this.path(handle) ?? '')
  }

  /** Keeps what is looked at in a file, by its handle, as long as that is on the list. */
  see(handle: string, seen: LastSeen): void {
    const path = this.path(handle)
    if (path !== undefined) this.#keep(this.recentPaths, { seen: [path, seen] })
  }

  #about<F extends keyof About>(field: F): Map<string, About[F]> {
    return new Map(Object.entries(this.#recent.value[field] ?? {})) as Map<string, About[F]>
  }

  /** What is kept about files is kept for those of the list alone. */
  #keep(paths: readonly string[], more: { readonly [F in keyof About]?: readonly [string, About[F]] } = {}) {
    const about = (['seen', 'known'] as const).flatMap((field) => {
      const added = more[field]
      const all = new Map<string, unknown>([...this.#about(field), ...(added ? [added] : [])])
      const kept = paths.flatMap((path) => (all.has(path) ? [[path, all.get(path)] as const] : []))
      return kept.length > 0 ? [[field, Object.fromEntries(kept)] as const] : []
    })
    this.#recent.set({ paths: [...paths], ...Object.fromEntries(about) })
  }

  async settled(): Promise<void> {
    await this.#recent.settled()
  }
}
