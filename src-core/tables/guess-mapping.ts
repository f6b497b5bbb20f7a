import { Graph } from '../graph/graph'
import { guessRoles } from './guess-roles'
import type { TableKnowledge } from './lookalikes-of-table'
import type { Mapping } from './mapping'
import type { Sheet } from './sheet'
import { TypeBook } from './type-book'

/** The name of a table without what tells its format. */
const tableTitle = (name: string): string =>
  name.replace(/\.(?:csv|tsv|tab|txt|xlsx|xlsm)$/i, '').slice(0, 200) || 'table'

/** How a table is most likely meant, by the names of its columns, its values, and what the graph knows; yields what is done. */
export function* guessMapping(knowledge: TableKnowledge, sheet: Sheet, hasHeads: boolean): Generator<number, Mapping> {
  const { graph } = knowledge
  const names = yield* knowledge.keys()
  const types = new TypeBook(
    Graph.of('', [...graph.all('entityType').values(), ...graph.all('relationType').values()]),
    false
  )
  const { roles, key } = guessRoles(sheet, {
    isName: (key) => names.has(key),
    isRelation: (word) => types.isRelation(word),
    isType: (word) => types.isEntityType(word)
  })
  return {
    format: 'entente-table-mapping',
    version: 1,
    name: tableTitle(sheet.name),
    hasHeads,
    columns: sheet.heads.map((head, at) => ({ head, role: roles[at] ?? 'ignore' })),
    ...(key !== undefined && { key }),
    newTypes: true
  }
}

/** Whether the first row holds the names of the columns: words, each another, where others have numbers or dates. */
export function seemsToHaveHeads(rows: readonly { readonly cells: readonly string[] }[]): boolean {
  const [first, ...others] = rows.slice(0, 50)
  if (!first) return true
  const heads = first.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const isNumber = (cell: string) => /^[\d.,/: -]+$/.test(cell.trim())
  if (heads.length === 0 || heads.some((head) => isNumber(head) || head.length > 80)) return false
  if (new Set(heads).size < heads.length) return false
  // What stands there again further down is a value.
  return !first.cells.some(
    (cell, at) => cell.trim() !== '' && others.some((row) => row.cells[at]?.trim() === cell.trim())
  )
}
