import type { EntityFields } from '@core/commands/entities'
import type { PasswordNeeded } from '@core/contract/hosted'
import type { Problem } from '@core/text/problem-messages'

type NoFields = Record<never, never>

/** What each dialog begins with: the properties of its component. */
export interface DialogFields {
  readonly palette: { readonly text?: string }
  readonly entity: {
    readonly id?: string
    readonly name?: string
    /** What was typed into it before. */
    readonly typed?: EntityFields
  }
  readonly relation: {
    readonly id?: string
    readonly from?: string
    readonly to?: string
    /** Where a new entity at its end is to stand, px at 100 %. */
    readonly at?: { readonly x: number; readonly y: number }
  }
  readonly claim: { readonly id?: string; readonly about: string }
  readonly source: { readonly id: string }
  readonly remove: {
    readonly record: 'entity' | 'relation' | 'claim' | 'source'
    readonly id: string
    /** More records of that kind, removed in the same step. */
    readonly others?: readonly string[]
  }
  readonly merge: {
    readonly ids: readonly [string, string?]
    /** What was typed into the form of the first one; it is kept with the merge, or goes back into the form. */
    readonly edit?: EntityFields
    /** The dialog that this came from and goes back to. */
    readonly back?: DialogRequest
  }
  readonly 'merge-several': { readonly ids: readonly string[] }
  /** The relation that stays. */
  readonly 'merge-relations': { readonly id: string }
  readonly split: { readonly id: string }
  /** Ids of what is changed at once; of all entities only names, where absent. */
  readonly many: { readonly entities?: readonly string[] }
  /** A source, graded with its claims. */
  readonly regrade: { readonly id: string }
  /** An entity that one wants to go to and that the view does not show; `more`: beside what is selected. */
  readonly outside: { readonly id: string; readonly more?: boolean }
  /** `next`: what is shown once it is made. */
  readonly 'new-graph': { readonly next?: DialogRequest }
  /** Lines of text that are to become entities. */
  readonly 'paste-names': { readonly text: string }
  readonly vocabulary: NoFields
  readonly import: NoFields
  readonly table: NoFields
  readonly duplicates: NoFields
  /** `entities`: of these alone, by id, instead of all that the view shows. */
  readonly view: { readonly entities?: readonly string[] }
  readonly export: { readonly entities?: readonly string[] }
  /** `into`: handle of the open graph, where that is the one to go on with. */
  readonly connect: { readonly into?: string }
  /** Caption, key and symbol of a label of the database that is explored. */
  readonly label: { readonly label: string }
  /** The whole of a property of which the graph has only the beginning, by its name in the database. */
  readonly value: { readonly entity: string; readonly property: string }
  readonly cypher: NoFields
  readonly 'write-back': NoFields
  readonly help: NoFields
  readonly leave: { readonly go: () => void }
  readonly history: NoFields
  readonly backups: NoFields
  readonly conflicts: NoFields
  readonly 'recoverable-versions': NoFields
  readonly failed: {
    readonly name: string
    readonly message: string
    readonly problems: readonly Problem[]
    /** By which it may be tried again. */
    readonly again?: string | undefined
  }
  /** What the last start was opening when it ended. */
  readonly interrupted: { readonly handle: string; readonly name: string; readonly hasCopy: boolean }
  /** A graph in a database that is to be opened. */
  readonly password: { readonly needed: PasswordNeeded }
}

export type DialogKind = keyof DialogFields

/** A dialog, with what it is to begin with. */
export type DialogRequest = { [Kind in DialogKind]: { readonly kind: Kind } & DialogFields[Kind] }[DialogKind]

/** The one dialog that is open; features ask for each other's dialogs here. */
export class Dialogs {
  open = $state.raw<DialogRequest>()

  show(request: DialogRequest) {
    this.open = request
  }

  close() {
    this.open = undefined
  }
}
