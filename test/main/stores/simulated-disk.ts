import { basename, dirname } from 'node:path'
import type { FileFacts, FileSystem } from '@main/stores/file-system'
import { type Random, random } from '@seed/random'

// A disk in memory that knows what a power cut may do: it keeps apart what was written and what is durable. Stricter than
// any real one: a file's sync says nothing of its name, a folder's sync nothing of its files, and of what was not synced
// any part may be there after the cut and any other not, whatever came first.

/** A write of bytes at a place of a file, or its cutting off. */
type Write = { readonly at: number; readonly bytes: Uint8Array } | { readonly size: number }

interface File {
  readonly kind: 'file'
  readonly number: number
  mode: number
  data: Buffer
  durable: Buffer
  unsynced: Write[]
  changed: number
}

/** Names that come and go together: one rename within a folder. */
type Naming = ReadonlyMap<string, Node | undefined>

interface Folder {
  readonly kind: 'folder'
  readonly number: number
  readonly names: Map<string, Node>
  durable: Map<string, Node>
  unsynced: Naming[]
}

type Node = File | Folder

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
export class PowerCut extends Error {}

const fail = (code: string, path: string) => Object.assign(new Error(`${code}: ${path}`), { code })

export class SimulatedDisk implements FileSystem {
  #root: Folder
  #numbers = 1
  #ticks = 1
  #steps = 0
  #cutAfter: { readonly step: Step | undefined; count: number } = { step: undefined, count: 0 }
  /** The step before which the power is cut, counted from 1; none by default. */
  cutAt = Infinity

  constructor(root?: Folder) {
    this.#root = root ?? this.#folder()
  }

  /** How many steps were taken so far. */
  get steps(): number {
    return this.#steps
  }

  /** Cuts the power right after so many more steps of that name. */
  cutAfter(step: Step, count: number): void {
    this.#cutAfter = { step, count }
  }

  get isCut(): boolean {
    return this.#steps >= this.cutAt
  }

