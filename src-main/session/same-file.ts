import type { FileSystem } from '../stores/file-system'
import type { SessionStore } from '../stores/session-store'

/** Whether a path leads to the file of a store. */
export async function isFileOf({ place }: SessionStore, path: string, fs: FileSystem): Promise<boolean> {
  return place !== undefined && place.path === (await fs.resolve(path).catch(() => path))
}

/** A store that may write to the file of which a path is another name (a hard link), and its path, after a look at the file. */
export async function underOtherName(
  store: SessionStore,
  path: string,
  fs: FileSystem
): Promise<{ readonly store: SessionStore; readonly path: string } | undefined> {
  const { place, readOnly } = store
  if (!place || readOnly !== undefined) return undefined
  const idOf = (path: string) => fs.facts(path).then(({ id }) => id)
  const [ours, asked] = await Promise.all([idOf(place.path), idOf(path)]).catch(() => [])
  if (ours === undefined || ours !== asked) return undefined
  await store.look()
  return { store, path: place.path }
}
