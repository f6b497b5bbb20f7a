import type { Change } from '@core/change/change'
import type { Refusal } from '@core/change/refusal'
import { type Fate, SPLIT_FIELDS, splitEntity } from '@core/commands/split-entity'
import type { Graph } from '@core/graph/graph'
import { relationsAt } from '@core/queries/neighbours'
import { relationLine } from '@core/queries/relation-labels'
import type { Entity } from '@core/records/records'
import { SvelteMap } from 'svelte/reactivity'
import { entityFieldInWords, entityFieldLabel } from '../../forms/field-words'
import type { App } from '../../state/app.svelte'

/** What becomes of a part: it stays, goes to the new one, or both have it. */
export type Part = 'stay' | Fate

/** One thing that can be handed out. */
interface SplitRow {
  readonly key: string
  readonly label: string
  readonly note?: string
  /** Whether both can have it. */
  readonly both: boolean
}

/** Some of them under a heading. */
export interface SplitGroup {
  readonly id: 'names' | 'fields' | 'relations' | 'claims' | 'attributions'
  readonly title: string
  readonly rows: readonly SplitRow[]
}

/** What goes where when an entity is split. */
export class SplitDraft {
  name = $state('')
  type = $state('')
  readonly newId: string
  readonly #app: App
  readonly #id: string
  readonly #parts = new SvelteMap<string, Part>()
  /** Ids of copies, the same however often the preview is made. */
  readonly #copies = new Map<string, string>()

  constructor(app: App, id: string) {
    this.#app = app
    this.#id = id
    this.newId = app.newId('e')
    this.type = this.entity?.type ?? ''
  }

  get entity(): Entity | undefined {
    return this.#app.doc.graph.get('entity', this.#id)
  }

  /** All that there is to hand out. */
  readonly groups: readonly SplitGroup[] = $derived.by(() => {
    const { graph } = this.#app.doc
    const entity = this.entity
    if (!entity) return []
    const shared = relationsAt(graph, entity.id).filter(({ id }) => this.partOf('relations', id) === 'both')
    const about = [entity.id, ...shared.map(({ id }) => id)].flatMap((id) => graph.claimsAbout(id))
    const groups: readonly SplitGroup[] = [
      { id: 'names', title: 'Names', rows: namesOf(entity) },
      { id: 'fields', title: 'What is known of it', rows: fieldsOf(graph, entity) },
      { id: 'relations', title: 'Relations', rows: relationsOf(graph, entity) },
      { id: 'claims', title: 'Claims', rows: claimRows(graph, about) },
      { id: 'attributions', title: 'Said by it', rows: claimRows(graph, graph.claimsAttributedTo(entity.id)) }
    ]
    return groups.filter(({ rows }) => rows.length > 0)
  })

  partOf = (group: SplitGroup['id'], key: string): Part => this.#parts.get(`${group} ${key}`) ?? 'stay'

  put(group: SplitGroup['id'], key: string, part: Part) {
    this.#parts.set(`${group} ${key}`, part)
  }

  /** How many go to the new one or to both. */
  readonly moved: number = $derived.by(
    () => this.groups.flatMap(({ id, rows }) => rows.filter(({ key }) => this.partOf(id, key) !== 'stay')).length
  )

  readonly change: Change | Refusal = $derived.by(() =>
    splitEntity(this.#app.doc.graph, {
      ...{ id: this.#id, newId: this.newId, name: this.name, type: this.type },
      names: this.#fates('names'),
      fields: this.#fates('fields'),
      relations: this.#fates('relations'),
      copyId: this.#copyId,
      claims: new Set(this.#fates('claims').keys()),
      attributions: new Set(this.#fates('attributions').keys())
    })
  )

  #fates(group: SplitGroup['id']): ReadonlyMap<string, Fate> {
    const rows = this.groups.find(({ id }) => id === group)?.rows ?? []
    return new Map(
      rows.flatMap(({ key }) => {
        const part = this.partOf(group, key)
        return part === 'stay' ? [] : [[key, part] as const]
      })
    )
  }

  #copyId = (relation: string) => {
    const id = this.#copies.get(relation) ?? this.#app.newId('r')
    this.#copies.set(relation, id)
    return id
  }
}

const namesOf = ({ aliases }: Entity): readonly SplitRow[] =>
  [...new Set(aliases.map(({ text }) => text))].map((text) => ({ key: text, label: text, both: true }))

function fieldsOf(graph: Graph, { summary, period, properties = {} }: Entity): readonly SplitRow[] {
  const plain = { summary, period: period === undefined ? undefined : String(period) }
  const values = [
    ...SPLIT_FIELDS.map((field) => [field, plain[field]] as const),
    ...Object.entries(properties).map(([key, value]) => [`properties.${key}`, value] as const)
  ]
  return values.flatMap(([key, value]) =>
    value === undefined
      ? []
      : [{ key, label: entityFieldLabel(key), note: entityFieldInWords(graph, key, value), both: true }]
  )
}

const relationsOf = (graph: Graph, { id }: Entity): readonly SplitRow[] =>
  relationsAt(graph, id).map((relation) => {
    const claims = graph.claimsAbout(relation.id).length
    return {
      key: relation.id,
      label: relationLine(graph, relation),
      note: `${claims} ${claims === 1 ? 'claim' : 'claims'}`,
      both: true
    }
  })

const claimRows = (graph: Graph, ids: readonly string[]): readonly SplitRow[] =>
  ids.flatMap((id) => {
    const claim = graph.get('claim', id)
    const note = claim && graph.get('source', claim.source)?.title
    return claim ? [{ key: id, label: claim.statement, ...(note !== undefined && { note }), both: false }] : []
  })
