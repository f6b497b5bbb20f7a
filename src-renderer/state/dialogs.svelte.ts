import type { EntityFields } from '@core/commands/entities'
import type { PasswordNeeded } from '@core/contract/hosted'
import type { Problem } from '@core/text/problem-messages'

/** A dialog, with what it is to begin with. */
export type DialogRequest =
  | { readonly kind: 'palette'; readonly text?: string }
  | {
      readonly kind: 'entity'
      readonly id?: string
      readonly name?: string
      /** What was typed into it before. */
      readonly typed?: EntityFields
    }
  | { readonly kind: 'relation'; readonly id?: string; readonly from?: string; readonly to?: string }
  | { readonly kind: 'claim'; readonly id?: string; readonly about: string }
  | { readonly kind: 'source'; readonly id: string }
  | {
      readonly kind: 'remove'
      readonly record: 'entity' | 'relation' | 'claim' | 'source'
      readonly id: string
      /** More records of that kind, removed in the same step. */
      readonly others?: readonly string[]
    }
  | {
      readonly kind: 'merge'
      readonly ids: readonly [string, string?]
      /** What was typed into the form of the first one; it is kept with the merge, or goes back into the form. */
      readonly edit?: EntityFields
      /** The dialog that this came from and goes back to. */
      readonly back?: DialogRequest
    }
  | { readonly kind: 'import' }
  | { readonly kind: 'duplicates' }
  | { readonly kind: 'view' }
  | { readonly kind: 'export' }
  /** `into`: handle of the open graph, where that is the one to go on with. */
  | { readonly kind: 'connect'; readonly into?: string }
  /** Caption and key of a label of the database that is explored. */
  | { readonly kind: 'label'; readonly label: string }
  /** The whole of a property of which the graph has only the beginning, by its name in the database. */
  | { readonly kind: 'value'; readonly entity: string; readonly property: string }
  | { readonly kind: 'cypher' }
  | { readonly kind: 'write-back' }
  | { readonly kind: 'help' }
  | { readonly kind: 'leave'; readonly go: () => void }
  | { readonly kind: 'history' }
  | { readonly kind: 'backups' }
  | { readonly kind: 'conflicts' }
  | { readonly kind: 'recoverable-versions' }
  | {
      readonly kind: 'failed'
      readonly name: string
      readonly message: string
      readonly problems: readonly Problem[]
      /** By which it may be tried again. */
      readonly again?: string | undefined
    }
  /** A graph in a database that is to be opened. */
  | { readonly kind: 'password'; readonly needed: PasswordNeeded }

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
