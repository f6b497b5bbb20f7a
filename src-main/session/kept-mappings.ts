import { isRefusal } from '@core/change/refusal'
import { kindOfHeads, Mapping, rolesFor } from '@core/tables/mapping'
import { z } from 'zod'
import { JsonFile } from '../app/json-file'
import type { FileSystem } from '../stores/file-system'

const MOST = 50

const Kept = z.object({ mappings: z.array(Mapping) })

/** What the columns of tables are, as the user has said it before; the newest first. */
export class KeptMappings {
  readonly #file: JsonFile<z.infer<typeof Kept>>

  private constructor(file: JsonFile<z.infer<typeof Kept>>) {
    this.#file = file
  }

  static async open(place: {
    readonly fs: FileSystem
    readonly path: string
    readonly onTrouble: (error: unknown) => void
  }): Promise<KeptMappings> {
    return new KeptMappings(await JsonFile.open(place, Kept, { mappings: [] }))
  }

  /** The mapping that was kept for a table with these heads. */
  forHeads(heads: readonly string[]): Mapping | undefined {
    const kind = kindOfHeads(heads)
    return this.#file.value.mappings.find((one) => kindOf(one) === kind && !isRefusal(rolesFor(one, heads)))
  }

  keep(heads: readonly string[], mapping: Mapping): void {
    const kind = kindOfHeads(heads)
    const others = this.#file.value.mappings.filter((one) => kindOf(one) !== kind)
    this.#file.set({ mappings: [mapping, ...others].slice(0, MOST) })
  }

  settled(): Promise<void> {
    return this.#file.settled()
  }
}

const kindOf = ({ columns }: Mapping) => kindOfHeads(columns.map(({ head }) => head))
