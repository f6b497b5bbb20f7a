import type { Change } from '@core/change/change'
import { isRefusal, type Refusal } from '@core/change/refusal'
import { orderTypes } from '@core/commands/edit-types'
import { planImportVocabulary } from '@core/commands/import-vocabulary'
import { planMergeTypes, planRemoveType, type TypePlan } from '@core/commands/merge-types'
import { addEntityType, addRelationType, newTypeId } from '@core/commands/vocabulary'
import { Graph } from '@core/graph/graph'
import { type TypeKind, typesInOrder, typesJoining } from '@core/queries/type-properties'
import type { AnyRecord, EntityType, RelationType } from '@core/records/records'
import { readJson } from '@core/text/json'
import type { App } from '../../state/app.svelte'
import { retypedWords, vocabularyWords } from './plan-words'

/** What is asked before a change: what it does, in numbers. */
export interface Question {
  readonly title: string
  readonly sentences: readonly string[]
  /** The word of the button; absent: there is nothing to be done. */
  readonly go?: string
  readonly change: Change | Refusal
  /** The types of which one is chosen: for a merge, or for what has the type that goes. */
  readonly choice?: {
    readonly kind: TypeKind
    readonly doing: 'merge' | 'remove'
    readonly id: string
    readonly to: string
  }
  /** Called when it is done. */
  readonly done?: () => void
}

/** What the vocabulary dialog shows and does. Every change goes to the document at once. */
export class VocabularyEditor {
  readonly #app: App
  entityType = $state('')
  /** The relation type whose form is open. */
  relationType = $state<string>()
  search = $state('')
  /** Whether relation types that do not join the chosen type are listed too. */
  all = $state(false)
  question = $state.raw<Question>()
  /** The type that is renamed in its list. */
  renaming = $state<{ readonly kind: TypeKind; readonly id: string }>()
  problem = $state.raw<Refusal>()
  notice = $state<string>()

