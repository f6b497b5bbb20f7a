import { nameKey } from '../graph/name-key'
import { tableDate } from './dates'
import { headKey, PROPERTY, ROLE_OF_HEAD, type Role } from './roles'
import type { Sheet } from './sheet'
import { gradeOf, stanceOf } from './words'

/** Rows of which the values are looked at. */
const LOOKED_AT = 200
/** Which part of the values must be of a kind, and how many there must be. */
const MOST_OF = 0.8
const FEW = 3

/** What the guess needs to know of a graph: whether something is called so. */
export interface KnownWords {
  readonly isName: (key: string) => boolean
  readonly isRelation: (word: string) => boolean
  readonly isType: (word: string) => boolean
}

/** The role of each column and, where one tells the rows apart, the key: from their names first, then from their values. */
export function guessRoles(
  sheet: Sheet,
  known: KnownWords
): { readonly roles: readonly Role[]; readonly key?: string } {
  const columns = sheet.heads.map((head, at) => new Column(head, valuesOf(sheet, at)))
  const keys = columns.map(({ head }) => headKey(head))
  const roles: (Role | undefined)[] = keys.map((key) => ROLE_OF_HEAD.get(key))
  edgeList(keys, roles)
  once(roles)
  byValues(columns, roles, known)
  const [from, to] = [roles.indexOf('from'), roles.indexOf('to')]
  // Something is done to or by what has the name.
  if (from < 0 && to >= 0) replace(roles, 'name', 'from')
  if (from >= 0 && to < 0) replace(roles, 'name', 'to')
  const isRelations = roles.includes('from') && roles.includes('to')
  if (!isRelations && !roles.includes('name')) {
    const other = [from, to, columns.findIndex((column, at) => roles[at] === undefined && column.isWords)]
    const first = other.find((at) => at >= 0)
    if (first !== undefined) roles[first] = 'name'
  }
  if (isRelations) replace(roles, 'type', roles.includes('relation') ? 'ignore' : 'relation')
  const key = columns.find((column, at) => isKeyHead(keys[at] ?? '') && column.isUnique)
  return {
    roles: columns.map((column, at): Role => {
      const role = roles[at]
      if (role) return role
      return column === key || isKeyHead(keys[at] ?? '') || column.isEmpty ? 'ignore' : `${PROPERTY}${column.head}`
    }),
    ...(key && sheet.rows.length > 0 && { key: key.head })
  }
}

const KEY_HEADS =
  /^(?:(?:row|record|entry|event|case)? ?(?:id|key|no|nr|number|uuid|guid)|identifier|lfd nr|номер|رقم)$/
const isKeyHead = (key: string) => KEY_HEADS.test(key)

/** Lists of edges call their ends source and target, and the relation type or label. */
function edgeList(keys: readonly string[], roles: (Role | undefined)[]) {
  const [source, target] = [keys.indexOf('source'), keys.indexOf('target')]
  if (source < 0 || target < 0) return
  roles[source] = 'from'
  roles[target] = 'to'
  for (const word of ['relation', 'label', 'type']) {
    const at = keys.indexOf(word)
    if (at < 0 || (word !== 'relation' && roles.includes('relation'))) continue
    roles[at] = 'relation'
  }
}

/** Of two columns with one role the first has it. */
function once(roles: (Role | undefined)[]) {
  const seen = new Set<Role>()
  for (const [at, role] of roles.entries()) {
    if (role === undefined || role === 'alias' || role === 'note') continue
    if (seen.has(role)) roles[at] = undefined
    seen.add(role)
  }
}

function replace(roles: (Role | undefined)[], role: Role, by: Role) {
  const at = roles.indexOf(role)
  if (at >= 0) roles[at] = by
}

function byValues(columns: readonly Column[], roles: (Role | undefined)[], known: KnownWords) {
  const give = (role: Role, isSo: (column: Column) => boolean) => {
    if (roles.includes(role)) return
    const at = columns.findIndex((column, at) => roles[at] === undefined && !column.isEmpty && isSo(column))
    if (at >= 0) roles[at] = role
  }
  // A day of an entity may be anything: when it was founded, or last seen.
  const isEntities = roles.includes('name') && !roles.includes('from') && !roles.includes('to')
  if (!isEntities) give('date', (column) => column.mostly(isDateLike))
  give('grade', (column) =>
    column.mostly((text) => /^[A-F]\s*[-/]?\s*[1-6]$/i.test(text) && gradeOf(text) !== undefined)
  )
  // “supports” is a stance as well: where the graph has it for a relation, it is one.
  give('relation', (column) => column.mostly(known.isRelation))
  give('stance', (column) => column.mostly((text) => stanceOf(text) !== undefined && !/^\d/.test(text)))
  const isNames = (column: Column) => column.mostly((text) => known.isName(nameKey(text)), 0.5)
  if (roles.includes('name') && !roles.includes('relation'))
    return give('type', (column) => column.mostly(known.isType))
  give('from', isNames)
  give('to', isNames)
}

function isDateLike(text: string): boolean {
  if (!/\d/.test(text) || /^\d{1,3}$/.test(text)) return false
  const date = tableDate(text, undefined)
  return 'date' in date || 'orders' in date
}

function valuesOf(sheet: Sheet, at: number): readonly string[] {
  const values: string[] = []
  for (const { cells, problem } of sheet.rows.slice(0, LOOKED_AT)) {
    const text = problem === undefined ? (cells[at] ?? '').trim() : ''
    if (text !== '') values.push(text.slice(0, 300))
  }
  return values
}

class Column {
  readonly head: string
  readonly #values: readonly string[]

  constructor(head: string, values: readonly string[]) {
    this.head = head
    this.#values = values
  }

  get isEmpty(): boolean {
    return this.#values.length === 0
  }

  get isUnique(): boolean {
    return !this.isEmpty && new Set(this.#values).size === this.#values.length
  }

  /** Words rather than numbers. */
  get isWords(): boolean {
    return this.mostly((text) => /\p{L}{2}/u.test(text))
  }

  mostly(isSo: (text: string) => boolean, part = MOST_OF): boolean {
    const yes = this.#values.filter(isSo).length
    return this.#values.length > 0 && yes >= Math.min(FEW, this.#values.length) && yes >= this.#values.length * part
  }
}
