import { DEEPEST, MAX_TEXT, MOST_BASES } from '../../records/limits'
import { Alias, AliasKind, type Kind, Locator, SCHEMAS, Stance } from '../../records/records'
import { MAX_NAME } from '../../records/text'
import { ExactNumber } from '../../text/exact-number'
import { isInvisibleName } from '../../text/invisible'

// The schemas judge every record. These checks only say of the common ones, fifty times faster, that the schema would
// take them as they are; a record that fails here is checked by the schema. So they may be too strict, never too lenient. A date
// may be any value: see dateFaults.

type Fields = Readonly<Record<string, unknown>>

/** Whether the schema of that kind would certainly take this record, `kind` and an absent `aliases` aside. */
export function isPlain(kind: Kind, record: Fields): boolean {
  switch (kind) {
    case 'entity':
      return isEntity(record)
    case 'relation':
      return isRelation(record)
    case 'claim':
      return isClaim(record)
    default:
      return false
  }
}

/** What makes a JSON value more than we take: nested deeper than n levels, or a text or number in it longer than 1 MiB. */
export function excessOf(value: unknown, levels = DEEPEST): 'depth' | 'length' | undefined {
  if (typeof value === 'string') return value.length > MAX_TEXT ? 'length' : undefined
  if (typeof value !== 'object' || value === null) return undefined
  if (value instanceof ExactNumber) return value.text.length > MAX_TEXT ? 'length' : undefined
  if (levels === 0) return 'depth'
  let found: 'length' | undefined
  for (const part of Object.values(value)) {
    const excess = excessOf(part, levels - 1)
    if (excess === 'depth') return excess
    found ??= excess
  }
  return found
}

/** What must not be, in words. */
export const EXCESS_WORDS = {
  depth: `nested more than ${DEEPEST} levels deep`,
  length: 'longer than 1 MiB in one of its texts'
} as const

/** Whether a JSON value is no more than we take, whatever it says. */
export const isModest = (value: unknown): boolean => excessOf(value) === undefined

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_TEXT && !value.includes('\0') && value.isWellFormed()

const isName = (value: unknown) =>
  isText(value) &&
  value.length <= MAX_NAME &&
  (/[!-~]/.test(value) || !isInvisibleName(value)) &&
  !/[\r\n\u2028\u2029]/.test(value)

const isId = (value: unknown) => typeof value === 'string' && value.length <= 200 && /^[!-~]+$/.test(value)

const isCount = (value: unknown, least: number) => Number.isSafeInteger(value) && (value as number) >= least

// A field of the schema that has no check here is left to the schema.
const keysOf = ({ shape }: { readonly shape: object }): ReadonlySet<string> => new Set(Object.keys(shape))
const ENTITY_KEYS = keysOf(SCHEMAS.entity)
const RELATION_KEYS = keysOf(SCHEMAS.relation)
const CLAIM_KEYS = keysOf(SCHEMAS.claim)
const ALIAS_KEYS = keysOf(Alias)
const LOCATOR_KEYS = keysOf(Locator)

function isEntity(record: Fields): boolean {
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
      // Whatever stands in the place of a date is taken.
      case 'period':
        if (!isModest(value)) return false
        break
      case 'kind':
      case 'properties':
        return false
      default:
        if (ENTITY_KEYS.has(key) || !isModest(value)) return false
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
    } else if (key !== 'text' && key !== 'kind' && (ALIAS_KEYS.has(key) || !isModest(alias[key]))) return false
  }
  return true
}

function isRelation(record: Fields): boolean {
  for (const key in record)
    if (key === 'kind' || (!PLAIN_RELATION.has(key) && (RELATION_KEYS.has(key) || !isModest(record[key])))) return false
  return isId(record.id) && isId(record.type) && isId(record.from) && isId(record.to)
}

const PLAIN_RELATION: ReadonlySet<string> = new Set(['id', 'type', 'from', 'to'])

const STANCES: ReadonlySet<unknown> = new Set(Stance.options)

function isClaim(record: Fields): boolean {
  for (const key in record) {
    const value = record[key]
    switch (key) {
      case 'id':
      case 'about':
      case 'source':
        if (!isId(value)) return false
        break
      case 'basedOn':
        if (
          !isId(value) &&
          !(Array.isArray(value) && value.length > 0 && value.length <= MOST_BASES && value.every(isId))
        )
          return false
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
      case 'locator':
        if (!isLocator(value)) return false
        break
      case 'credibility':
        if (!isCount(value, 1) || (value as number) > 6) return false
        break
      case 'inferred':
        if (typeof value !== 'boolean') return false
        break
      case 'when':
      case 'recorded':
        if (!isModest(value)) return false
        break
      case 'kind':
        return false
      default:
        if (CLAIM_KEYS.has(key) || !isModest(value)) return false
    }
  }
  return CLAIM_REQUIRED.every((key) => record[key] !== undefined)
}

const CLAIM_REQUIRED = ['id', 'about', 'stance', 'statement', 'source', 'credibility']

function isLocator(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  for (const [key, part] of Object.entries(value)) {
    if (key === 'paragraph' || key === 'page') {
      if (!isCount(part, 1)) return false
    } else if (key === 'start' || key === 'end') {
      if (!isCount(part, 0)) return false
    } else if (LOCATOR_KEYS.has(key) || !isModest(part)) return false
  }
  return true
}
