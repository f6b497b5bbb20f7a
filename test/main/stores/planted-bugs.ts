import { basename } from 'node:path'
import type { FileSystem, NewFile } from '@main/stores/file-system'

/** Ways to get durability wrong, each as a store with that bug would use the disk. */
export const BUGS = {
  'no sync': (disk: FileSystem): FileSystem => ({
    ...steps(disk),
    create: async (path, mode) => ({ ...(await disk.create(path, mode)), sync: async () => {} })
  }),
  'no folder sync': (disk: FileSystem): FileSystem => ({
    ...steps(disk),
    openFolder: async (path) => ({ ...(await disk.openFolder(path)), sync: async () => {} })
  }),
  'rename before sync': (disk: FileSystem): FileSystem => {
    const written = new Map<string, NewFile>()
    let placed: NewFile[] = []
    return {
      ...steps(disk),
      async create(path, mode) {
        const file = await disk.create(path, mode)
        let isPlaced = false
        const sync = async () => {
          if (isPlaced) return file.sync()
          isPlaced = true
          written.set(path, file)
        }
        return { ...file, sync }
      },
      async rename(from, to) {
        await disk.rename(from, to)
        const file = written.get(from)
        if (file) placed.push(file)
        written.delete(from)
      },
      async openFolder(path) {
        const folder = await disk.openFolder(path)
        const sync = async () => {
          await folder.sync()
          for (const file of placed) await file.sync()
          placed = []
        }
        return { ...folder, sync }
      }
    }
  },
  'acknowledge before sync': (disk: FileSystem): FileSystem => {
    let late = async () => {}
    const before = async () => {
      const sync = late
      late = async () => {}
      await sync()
    }
    return {
      ...steps(disk),
      async create(path, mode) {
        await before()
        const file = await disk.create(path, mode)
        return {
          ...file,
          write: async (bytes) => {
            await before()
            return file.write(bytes)
          },
          sync: async () => {
            late = file.sync
          }
        }
      },
      async rename(from, to) {
        // Only the journal's lines are acknowledged too early: files are synced before they get their names.
        if (basename(from).endsWith('.tmp')) await before()
        return disk.rename(from, to)
      }
    }
  }
} satisfies Record<string, (disk: FileSystem) => FileSystem>

/** All steps of a disk as functions of their own. */
const steps = (disk: FileSystem): FileSystem => ({
  resolve: (path) => disk.resolve(path),
  facts: (path) => disk.facts(path),
  read: (path) => disk.read(path),
  openToRead: (path) => disk.openToRead(path),
  list: (path) => disk.list(path),
  checkWritable: (path) => disk.checkWritable(path),
  create: (path, mode) => disk.create(path, mode),
  openFolder: (path) => disk.openFolder(path),
  rename: (from, to) => disk.rename(from, to),
  link: (from, to) => disk.link(from, to),
  remove: (path) => disk.remove(path),
  makeFolder: (path) => disk.makeFolder(path),
  removeFolder: (path) => disk.removeFolder(path)
})