  /** What the disk holds when the power comes back: everything durable, and what chance made of the rest. */
  afterPowerCut(seed: number): SimulatedDisk {
    const chance = random(seed)
    return this.#settled(
      (node) => settleData(node, chance),
      (node) => settleNames(node, chance)
    )
  }

  #settled(dataOf: (file: File) => Buffer, namesOf: (folder: Folder) => ReadonlyMap<string, Node>): SimulatedDisk {
    const made = new Map<Node, Node>()
    const after = new SimulatedDisk()
    const settle = (node: Node): Node => {
      const known = made.get(node)
      if (known) return known
      if (node.kind === 'file') {
        const data = dataOf(node)
        const file: File = { ...node, data, durable: data, unsynced: [] }
        made.set(node, file)
        return file
      }
      const folder = after.#folder()
      made.set(node, folder)
      for (const [name, child] of namesOf(node)) folder.names.set(name, settle(child))
      folder.durable = new Map(folder.names)
      return folder
    }
    after.#root = settle(this.#root) as Folder
    after.#numbers = this.#numbers
    after.#ticks = this.#ticks + 10_000
    return after
  }

  /** A disk of its own that holds the same. */
  copy(): SimulatedDisk {
    return this.#settled(
      ({ data }) => data,
      ({ names }) => names
    )
  }

  /** Every file with its bytes, by path. */
  files(): ReadonlyMap<string, Buffer> {
    const found = new Map<string, Buffer>()
    const walk = (folder: Folder, path: string) => {
      for (const [name, node] of folder.names) {
        if (node.kind === 'file') found.set(`${path}/${name}`, node.data)
        else walk(node, `${path}/${name}`)
      }
    }
    walk(this.#root, '')
    return found
  }

  /** Puts bytes into a file as another program does that truncates it and writes it again; durable at once. */
  put(path: string, bytes: Uint8Array): void {
    this.openToWrite(path)(bytes)
  }

  /** The same in two steps: it is empty until the answer is called, which writes to that file wherever it is by then. */
  openToWrite(path: string): (bytes: Uint8Array) => void {
    const folder = this.#folderAt(dirname(path))
    const there = folder.names.get(basename(path))
    const file = there?.kind === 'file' ? there : this.#file(0o644)
    const write = (bytes: Uint8Array) => {
      file.data = Buffer.from(bytes)
      file.durable = file.data
      file.unsynced = []
      file.changed = this.#ticks++
    }
    write(new Uint8Array())
    this.#name(folder, [[basename(path), file]])
    this.#syncFolder(folder)
    return write
  }

  /** Makes a file look as if it had just been written, if it is there. */
  touch(path: string): void {
    const file = this.#folderAt(dirname(path)).names.get(basename(path))
    if (file?.kind === 'file') file.changed = this.#ticks++
  }

  /** Puts another file in the place of one, or none, as another program does; durable at once. */
  replace(path: string, bytes: Uint8Array | undefined): void {
    const folder = this.#folderAt(dirname(path))
    this.#name(folder, [[basename(path), undefined]])
    this.#syncFolder(folder)
    if (bytes) this.put(path, bytes)
  }

  resolve = async (path: string) => {
    this.#step('resolve')
    this.#find(path)
    return path
  }

  facts = async (path: string): Promise<FileFacts> => {
    this.#step('facts')
    const node = this.#find(path)
    const size = node.kind === 'file' ? node.data.length : 0
    const changed = node.kind === 'file' ? node.changed : 0
    const mode = node.kind === 'file' ? node.mode : 0o755
    const stamp = `${node.number} ${size} ${changed}`
    return { kind: node.kind, size, mode, owner: { user: 0, group: 0 }, stamp, changed: 0 }
  }

  read = async (path: string) => {
    this.#step('read')
    return Buffer.from(this.#fileAt(path).data)
  }

  openToRead = async (path: string) => {
    this.#step('openToRead')
    const file = this.#fileAt(path)
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
    return [...this.#folderAt(path).names.keys()]
  }

  checkWritable = async (path: string) => {
    this.#step('checkWritable')
    this.#find(path)
  }

  create = async (path: string, mode: number) => {
    this.#step('create')
    const folder = this.#folderAt(dirname(path))
    if (folder.names.has(basename(path))) throw fail('EEXIST', path)
    const file = this.#file(mode)
    this.#name(folder, [[basename(path), file]])
    return {
      write: async (bytes: Uint8Array) => {
        this.#step('write')
        file.unsynced.push({ at: file.data.length, bytes: Uint8Array.from(bytes) })
        file.data = Buffer.concat([file.data, bytes])
        file.changed = this.#ticks++
        return bytes.length
      },
      truncate: async (size: number) => {
        this.#step('truncate')
        file.unsynced.push({ size })
        file.data = Buffer.from(file.data.subarray(0, size))
        file.changed = this.#ticks++
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
    const folder = this.#folderAt(path)
    return {
      sync: async () => {
        this.#step('syncFolder')
        this.#syncFolder(folder)
      },
      close: async () => this.#step('closeFolder')
    }
  }

  rename = async (from: string, to: string) => {
    this.#step('rename')
    const [source, target] = [this.#folderAt(dirname(from)), this.#folderAt(dirname(to))]
    const node = this.#find(from)
    const there = target.names.get(basename(to))
    if (there === node) return
    if (there?.kind === 'folder' && there.names.size > 0) throw fail('ENOTEMPTY', to)
    if (there && there.kind !== node.kind) throw fail(there.kind === 'folder' ? 'EISDIR' : 'ENOTDIR', to)
    if (source === target)
      this.#name(source, [
        [basename(from), undefined],
        [basename(to), node]
      ])
    else {
      this.#name(target, [[basename(to), node]])
      this.#name(source, [[basename(from), undefined]])
    }
  }

  link = async (from: string, to: string) => {
    this.#step('link')
    const file = this.#fileAt(from)
    const folder = this.#folderAt(dirname(to))
    if (folder.names.has(basename(to))) throw fail('EEXIST', to)
    this.#name(folder, [[basename(to), file]])
  }

  remove = async (path: string) => {
    this.#step('remove')
    const folder = this.#folderAt(dirname(path))
    const there = folder.names.get(basename(path))
    if (there?.kind === 'folder') throw fail('EISDIR', path)
    if (there) this.#name(folder, [[basename(path), undefined]])
  }

  makeFolder = async (path: string) => {
    this.#step('makeFolder')
    this.#makeFolder(path)
  }

  removeFolder = async (path: string) => {
    this.#step('removeFolder')
    const node = this.#find(path)
    if (node.kind === 'file') throw fail('ENOTDIR', path)
    if (node.names.size > 0) throw fail('ENOTEMPTY', path)
    this.#name(this.#folderAt(dirname(path)), [[basename(path), undefined]])
  }

  #step(name: Step) {
    this.#steps++
    if (this.#steps >= this.cutAt) throw new PowerCut()
    if (name === this.#cutAfter.step && --this.#cutAfter.count === 0) this.cutAt = this.#steps + 1
  }

  #makeFolder(path: string): Folder {
    if (path === '/') return this.#root
    const parent = this.#makeFolder(dirname(path))
    const there = parent.names.get(basename(path))
    if (there?.kind === 'file') throw fail('EEXIST', path)
    if (there) return there
    const folder = this.#folder()
    this.#name(parent, [[basename(path), folder]])
    return folder
  }

  #name(folder: Folder, naming: readonly (readonly [string, Node | undefined])[]) {
    for (const [name, node] of naming) {
      if (node) folder.names.set(name, node)
      else folder.names.delete(name)
    }
    folder.unsynced.push(new Map(naming))
  }

  #syncFolder(folder: Folder) {
    folder.durable = new Map(folder.names)
    folder.unsynced = []
  }

  #find(path: string): Node {
    if (path === '/') return this.#root
    const parent = this.#find(dirname(path))
    if (parent.kind === 'file') throw fail('ENOTDIR', path)
    const node = parent.names.get(basename(path))
    if (!node) throw fail('ENOENT', path)
    return node
  }

  #fileAt(path: string): File {
    const node = this.#find(path)
    if (node.kind === 'folder') throw fail('EISDIR', path)
    return node
  }

  #folderAt(path: string): Folder {
    const node = this.#find(path)
    if (node.kind === 'file') throw fail('ENOTDIR', path)
    return node
  }

  #file(mode: number): File {
    const empty = Buffer.alloc(0)
    return {
      kind: 'file',
      number: this.#numbers++,
      mode,
      data: empty,
      durable: empty,
      unsynced: [],
      changed: this.#ticks++
    }
  }

  #folder(): Folder {
    return { kind: 'folder', number: this.#numbers++, names: new Map(), durable: new Map(), unsynced: [] }
  }
}

