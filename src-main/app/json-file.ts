import { dirname } from 'node:path'
import sjson from 'secure-json-parse'
import type { z } from 'zod'
import { codeOf } from '../stores/error-messages'
import type { FileSystem } from '../stores/file-system'
import { replaceFile } from '../stores/replace-file'

/**
 * A small file in the user's data folder: read once, checked, written whole. One that cannot be
 * read is renamed to `.broken`, and the schema's defaults are used. `onTrouble` is called with write errors.
 */
export class JsonFile<T> {
  readonly #fs: FileSystem
  readonly #path: string
  readonly #onTrouble: (error: unknown) => void
  #value: T
  #written: Promise<void> = Promise.resolve()
  #waiting = false

  private constructor(fs: FileSystem, path: string, value: T, onTrouble: (error: unknown) => void) {
    this.#fs = fs
    this.#path = path
    this.#value = value
    this.#onTrouble = onTrouble
  }

  static async open<S extends z.ZodType>(
    { fs, path, onTrouble }: { fs: FileSystem; path: string; onTrouble: (error: unknown) => void },
    schema: S,
    fallback: z.infer<S>
  ): Promise<JsonFile<z.infer<S>>> {
    return new JsonFile(fs, path, (await read(fs, path, schema, onTrouble)) ?? fallback, onTrouble)
  }

  get value(): T {
    return this.#value
  }

  /** Sets the value at once; writes it to the disk later. */
  set(value: T): void {
    this.#value = value
    if (this.#waiting) return
    this.#waiting = true
    this.#written = this.#written.then(() => this.#write()).catch(this.#onTrouble)
  }

  /** Resolves when the value is on the disk. */
  async settled(): Promise<void> {
    await this.#written
  }

  async #write() {
    this.#waiting = false
    await this.#fs.makeFolder(dirname(this.#path))
    await replaceFile(this.#fs, this.#path, Buffer.from(`${JSON.stringify(this.#value, null, 2)}\n`))
  }
}

async function read<S extends z.ZodType>(
  fs: FileSystem,
  path: string,
  schema: S,
  onTrouble: (error: unknown) => void
): Promise<z.infer<S> | undefined> {
  try {
    return schema.parse(sjson.parse((await fs.read(path)).toString('utf8')))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') await fs.rename(path, `${path}.broken`).catch(onTrouble)
    return undefined
  }
}
