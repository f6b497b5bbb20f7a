import { z } from 'zod'
import { JsonFile } from '../app/json-file'
import type { FileSystem } from '../stores/file-system'

const Attempt = z.object({ opening: z.string().min(1).optional() })

/** A window that draws nothing for this long may look frozen, ms. */
const IMPATIENT = 5_000

/**
 * What is being opened, written down before and taken away when the window has drawn it. Where it still stands there at the
 * next start, that file or its picture froze or ended this program, and is not opened again unasked.
 */
export class LastStart {
  readonly #file: JsonFile<z.infer<typeof Attempt>>
  #ended: string | undefined
  #begun = Number.NEGATIVE_INFINITY

  private constructor(file: JsonFile<z.infer<typeof Attempt>>) {
    this.#file = file
    this.#ended = file.value.opening
  }

  /** Reads what the last start was opening when it ended. */
  static async open(place: {
    readonly fs: FileSystem
    readonly path: string
    readonly onTrouble: (error: unknown) => void
  }): Promise<LastStart> {
    return new LastStart(await JsonFile.open(place, Attempt, {}))
  }

  /** The path or place that the last start was opening when it ended; asked once, as the user then decides. */
  takeEnded(): string | undefined {
    const ended = this.#ended
    this.#ended = undefined
    return ended
  }

  /** Something is to be opened; resolves when that is on the disk. */
  async begin(path: string): Promise<void> {
    this.#begun = performance.now()
    this.#file.set({ opening: path })
    await this.#file.settled()
  }

  /** It is drawn, or was not opened at all. */
  end(): void {
    if (this.#file.value.opening !== undefined) this.#file.set({})
  }

  /** The program is closed as it should be. If that is soon, the user was not waiting for a frozen window. */
  async close(): Promise<void> {
    if (performance.now() - this.#begun < IMPATIENT) this.end()
    await this.settled()
  }

  settled(): Promise<void> {
    return this.#file.settled()
  }
}
