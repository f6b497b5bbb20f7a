import type { Change } from '../change/change'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import type { Edit, Graph } from '../graph/graph'
import { byId } from '../records/ids'
import type { Entity } from '../records/records'
import { changeOf, counted, named } from './change-of'
import { editEntity } from './entities'

/** What to find in names and what to put in its place; plain text, not a pattern. */
export interface NameReplacement {
  readonly find: string
  readonly replace: string
  /** Whether capitals count; not where absent. */
  readonly matchCase?: boolean
  /** Whether only whole words are found. */
  readonly wholeWord?: boolean
}

/** One name that would change: of which entity, from what to what. */
export interface ReplacedName {
  readonly entity: Entity
  readonly before: string
  readonly after: string
}

/** The names, main and other, that a replacement would change among these entities (all where absent), by id of the entity. */
export function replacedNames(
  graph: Graph,
  replacement: NameReplacement,
  ids?: Iterable<string>
): readonly ReplacedName[] {
  const with_ = replacer(replacement)
  const names: ReplacedName[] = []
  for (const entity of among(graph, ids))
    for (const before of [entity.name, ...entity.aliases.map(({ text }) => text)]) {
      const after = with_(before)
      if (after !== before) names.push({ entity, before, after })
    }
  return names
}

/** Replaces a text in names. Refused where a name would be empty, or cannot be one. */
export function replaceInNames(graph: Graph, replacement: NameReplacement, ids?: Iterable<string>): Change | Refusal {
  if (replacement.find.trim() === '') return refuse('Say what to find.', 'find')
  const with_ = replacer(replacement)
  const edits: Edit[] = []
  for (const entity of among(graph, ids)) {
    const name = with_(entity.name)
    const aliases = entity.aliases.map((alias) => ({ ...alias, text: with_(alias.text) }))
    if (name === entity.name && aliases.every(({ text }, at) => text === entity.aliases[at]?.text)) continue
    if (name.trim() === '') return refuse(`Nothing would be left of the name ${named(entity.name)}.`, 'replace')
    const change = editEntity(graph, { id: entity.id, name, aliases })
    if (isRefusal(change)) return refuse(`${named(entity.name)}: ${change.refused}`, 'replace')
    edits.push(...change.edits)
  }
  const { find, replace } = replacement
  return changeOf(
    `Replace “${named(find)}” by “${named(replace)}” in ${counted(edits.length, 'entity', 'entities')}`,
    edits
  )
}

const among = (graph: Graph, ids: Iterable<string> | undefined): readonly Entity[] =>
  (ids ? [...new Set(ids)].flatMap((id) => graph.get('entity', id) ?? []) : [...graph.all('entity').values()]).sort(
    byId
  )

/** In NFC, as names are kept; letters, marks and digits of any script make words. */
function replacer({ find, replace, matchCase, wholeWord }: NameReplacement): (name: string) => string {
  const text = find.normalize('NFC')
  if (text.trim() === '') return (name) => name
  const literal = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const word = '[\\p{L}\\p{M}\\p{N}]'
  const source = wholeWord ? `(?<!${word})${literal}(?!${word})` : literal
  const pattern = new RegExp(source, `gu${matchCase ? '' : 'i'}`)
  return (name) => name.normalize('NFC').replace(pattern, () => replace.normalize('NFC'))
}
