import { FORMAT, SECTIONS, VERSION } from '../../records/sections'
import { Name } from '../../records/text'
import { asPlain } from '../../text/exact-number'
import { isObject } from '../../text/json'
import { check, sentence } from '../../text/problem-messages'
import { plain, quoteValue } from '../../text/quote'
import { type Migration, migrate, type RawFile } from './migrate'
import { EXCESS_WORDS, excessOf, isModest } from './plain-shape'
import type { Located } from './read-records'

/** What a file says beside its records. */
export interface Header {
  readonly file: RawFile
  readonly version: number
  readonly title: string
  readonly found: readonly Located[]
}

/** Reads what a file says beside its records, as the version that this program writes would say it. */
export function readHeader(
  value: unknown,
  migrations: ReadonlyMap<number, Migration>
): Header | { readonly problems: readonly Located[] } {
  const fail = (message: string, ...path: string[]) => ({ problems: [{ message, path }] })
  if (!isObject(value)) return fail(`This is not an Entente graph: the file holds ${quoteValue(value)}.`)
  if (value.format !== FORMAT)
    return value.format === undefined
      ? fail(`This is not an Entente graph: "format": "${FORMAT}" is missing.`)
      : fail(`This is not an Entente graph: "format" must be ${FORMAT}, not ${quoteValue(value.format)}.`, 'format')
  const version = asPlain(value.version)
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 0)
    return fail(`"version" must be a whole number such as ${VERSION}.`, 'version')
  const file = migrate(value, version, migrations)
  if (!file) return fail(`Version ${version} of the file format is not known to this program.`, 'version')
  const title = file.title === undefined || file.title === '' ? { value: '' } : check(Name, file.title)
  const found: Located[] = []
  if ('problems' in title)
    found.push(
      ...title.problems.map(({ words }) => ({ message: sentence('File', { path: ['title'], words }), path: ['title'] }))
    )
  if (file.vocabulary !== undefined && !isObject(file.vocabulary))
    found.push({ message: '"vocabulary" must be an object.', path: ['vocabulary'] })
  for (const [key, value] of Object.entries(file)) if (!KNOWN.has(key)) found.push(...tooMuch(value, [key]))
  for (const [key, value] of Object.entries(isObject(file.vocabulary) ? file.vocabulary : {}))
    if (!VOCABULARY.has(key)) found.push(...tooMuch(value, ['vocabulary', key]))
  return { file, version, title: 'value' in title ? title.value : '', found }
}

function tooMuch(value: unknown, path: readonly string[]): readonly Located[] {
  const excess = excessOf(value)
  return excess
    ? [{ message: `"${path.map((part) => plain(part)).join('.')}" must not be ${EXCESS_WORDS[excess]}.`, path }]
    : []
}

const KNOWN: ReadonlySet<string> = new Set(['format', 'version', 'title', ...SECTIONS.map(({ path }) => path[0])])

/** What this version does not know: fields at the top, and those of the vocabulary under its own name. */
export function extraOf(file: RawFile): ReadonlyMap<string, unknown> {
  const extra = new Map(Object.entries(file).filter(([key, value]) => !KNOWN.has(key) && isModest(value)))
  const vocabulary = isObject(file.vocabulary) ? Object.entries(file.vocabulary) : []
  const unknown = vocabulary.filter(([key, value]) => !VOCABULARY.has(key) && isModest(value))
  return unknown.length > 0 ? extra.set('vocabulary', Object.fromEntries(unknown)) : extra
}

const VOCABULARY: ReadonlySet<string> = new Set(['entityTypes', 'relationTypes'])
