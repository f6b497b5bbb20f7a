import { kindWithId } from '../commands/rules'
import { quote } from '../text/quote'
import type { RowProblem, RowTexts } from './row-texts'
import { keyId, type Setting } from './setting'

/** The keys of a table's rows, each of which stands once and makes the id of the record of that kind. */
export class RowKeys {
  readonly #setting: Setting
  readonly #kind: 'entity' | 'claim'
  /** The row of each key. */
  readonly #rows = new Map<string, number>()

  constructor(setting: Setting, kind: 'entity' | 'claim') {
    this.#setting = setting
    this.#kind = kind
  }

  /** The id that the row's key makes, undefined where the table has none; or what is wrong with the key. */
  idOf(texts: RowTexts): string | undefined | RowProblem {
    const { columns, graph } = this.#setting
    if (columns.key < 0) return undefined
    const key = texts.at(columns.key)
    if (key === '') return texts.problem('The key is empty.', columns.key)
    const before = this.#rows.get(key)
    if (before !== undefined)
      return texts.problem(`The key ${quote(key)} stands in row ${before} already.`, columns.key)
    this.#rows.set(key, texts.line)
    const id = keyId(this.#setting, key)
    if (id === undefined) return texts.problem('The key is too long.', columns.key)
    const kind = kindWithId(graph, id)
    return kind === undefined || kind === this.#kind
      ? id
      : texts.problem(`The key ${quote(key)} belongs to a ${kind} already.`, columns.key)
  }
}
