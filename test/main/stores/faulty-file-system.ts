import { disk, type FileSystem } from '@main/stores/file-system'

/** The real disk with one fault: the step with this number, counted from 1, fails with this code. */
export class FaultyFileSystem implements FileSystem {
  /** Names of the steps taken, in order. */
  readonly steps: string[] = []
  /** The step to fail; none by default. */
  failAt = 0
  /** The error to fail with. */
  code = 'EIO'
  /** Fails each step from failAt on, not only that one. */
  forGood = false

  async #step<T>(name: string, act: () => Promise<T>): Promise<T> {
    this.steps.push(name)
    const number = this.steps.length
    if (this.failAt > 0 && (number === this.failAt || (this.forGood && number > this.failAt)))
      throw Object.assign(new Error(`${this.code}: ${name}`), { code: this.code })
    return act()
  }

  resolve = (path: string) => this.#step('resolve', () => disk.resolve(path))
  facts = (path: string) => this.#step('facts', () => disk.facts(path))
  read = (path: string) => this.#step('read', () => disk.read(path))
  checkWritable = (path: string) => this.#step('checkWritable', () => disk.checkWritable(path))
  rename = (from: string, to: string) => this.#step('rename', () => disk.rename(from, to))
  remove = (path: string) => this.#step('remove', () => disk.remove(path))
  makeFolder = (path: string) => this.#step('makeFolder', () => disk.makeFolder(path))

  async create(path: string, mode: number) {
    const file = await this.#step('create', () => disk.create(path, mode))
    return {
      // Half of what it is given, as a disk may: whoever writes must go on.
      write: (bytes: Uint8Array) =>
        this.#step('write', () => file.write(bytes.subarray(0, Math.max(1, Math.ceil(bytes.length / 2))))),
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
    const folder = await this.#step('openFolder', () => disk.openFolder(path))
    return {
      sync: () => this.#step('syncFolder', () => folder.sync()),
      close: async () => {
        await folder.close()
        await this.#step('closeFolder', async () => {})
      }
    }
  }
}
