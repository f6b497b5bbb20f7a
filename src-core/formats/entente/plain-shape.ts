import { dateProblem } from '../../records/dates'
import { AliasKind, type Kind, Stance } from '../../records/records'
import { MAX_NAME, MAX_TEXT } from '../../records/text'

// The schemas judge every record. These checks only say of the common ones, fifty times faster, that the schema would
// take them as they are; whoever fails here is put before the schema. So they may be too strict, never too lenient.

type Fields = Readonly<Record<string, unknown>>

/** How deep a field that we do not know may be nested; JSON itself sets no limit, our recursion does. */
export const DEEPEST = 64

/** Whether the schema of that kind would certainly take this record, `kind` and an absent `aliases` aside. */
export function isPlain(kind: Kind, record: Fields, dates: Map<string, boolean>): boolean {
  switch (kind) {
    case 'entity':
      return isEntity(record, dates)
    case 'relation':
      return isRelation(record)
    case 'claim':
      return isClaim(record, dates)
    default:
      return false
  }
}

/** Whether a JSON value is nested no deeper than that many levels. */
export function isShallow(value: unknown, levels = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (levels === 0) return false
  for (const part of Object.values(value)) if (!isShallow(part, levels - 1)) return false
  return true
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_TEXT && !value.includes('\0') && value.isWellFormed()

const isName = (value: unknown) =>
  isText(value) && value.length <= MAX_NAME && /\S/.test(value) && !/[\r\n\u2028\u2029]/.test(value)

const isId = (value: unknown) => typeof value === 'string' && value.length <= 200 && /^[!-~]+$/.test(value)

const isCount = (value: unknown, least: number) => Number.isSafeInteger(value) && (value as number) >= least

function isDate(value: unknown, dates: Map<string, boolean>): boolean {
  if (typeof value !== 'string' || value.length > 40) return false
  let known = dates.get(value)
  if (known === undefined) {
    known = dateProblem(value) === undefined
    dates.set(value, known)
  }
  return known
}

const INSTANT = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/

const isInstant = (value: unknown, dates: Map<string, boolean>) =>
  typeof value === 'string' && INSTANT.test(value) && isDate(value.slice(0, 10), dates)

function isEntity(record: Fields, dates: Map<string, boolean>): boolean {
  for (const key in record) {
    const value = record[key]
    switch (key) {
      case 'id':
      case 'type':
        if (!isId(value)) return false
        break
      case 'name':
        if (!isName(value)) return false
        break
      case 'aliases':
        if (!Array.isArray(value) || value.length > 500 || !value.every(isAlias)) return false
        break
      case 'summary':
        if (!isText(value)) return false
        break
      case 'period':
        if (!isDate(value, dates)) return false
        break
      case 'kind':
      case 'properties':
        return false
      default:
        if (!isShallow(value)) return false
    }
  }
  return record.id !== undefined && record.type !== undefined && record.name !== undefined
}

const ALIAS_KINDS: ReadonlySet<unknown> = new Set(AliasKind.options)

function isAlias(alias: Fields | null): boolean {
  if (typeof alias !== 'object' || alias === null || !isName(alias.text) || !ALIAS_KINDS.has(alias.kind)) return false
  for (const key in alias) {
    if (key === 'script') {
      if (typeof alias.script !== 'string' || !/^[A-Z][a-z]{3}$/.test(alias.script)) return false
    } else if (key !== 'text' && key !== 'kind' && !isShallow(alias[key])) return false
  }
  return true
}

function isRelation(record: Fields): boolean {
  for (const key in record) if (key === 'kind' || (!RELATION_KEYS.has(key) && !isShallow(record[key]))) return false
  return isId(record.id) && isId(record.type) && isId(record.from) && isId(record.to)
}

const RELATION_KEYS: ReadonlySet<string> = new Set(['id', 'type', 'from', 'to'])

const STANCES: ReadonlySet<unknown> = new Set(Stance.options)

function isClaim(record: Fields, dates: Map<string, boolean>): boolean {
  for (const key in record) {
    const value = record[key]
    switch (key) {
      case 'id':
      case 'about':
      case 'source':
      case 'basedOn':
        if (!isId(value)) return false
        break
      case 'property':
      case 'attributedTo':
        if (!isName(value)) return false
        break
      case 'stance':
        if (!STANCES.has(value)) return false
        break
      case 'statement':
        if (!isText(value) || value === '') return false
        break
      case 'note':
        if (!isText(value)) return false
        break
      case 'when':
        if (!isDate(value, dates)) return false
        break
      case 'locator':
        if (!isLocator(value)) return false
        break
      case 'credibility':
        if (!isCount(value, 1) || (value as number) > 6) return false
        break
      case 'recorded':
        if (!isInstant(value, dates)) return false
        break
      case 'kind':
        return false
      default:
        if (!isShallow(value)) return false
    }
  }
  return CLAIM_REQUIRED.every((key) => record[key] !== undefined)
}

const CLAIM_REQUIRED = ['id', 'about', 'stance', 'statement', 'source', 'credibility', 'recorded']

function isLocator(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  for (const [key, part] of Object.entries(value)) {
    if (key === 'paragraph' || key === 'page') {
      if (!isCount(part, 1)) return false
    } else if (key === 'start' || key === 'end') {
      if (!isCount(part, 0)) return false
    } else if (!isShallow(part)) return false
  }
  return true
}
