import { basename, dirname } from 'node:path'
import type { FileFacts, FileSystem } from '@main/stores/file-system'
import { random } from '@seed/random'
import { dataAfterCut, namesAfterCut } from './simulated/after-power-cut'
import { fail, Tree } from './simulated/tree'

// A disk in memory that knows what a power cut may do: it keeps apart what was written and what is durable. Stricter than
// any real one: a file's sync says nothing of its name, a folder's sync nothing of its files, and of what was not synced
// any part may be there after the cut and any other not, whatever came first.

/** What is done to a disk one at a time. */
export type Step =
  | keyof FileSystem
  | 'readOn'
  | 'closeRead'
  | 'write'
  | 'truncate'
  | 'setMode'
  | 'setOwner'
  | 'sync'
  | 'close'
  | 'syncFolder'
  | 'closeFolder'

/** Nothing is done any more: the power is off. */
class PowerCut extends Error {}

export class SimulatedDisk implements FileSystem {
  readonly #tree: Tree
  #steps = 0
  #cutAfter: { readonly step: Step | undefined; count: number } = { step: undefined, count: 0 }
  /** The step before which the power is cut, counted from 1; none by default. */
  cutAt = Infinity

  constructor(tree = new Tree()) {
    this.#tree = tree
  }

  /** How many steps were taken so far. */
  get steps(): number {
    return this.#steps
  }

  /** Cuts the power right after n more steps of that name. */
  cutAfter(step: Step, count: number): void {
    this.#cutAfter = { step, count }
  }

  get isCut(): boolean {
    return this.#steps >= this.cutAt
  }

