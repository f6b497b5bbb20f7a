import type { VocabularyPlan } from '@core/commands/import-vocabulary'
import type { Retyped } from '@core/commands/retyped'
import type { PropertyPlan } from '@core/commands/type-properties'
import type { Graph } from '@core/graph/graph'
import { entityName } from '@core/queries/relation-labels'
import type { TypeKind } from '@core/queries/type-properties'
import type { PropertyDefinition } from '@core/records/property-definitions'
import { PROPERTY_KIND_LABELS } from '@core/records/property-kinds'
import { count, plural } from '../../ui/count'

/** “5 relations”. */
const members = (kind: TypeKind, number: number): string =>
  kind === 'entityType' ? plural(number, 'entity', 'entities') : plural(number, 'relation', 'relations')

const become = (number: number) => (number === 1 ? 'becomes' : 'become')
const mean = (number: number, one: string, many: string) => (number === 1 ? one : many)

/** What becomes of the data when a type goes, one sentence each. `from` and `to`: the words of the types. */
export function retypedWords(
  graph: Graph,
  kind: TypeKind,
  { moved, joined, shownIn, hiddenIn, types }: Retyped,
  from: string,
  to: string
): readonly string[] {
  const [[gone, stays] = []] = joined
  const twin = graph.get('relation', stays ?? gone ?? '')
  const between = twin ? `: ${entityName(graph, twin.from)} and ${entityName(graph, twin.to)}` : ''
  return [
    moved === 0
      ? `Nothing has the type “${from}”.`
      : `${members(kind, moved)} ${become(moved)} “${to}”. All their data and claims stay, with their sources.`,
    ...(joined.size > 0
      ? [
          `${count(joined.size)} ${mean(joined.size, 'falls', 'fall')} together with one that is there${between}${joined.size > 1 ? ' …' : ''}. It has the claims of both then.`
        ]
      : []),
    ...(types > 0
      ? [`${plural(types, 'type names', 'types name')} “${from}” and ${mean(types, 'follows', 'follow')}.`]
      : []),
    ...(moved > 0 && shownIn > 0
      ? [`${plural(shownIn, 'view hides', 'views hide')} “${from}” and would show these from now on.`]
      : []),
    ...(moved > 0 && hiddenIn > 0
      ? [`${plural(hiddenIn, 'view hides', 'views hide')} “${to}” and would hide these from now on.`]
      : [])
  ]
}

/** What becomes of the values when a property is changed. */
export function propertyWords(
  was: PropertyDefinition,
  now: PropertyDefinition,
  { values, converted, unfitting, claims }: PropertyPlan
): readonly string[] {
  const kind = PROPERTY_KIND_LABELS[now.kind].toLowerCase()
  return [
    ...(was.name === now.name ? [] : [`${plural(values, 'value goes', 'values go')} by “${now.name}” then.`]),
    ...(claims > 0 ? [`${plural(claims, 'claim is', 'claims are')} about “${now.name}” then.`] : []),
    ...(converted > 0 ? [`${plural(converted, 'value is', 'values are')} read as ${kind}.`] : []),
    ...(unfitting > 0
      ? [
          `${plural(unfitting, 'value does', 'values do')} not fit “${kind}”: kept as written, and marked where you edit it.`
        ]
      : []),
    ...(values - converted - unfitting > 0 && was.kind !== now.kind
      ? [`${plural(values - converted - unfitting, 'value stays', 'values stay')} as written.`]
      : [])
  ]
}

/** What becomes of the values when a property is removed. */
export const removedPropertyWords = (name: string, { values }: PropertyPlan): readonly string[] => [
  values === 0
    ? `Nothing has a value of “${name}”.`
    : `${plural(values, 'value stays where it is', 'values stay where they are')}, among the other properties.`
]

/** How many conflicts are named one by one. */
const MOST = 8

/** What taking over another vocabulary does. */
export function vocabularyWords({
  newEntityTypes,
  newRelationTypes,
  filled,
  same,
  conflicts
}: VocabularyPlan): readonly string[] {
  const named = (words: readonly string[]) =>
    `${words
      .slice(0, 6)
      .map((word) => `“${word}”`)
      .join(', ')}${words.length > 6 ? ' …' : ''}`
  const fresh = (words: readonly string[], one: string, many: string) =>
    words.length > 0 ? [`${plural(words.length, one, many)}: ${named(words)}.`] : []
  return [
    ...fresh(newEntityTypes, 'new entity type', 'new entity types'),
    ...fresh(newRelationTypes, 'new relation type', 'new relation types'),
    ...(filled > 0
      ? [`${plural(filled, 'type of yours gets', 'types of yours get')} properties or ends that it has not yet.`]
      : []),
    ...(same > 0 ? [`${plural(same, 'type is', 'types are')} the same already.`] : []),
    ...conflicts
      .slice(0, MOST)
      .map(({ label, what, ours, theirs }) =>
        what === 'look'
          ? `“${label}” looks different there. Yours stays.`
          : `The ${what} of “${label}” is “${theirs}” there. Yours stays: “${ours}”.`
      ),
    ...(conflicts.length > MOST ? [`${count(conflicts.length - MOST)} more differ. Yours stay.`] : [])
  ]
}
