import { basename, dirname } from 'node:path'

// Files and folders in memory that know apart what was written and what is durable.

/** A write of bytes at a place of a file, or its cutting off. */
export type Write = { readonly at: number; readonly bytes: Uint8Array } | { readonly size: number }

export interface File {
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

export interface Folder {
  readonly kind: 'folder'
  readonly number: number
  readonly names: Map<string, Node>
  durable: Map<string, Node>
  unsynced: Naming[]
}

export type Node = File | Folder

export const fail = (code: string, path: string) => Object.assign(new Error(`${code}: ${path}`), { code })

/** The tree of a disk. Rejects what a disk would, with Node's codes. */
export class Tree {
  #root: Folder
  #numbers: number
  #ticks: number

  /** An empty one. One that follows another goes on counting where that one was, so that no file looks unchanged. */
  constructor({ numbers, ticks }: { readonly numbers: number; readonly ticks: number } = { numbers: 1, ticks: 1 }) {
    this.#numbers = numbers
    this.#ticks = ticks
    this.#root = this.newFolder()
  }

  /** Another tree of what these functions make of each file's contents and each folder's names; all of it durable. */
  settled(dataOf: (file: File) => Buffer, namesOf: (folder: Folder) => ReadonlyMap<string, Node>): Tree {
    const made = new Map<Node, Node>()
    const after = new Tree({ numbers: this.#numbers, ticks: this.#ticks + 10_000 })
    const settle = (node: Node): Node => {
      const known = made.get(node)
      if (known) return known
      if (node.kind === 'file') {
        const data = dataOf(node)
        const file: File = { ...node, data, durable: data, unsynced: [] }
        made.set(node, file)
        return file
      }
      const folder = after.newFolder()
      made.set(node, folder)
      for (const [name, child] of namesOf(node)) folder.names.set(name, settle(child))
      folder.durable = new Map(folder.names)
      return folder
    }
    after.#root = settle(this.#root) as Folder
    return after
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

  find(path: string): Node {
    if (path === '/') return this.#root
    const parent = this.find(dirname(path))
    if (parent.kind === 'file') throw fail('ENOTDIR', path)
    const node = parent.names.get(basename(path))
    if (!node) throw fail('ENOENT', path)
    return node
  }

  fileAt(path: string): File {
    const node = this.find(path)
    if (node.kind === 'folder') throw fail('EISDIR', path)
    return node
  }

  folderAt(path: string): Folder {
    const node = this.find(path)
    if (node.kind === 'file') throw fail('ENOTDIR', path)
    return node
  }

  newFile(mode: number): File {
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

  newFolder(): Folder {
    return { kind: 'folder', number: this.#numbers++, names: new Map(), durable: new Map(), unsynced: [] }
  }

  /** Makes a file look written just now. */
  touch(file: File): void {
    file.changed = this.#ticks++
  }

  makeFolder(path: string): Folder {
    if (path === '/') return this.#root
    const parent = this.makeFolder(dirname(path))
    const there = parent.names.get(basename(path))
    if (there?.kind === 'file') throw fail('EEXIST', path)
    if (there) return there
    const folder = this.newFolder()
    this.name(parent, [[basename(path), folder]])
    return folder
  }

  /** Gives, takes or passes on names in a folder, all at the same instant. */
  name(folder: Folder, naming: readonly (readonly [string, Node | undefined])[]) {
    for (const [name, node] of naming) {
      if (node) folder.names.set(name, node)
      else folder.names.delete(name)
    }
    folder.unsynced.push(new Map(naming))
  }

  syncFolder(folder: Folder) {
    folder.durable = new Map(folder.names)
    folder.unsynced = []
  }
}