  /** What the disk holds when the power comes back: everything durable, and what chance made of the rest. */
  afterPowerCut(seed: number): SimulatedDisk {
    const chance = random(seed)
    return new SimulatedDisk(
      this.#tree.settled(
        (file) => dataAfterCut(file, chance),
        (folder) => namesAfterCut(folder, chance)
      )
    )
  }

  /** A disk of its own that holds the same. */
  copy(): SimulatedDisk {
    return new SimulatedDisk(
      this.#tree.settled(
        ({ data }) => data,
        ({ names }) => names
      )
    )
  }

  /** Every file with its bytes, by path. */
  files(): ReadonlyMap<string, Buffer> {
    return this.#tree.files()
  }

  /** Puts bytes into a file as another program does that truncates it and writes it again; durable at once. */
  put(path: string, bytes: Uint8Array): void {
    this.openToWrite(path)(bytes)
  }

  /** The same in two steps: it is empty until the answer is called, which writes to that file wherever it is by then. */
  openToWrite(path: string): (bytes: Uint8Array) => void {
    const folder = this.#tree.folderAt(dirname(path))
    const there = folder.names.get(basename(path))
    const file = there?.kind === 'file' ? there : this.#tree.newFile(0o644)
    const write = (bytes: Uint8Array) => {
      file.data = Buffer.from(bytes)
      file.durable = file.data
      file.unsynced = []
      this.#tree.touch(file)
    }
    write(new Uint8Array())
    this.#tree.name(folder, [[basename(path), file]])
    this.#tree.syncFolder(folder)
    return write
  }

  /** Makes a file look as if it had just been written, if it is there. */
  touch(path: string): void {
    const file = this.#tree.folderAt(dirname(path)).names.get(basename(path))
    if (file?.kind === 'file') this.#tree.touch(file)
  }

  /** Puts another file in the place of one, or none, as another program does; durable at once. */
  replace(path: string, bytes: Uint8Array | undefined): void {
    const folder = this.#tree.folderAt(dirname(path))
    this.#tree.name(folder, [[basename(path), undefined]])
    this.#tree.syncFolder(folder)
    if (bytes) this.put(path, bytes)
  }

  resolve = async (path: string) => {
    this.#step('resolve')
    this.#tree.find(path)
    return path
  }

  facts = async (path: string): Promise<FileFacts> => {
    this.#step('facts')
    const node = this.#tree.find(path)
    const size = node.kind === 'file' ? node.data.length : 0
    const changed = node.kind === 'file' ? node.changed : 0
    const mode = node.kind === 'file' ? node.mode : 0o755
    const stamp = `${node.number} ${size} ${changed}`
    return { kind: node.kind, size, mode, owner: { user: 0, group: 0 }, stamp, names: 1, changed: 0 }
  }

  read = async (path: string) => {
    this.#step('read')
    return Buffer.from(this.#tree.fileAt(path).data)
  }

  openToRead = async (path: string) => {
    this.#step('openToRead')
    const file = this.#tree.fileAt(path)
    let at = 0
    return {
      read: async (into: Uint8Array) => {
        this.#step('readOn')
        const size = file.data.copy(into, 0, at)
        at += size
        return size
      },
      close: async () => this.#step('closeRead')
    }
  }

  list = async (path: string) => {
    this.#step('list')
    return [...this.#tree.folderAt(path).names.keys()]
  }

  checkWritable = async (path: string) => {
    this.#step('checkWritable')
    this.#tree.find(path)
  }

  create = async (path: string, mode: number) => {
    this.#step('create')
    const folder = this.#tree.folderAt(dirname(path))
    if (folder.names.has(basename(path))) throw fail('EEXIST', path)
    const file = this.#tree.newFile(mode)
    this.#tree.name(folder, [[basename(path), file]])
    return {
      write: async (bytes: Uint8Array) => {
        this.#step('write')
        file.unsynced.push({ at: file.data.length, bytes: Uint8Array.from(bytes) })
        file.data = Buffer.concat([file.data, bytes])
        this.#tree.touch(file)
        return bytes.length
      },
      truncate: async (size: number) => {
        this.#step('truncate')
        file.unsynced.push({ size })
        file.data = Buffer.from(file.data.subarray(0, size))
        this.#tree.touch(file)
      },
      setMode: async (mode: number) => {
        this.#step('setMode')
        file.mode = mode
      },
      setOwner: async () => this.#step('setOwner'),
      sync: async () => {
        this.#step('sync')
        file.durable = file.data
        file.unsynced = []
      },
      close: async () => this.#step('close')
    }
  }

  openFolder = async (path: string) => {
    this.#step('openFolder')
    const folder = this.#tree.folderAt(path)
    return {
      sync: async () => {
        this.#step('syncFolder')
        this.#tree.syncFolder(folder)
      },
      close: async () => this.#step('closeFolder')
    }
  }

  rename = async (from: string, to: string) => {
    this.#step('rename')
    const [source, target] = [this.#tree.folderAt(dirname(from)), this.#tree.folderAt(dirname(to))]
    const node = this.#tree.find(from)
    const there = target.names.get(basename(to))
    if (there === node) return
    if (there?.kind === 'folder' && there.names.size > 0) throw fail('ENOTEMPTY', to)
    if (there && there.kind !== node.kind) throw fail(there.kind === 'folder' ? 'EISDIR' : 'ENOTDIR', to)
    if (source === target)
      this.#tree.name(source, [
        [basename(from), undefined],
        [basename(to), node]
      ])
    else {
      this.#tree.name(target, [[basename(to), node]])
      this.#tree.name(source, [[basename(from), undefined]])
    }
  }

  link = async (from: string, to: string) => {
    this.#step('link')
    const file = this.#tree.fileAt(from)
    const folder = this.#tree.folderAt(dirname(to))
    if (folder.names.has(basename(to))) throw fail('EEXIST', to)
    this.#tree.name(folder, [[basename(to), file]])
  }

  remove = async (path: string) => {
    this.#step('remove')
    const folder = this.#tree.folderAt(dirname(path))
    const there = folder.names.get(basename(path))
    if (there?.kind === 'folder') throw fail('EISDIR', path)
    if (there) this.#tree.name(folder, [[basename(path), undefined]])
  }

  makeFolder = async (path: string) => {
    this.#step('makeFolder')
    this.#tree.makeFolder(path)
  }

  removeFolder = async (path: string) => {
    this.#step('removeFolder')
    const node = this.#tree.find(path)
    if (node.kind === 'file') throw fail('ENOTDIR', path)
    if (node.names.size > 0) throw fail('ENOTEMPTY', path)
    this.#tree.name(this.#tree.folderAt(dirname(path)), [[basename(path), undefined]])
  }

  #step(name: Step) {
    this.#steps++
    if (this.#steps >= this.cutAt) throw new PowerCut()
    if (name === this.#cutAfter.step && --this.#cutAfter.count === 0) this.cutAt = this.#steps + 1
  }
}
