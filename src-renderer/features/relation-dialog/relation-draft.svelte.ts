import type { Change } from '@core/change/change'
import { inOneChange } from '@core/change/in-one-change'
import { isRefusal, type Refusal } from '@core/change/refusal'
import { addRelation, editRelation, type RelationFields } from '@core/commands/relations'
import { editSource } from '@core/commands/sources'
import { newTypeId } from '@core/commands/vocabulary'
import type { Graph } from '@core/graph/graph'
import { propertiesOfType } from '@core/queries/type-properties'
import { plainFields } from '@core/records/fields'
import type { Relation } from '@core/records/records'
import { ClaimDraft } from '../../forms/claim-draft.svelte'
import { EntityChoice } from '../../forms/entity-choice.svelte'
import { PlainDraft } from '../../forms/plain-draft.svelte'
import { PropertiesDraft } from '../../forms/properties-draft.svelte'
import { RelationTypeChoice } from '../../forms/relation-type-choice.svelte'
import type { App } from '../../state/app.svelte'

type Step = (graph: Graph) => Change | Refusal

/** A relation as it is being written: its ends, its type, and, where it is new, its first claim. */
export class RelationDraft {
  from = $state.raw() as EntityChoice
  to = $state.raw() as EntityChoice
  readonly type: RelationTypeChoice
  readonly plain: PlainDraft
  readonly properties: PropertiesDraft
  readonly claim: ClaimDraft
  readonly #app: App
  readonly #record: Relation | undefined

  readonly missing: string | undefined = $derived.by(
    () =>
      missingAt(this.from, 'Choose where the relation begins.') ??
      this.#missingType() ??
      missingAt(this.to, 'Choose where the relation leads to.') ??
      (this.from.id !== undefined && this.from.id === this.to.id
        ? 'Both ends are the same. Choose another one.'
        : undefined) ??
      this.plain.missing ??
      this.properties.missing ??
      (this.#record || this.claim.isEmpty ? undefined : this.claim.missing)
  )

  constructor(app: App, relation: Relation | undefined, ends: { readonly from?: string; readonly to?: string }) {
    this.#app = app
    this.#record = relation
    this.from = new EntityChoice(app, relation?.from ?? ends.from)
    this.to = new EntityChoice(app, relation?.to ?? ends.to)
    this.type = new RelationTypeChoice(app, relation?.type)
    this.plain = new PlainDraft(plainFields('relation'), relation)
    this.properties = new PropertiesDraft(
      () => propertiesOfType(app.doc.graph, 'relationType', this.type.id ?? ''),
      relation?.properties
    )
    this.claim = new ClaimDraft(app)
  }

  /** Turns the relation round. */
  swap() {
    const { from, to } = this
    this.from = to
    this.to = from
  }

  /** Everything as one change, under these ids where something is new. */
  change(id: string): { readonly change: Change | Refusal; readonly from: string; readonly to: string } {
    const { from, to, type } = this
    const ids = { from: from.id ?? this.#app.newId('e'), to: to.id ?? this.#app.newId('e') }
    const typeId = type.id ?? newTypeId(this.#app.doc.graph, 'relationType', type.text)
    const steps: Step[] = [
      ...from.steps(ids.from).map(within('from')),
      ...to.steps(ids.to).map(within('to')),
      (graph) => this.#widened(graph, typeId, ids),
      (graph) =>
        this.#relate(graph, id, { type: typeId, ...ids, ...this.plain.fields, properties: this.properties.fields })
    ]
    const { source } = this.claim
    const { regraded } = source
    if (regraded && !this.claim.isEmpty && source.id !== undefined) {
      const edited = { id: source.id, reliability: regraded }
      steps.push((graph) => editSource(graph, edited))
    }
    const verb = this.#record ? 'Edit' : 'Connect'
    const label = `${verb} ${from.name} ${this.#record ? 'and' : 'to'} ${to.name}`.slice(0, 200)
    return { change: inOneChange(this.#app.doc.graph, label, steps), ...ids }
  }

  get snapshot() {
    const { from, type, to, plain, properties, claim } = this
    return [from, type, to, plain, properties, claim].map((part) => part.snapshot)
  }

  #missingType(): string | undefined {
    if (this.type.id !== undefined) return undefined
    if (!this.type.isNew) return 'Choose how they are related.'
    return this.type.back === '' ? `Say how “${this.type.text.trim()}” reads back from the other end.` : undefined
  }

  #widened(graph: Graph, typeId: string, ends: { readonly from: string; readonly to: string }): Change | Refusal {
    const types = { from: graph.get('entity', ends.from)?.type ?? '', to: graph.get('entity', ends.to)?.type ?? '' }
    return inOneChange(graph, '', this.type.steps(typeId, types.from, types.to))
  }

  #relate(graph: Graph, id: string, fields: RelationFields) {
    if (this.#record) return editRelation(graph, { id, ...fields })
    const { claim } = this
    if (claim.isEmpty) return addRelation(graph, { id, ...fields })
    const { newSource } = claim
    return addRelation(graph, {
      id,
      ...fields,
      claim: { id: this.#app.newId('c'), ...claim.fields, recorded: this.#app.now() },
      ...(newSource && { source: { id: this.#app.newId('s'), ...newSource } })
    })
  }
}

function missingAt(end: EntityChoice, nothing: string): string | undefined {
  if (end.isEmpty) return nothing
  if (!end.isNew) return undefined
  if (end.lookalikes.open) return `First say what “${end.name}” is: choose one of the three answers.`
  if (end.lookalikes.waiting) return end.lookalikes.waiting
  return end.type.isEmpty ? `Choose what “${end.name}” is.` : undefined
}

/** Puts the name of the end before the field that a step finds at fault, so that the error stands where it was typed. */
const within =
  (end: string) =>
  (step: Step): Step =>
  (graph) => {
    const result = step(graph)
    return isRefusal(result) ? { ...result, field: `${end}.${result.field ?? ''}` } : result
  }