  readonly graph: Graph = $derived.by(() => this.#app.doc.graph)
  readonly readOnly: boolean = $derived.by(() => this.#app.doc.readOnly !== undefined)
  readonly entityTypes: readonly EntityType[] = $derived.by(() => typesInOrder(this.graph, 'entityType'))
  readonly shownEntityTypes = $derived.by(() => this.entityTypes.filter((type) => this.#isFound(type)))
  readonly joining = $derived.by(() => (this.chosen ? typesJoining(this.graph, this.chosen.id) : []))
  readonly relationTypes: readonly RelationType[] = $derived.by(() => {
    const every = this.all || !this.chosen || this.search.trim() !== ''
    return (every ? typesInOrder(this.graph, 'relationType') : this.joining).filter((type) => this.#isFound(type))
  })
  readonly chosen: EntityType | undefined = $derived.by(
    () => this.graph.get('entityType', this.entityType) ?? this.entityTypes[0]
  )
  readonly relation: RelationType | undefined = $derived.by(() =>
    this.relationType === undefined ? undefined : this.graph.get('relationType', this.relationType)
  )

  constructor(app: App) {
    this.#app = app
  }

  #isFound(type: EntityType | RelationType): boolean {
    const wanted = this.search.trim().toLowerCase()
    const words = [
      type.label,
      type.kind === 'entityType' ? (type.plural ?? '') : type.inverse,
      ...(type.properties ?? []).map(({ name }) => name)
    ]
    return wanted === '' || words.some((word) => word.toLowerCase().includes(wanted))
  }

  /** Carries a change out at once; what is refused is told where it was typed. */
  run(change: Change | Refusal): boolean {
    this.problem = this.#app.doc.run(change)
    return this.problem === undefined
  }

  /** The refusal of a field, as it was typed last. */
  at = (field: string): string | undefined => (this.problem?.field === field ? this.problem.refused : undefined)

  ask(question: Question) {
    this.problem = undefined
    this.question = question
  }

  answer() {
    const { question } = this
    this.question = undefined
    if (question && this.run(question.change)) question.done?.()
  }

  /** A new type under a word that nobody has yet, ready to be renamed. */
  add(kind: TypeKind) {
    const { graph } = this
    const taken = new Set([...graph.all(kind).values()].map(({ label }) => label.toLowerCase()))
    const base = kind === 'entityType' ? 'New type' : 'new relation'
    let label = base
    for (let number = 2; taken.has(label.toLowerCase()); number++) label = `${base} ${number}`
    const id = newTypeId(graph, kind, label)
    const ends = this.chosen && kind === 'relationType' ? { from: [this.chosen.id] } : {}
    const change =
      kind === 'entityType'
        ? addEntityType(graph, { id, label })
        : addRelationType(graph, { id, label, inverse: label, ...ends })
    if (!this.run(change)) return
    this.search = ''
    if (kind === 'entityType') this.entityType = id
    this.renaming = { kind, id }
  }

  move(kind: TypeKind, id: string, by: -1 | 1) {
    const ids = (kind === 'entityType' ? this.entityTypes : typesInOrder(this.graph, 'relationType')).map(
      (type) => type.id
    )
    const at = ids.indexOf(id)
    const to = at + by
    if (this.readOnly || at < 0 || to < 0 || to >= ids.length) return
    ids.splice(to, 0, ...ids.splice(at, 1))
    this.run(orderTypes(this.graph, kind, ids))
  }

  /** Asks into which type one goes; `to` blank while none is chosen. */
  askMerge(kind: TypeKind, id: string, to = '') {
    const choice = { kind, doing: 'merge' as const, id, to }
    const title = `Merge “${this.#label(kind, id)}” into ${to === '' ? '…' : `“${this.#label(kind, to)}”?`}`
    const plan = planMergeTypes(this.graph, { kind, from: id, to })
    if (to === '' || isRefusal(plan)) return this.ask({ title, sentences: [], change: plan as Refusal, choice })
    this.ask({
      ...this.#planned(kind, plan, id, this.#label(kind, to), 'Merge'),
      title,
      choice,
      done: () => this.#goTo(kind, to)
    })
  }

  /** Asks what becomes of what has a type; `to` blank for “Other”. */
  askRemove(kind: TypeKind, id: string, to = '') {
    const title = `Remove “${this.#label(kind, id)}”?`
    const plan = planRemoveType(this.graph, { kind, id, ...(to !== '' && { to }) })
    const choice = { kind, doing: 'remove' as const, id, to }
    if (isRefusal(plan)) return this.ask({ title, sentences: [plan.refused], change: plan, choice })
    const word = to === '' ? 'Other' : this.#label(kind, to)
    this.ask({
      ...this.#planned(kind, plan, id, word, 'Remove'),
      title,
      ...(plan.moved > 0 && { choice }),
      done: () => this.#goTo(kind, to)
    })
  }

  /** Takes over the types of a graph file that the user chooses. */
  async takeOver() {
    const result = await this.#app.client.request('new:like', {})
    this.notice = result.outcome === 'failed' ? result.message : undefined
    if (result.outcome !== 'read') return
    const records: readonly AnyRecord[] = readJson(result.types) as never
    const name = result.title || result.name
    const plan = planImportVocabulary(this.graph, Graph.of('', records), name)
    const isNothing = plan.change.edits.length === 0
    this.ask({
      title: `Take over the types of “${name}”?`,
      sentences: [...vocabularyWords(plan), ...(isNothing ? ['Everything in it is here already.'] : [])],
      change: plan.change,
      ...(!isNothing && { go: 'Take over' })
    })
  }

  async save() {
    const result = await this.#app.client.request('new:save-types', { handle: this.#app.doc.handle })
    if (result.outcome === 'failed') this.notice = result.message
    if (result.outcome === 'saved') this.notice = `Saved as “${result.name}”.`
  }

  #planned(kind: TypeKind, plan: TypePlan, id: string, word: string, verb: string) {
    const sentences = retypedWords(this.graph, kind, plan, this.#label(kind, id), word)
    return { sentences, go: verb, change: plan.change }
  }

  #goTo(kind: TypeKind, id: string) {
    if (kind === 'entityType') this.entityType = id
    else this.relationType = undefined
  }

  #label = (kind: TypeKind, id: string): string => this.graph.get(kind, id)?.label ?? id
}
