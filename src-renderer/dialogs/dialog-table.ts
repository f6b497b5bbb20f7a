import type { Component } from 'svelte'
import type { DialogFields, DialogKind } from '../state/dialogs.svelte'

type Row<Kind extends DialogKind> = () => Promise<{ readonly default: Component<DialogFields[Kind]> }>

/** The dialogs of the window. Each is loaded when it is first shown; the fields of a request are its properties. */
export const DIALOGS: { readonly [Kind in DialogKind]: Row<Kind> } = {
  palette: () => import('../features/palette/Palette.svelte'),
  entity: () => import('../features/entity-dialog/EntityDialog.svelte'),
  relation: () => import('../features/relation-dialog/RelationDialog.svelte'),
  claim: () => import('../features/claim-dialog/ClaimDialog.svelte'),
  source: () => import('../features/source-dialog/SourceDialog.svelte'),
  remove: () => import('../features/remove-dialog/RemoveDialog.svelte'),
  merge: () => import('../features/merge-dialog/MergeDialog.svelte'),
  'merge-several': () => import('../features/merge-several/MergeSeveralDialog.svelte'),
  'merge-relations': () => import('../features/merge-relations/MergeRelationsDialog.svelte'),
  split: () => import('../features/split-dialog/SplitDialog.svelte'),
  many: () => import('../features/many/ManyDialog.svelte'),
  regrade: () => import('../features/many/RegradeDialog.svelte'),
  outside: () => import('../features/outside-dialog/OutsideDialog.svelte'),
  'new-graph': () => import('../features/new-graph/NewGraphDialog.svelte'),
  'paste-names': () => import('../features/paste-names/PasteNamesDialog.svelte'),
  vocabulary: () => import('../features/vocabulary/VocabularyDialog.svelte'),
  import: () => import('../features/import-dialog/ImportDialog.svelte'),
  table: () => import('../features/table-dialog/TableDialog.svelte'),
  duplicates: () => import('../features/duplicates/DuplicatesDialog.svelte'),
  view: () => import('../features/view-dialog/ViewDialog.svelte'),
  export: () => import('../features/export/ExportDialog.svelte'),
  connect: () => import('../features/connect/ConnectDialog.svelte'),
  label: () => import('../features/external/LabelDialog.svelte'),
  value: () => import('../features/external/ValueDialog.svelte'),
  cypher: () => import('../features/cypher/CypherDialog.svelte'),
  'write-back': () => import('../features/write-back/WriteBackDialog.svelte'),
  help: () => import('../features/help/HelpDialog.svelte'),
  leave: () => import('../features/leave-dialog/LeaveDialog.svelte'),
  history: () => import('../features/history/HistoryDialog.svelte'),
  backups: () => import('../features/backups/BackupsDialog.svelte'),
  conflicts: () => import('../features/conflicts/ConflictsDialog.svelte'),
  'recoverable-versions': () => import('../features/recoverable-versions/RecoverableVersionsDialog.svelte'),
  failed: () => import('../features/failed-dialog/FailedDialog.svelte'),
  interrupted: () => import('../features/opening/InterruptedDialog.svelte'),
  password: () => import('../features/password-dialog/PasswordDialog.svelte')
}