/** Which of the steps that were not synced are there: all, none, those up to some moment, or any. */
function survivors<T>(unsynced: readonly T[], chance: Random): readonly T[] {
  switch (chance.below(4)) {
    case 0:
      return unsynced
    case 1:
      return []
    case 2:
      return unsynced.slice(0, chance.below(unsynced.length + 1))
    default:
      return unsynced.filter(() => chance.below(2) === 0)
  }
}

function settleNames(folder: Folder, chance: Random): ReadonlyMap<string, Node> {
  const names = new Map(folder.durable)
  for (const naming of survivors(folder.unsynced, chance))
    for (const [name, node] of naming) {
      if (node) names.set(name, node)
      else names.delete(name)
    }
  return names
}

/** Disks write whole sectors. */
const SECTOR = 512

function settleData(file: File, chance: Random): Buffer {
  let data: Buffer = Buffer.from(file.durable)
  for (const write of survivors(file.unsynced, chance)) data = apply(data, write, chance)
  return data
}

function apply(data: Buffer, write: Write, chance: Random): Buffer {
  if ('size' in write) return Buffer.concat([data, Buffer.alloc(write.size)]).subarray(0, write.size)
  const { at, bytes } = write
  const grown = Buffer.concat([data, Buffer.alloc(Math.max(0, at + bytes.length - data.length))])
  switch (chance.below(5)) {
    case 0:
      return torn(data, write, chance)
    case 1:
      // The length arrived before the contents: zeros.
      return grown
    case 2:
      for (let from = at; from < at + bytes.length; from = nextSector(from)) {
        const part = bytes.subarray(from - at, nextSector(from) - at)
        const fate = chance.below(4)
        if (fate < 2) grown.set(part, from)
        else if (fate === 2) grown.fill(0xa5, from, from + part.length)
      }
      return grown
    default:
      grown.set(bytes, at)
      return grown
  }
}

function torn(
  data: Buffer,
  { at, bytes }: { readonly at: number; readonly bytes: Uint8Array },
  chance: Random
): Buffer {
  const part = bytes.subarray(0, chance.below(bytes.length + 1))
  const grown = Buffer.concat([data, Buffer.alloc(Math.max(0, at + part.length - data.length))])
  grown.set(part, at)
  return grown
}

const nextSector = (at: number) => (Math.floor(at / SECTOR) + 1) * SECTOR
