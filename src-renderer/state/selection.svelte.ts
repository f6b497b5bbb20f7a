/** What the user points at: any number of entities, or one relation; and what the pointer is over. */
export class Selection {
  entities = $state.raw<ReadonlySet<string>>(new Set())
  relation = $state<string>()
  hovered = $state<string>()

  /** The one selected entity; undefined when there are none or several. */
  readonly entity = $derived(this.entities.size === 1 ? [...this.entities][0] : undefined)
  readonly empty = $derived(this.entities.size === 0 && this.relation === undefined)

  selectEntities(ids: Iterable<string>) {
    this.relation = undefined
    this.entities = new Set(ids)
  }

  toggleEntity(id: string) {
    const next = new Set(this.entities)
    if (!next.delete(id)) next.add(id)
    this.selectEntities(next)
  }

  /** Selects a relation; `from` is the entity that the inspector came from and goes back to. */
  selectRelation(id: string, from?: string) {
    this.entities = new Set(from ? [from] : [])
    this.relation = id
  }

  /** Lets go of what is no longer there. */
  keepOnly(exists: { readonly entity: (id: string) => boolean; readonly relation: (id: string) => boolean }) {
    const kept = [...this.entities].filter(exists.entity)
    if (kept.length < this.entities.size) this.entities = new Set(kept)
    if (this.relation !== undefined && !exists.relation(this.relation)) this.relation = undefined
    this.hovered = undefined
  }

  clear() {
    this.entities = new Set()
    this.relation = undefined
  }
}
