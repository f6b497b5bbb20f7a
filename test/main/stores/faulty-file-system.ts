import { disk, type FileSystem } from '@main/stores/file-system'

/** A file system with one fault: the step with this number, counted from 1, fails with this code. */
export class FaultyFileSystem implements FileSystem {
  /** Names of the steps taken, in order. */
  readonly steps: string[] = []
  /** The step to fail; none by default. */
  failAt = 0
  /** The error to fail with. */
  code = 'EIO'
  /** Fails each step from failAt on, not only that one. */
  forGood = false
  /** Is called before each step with its number: another program may do something just then. */
  before: (step: number) => Promise<void> = async () => {}
  readonly #inner: FileSystem

  constructor(inner: FileSystem = disk) {
    this.#inner = inner
  }

  async #step<T>(name: string, act: () => Promise<T>): Promise<T> {
    this.steps.push(name)
    const number = this.steps.length
    await this.before(number)
    if (this.failAt > 0 && (number === this.failAt || (this.forGood && number > this.failAt)))
      throw Object.assign(new Error(`${this.code}: ${name}`), { code: this.code })
    return act()
  }

  resolve = (path: string) => this.#step('resolve', () => this.#inner.resolve(path))
  facts = (path: string) => this.#step('facts', () => this.#inner.facts(path))
  read = (path: string) => this.#step('read', () => this.#inner.read(path))
  list = (path: string) => this.#step('list', () => this.#inner.list(path))
  checkWritable = (path: string) => this.#step('checkWritable', () => this.#inner.checkWritable(path))
  rename = (from: string, to: string) => this.#step('rename', () => this.#inner.rename(from, to))
  link = (from: string, to: string) => this.#step('link', () => this.#inner.link(from, to))
  remove = (path: string) => this.#step('remove', () => this.#inner.remove(path))
  makeFolder = (path: string) => this.#step('makeFolder', () => this.#inner.makeFolder(path))
  removeFolder = (path: string) => this.#step('removeFolder', () => this.#inner.removeFolder(path))

  async openToRead(path: string) {
    const file = await this.#step('openToRead', () => this.#inner.openToRead(path))
    return {
      // Less than there is room for, as a disk may: readers must go on.
      read: (into: Uint8Array) =>
        this.#step('readOn', () => file.read(into.subarray(0, Math.max(1, Math.ceil(into.length / 2))))),
      close: async () => {
        await file.close()
        await this.#step('closeRead', async () => {})
      }
    }
  }

  async create(path: string, mode: number) {
    const file = await this.#step('create', () => this.#inner.create(path, mode))
    return {
      // Half of what it is given, as a disk may: writers must go on.
      write: (bytes: Uint8Array) =>
        this.#step('write', () => file.write(bytes.subarray(0, Math.max(1, Math.ceil(bytes.length / 2))))),
      truncate: (size: number) => this.#step('truncate', () => file.truncate(size)),
      setMode: (mode: number) => this.#step('setMode', () => file.setMode(mode)),
      setOwner: (owner: { user: number; group: number }) => this.#step('setOwner', () => file.setOwner(owner)),
      sync: () => this.#step('sync', () => file.sync()),
      // What cannot be closed is not open any more either (POSIX leaves it open to the system): no descriptor is left.
      close: async () => {
        await file.close()
        await this.#step('close', async () => {})
      }
    }
  }

  async openFolder(path: string) {
    const folder = await this.#step('openFolder', () => this.#inner.openFolder(path))
    return {
      sync: () => this.#step('syncFolder', () => folder.sync()),
      close: async () => {
        await folder.close()
        await this.#step('closeFolder', async () => {})
      }
    }
  }
}
