import {
  ArrowLeft,
  ArrowRight,
  GitCompareArrows,
  GitMerge,
  History,
  Merge,
  Pencil,
  Plus,
  Quote,
  Redo2,
  Search,
  Spline,
  SquareDashedMousePointer,
  Trash2,
  Undo2,
  X
} from 'lucide'
import {
  addClaim,
  addRelation,
  canMerge,
  editSelected,
  mergeLabel,
  mergeSelected,
  redo,
  redoLabel,
  removeSelected,
  undo,
  undoLabel
} from '../usecases/edits'
import {
  clearSelection,
  hasNextRelation,
  selectAll,
  selectNextRelation,
  selectPreviousRelation
} from '../usecases/select'
import { type Action, canChange, isOpen, shows } from './action'

/** The menu Edit. */
export const EDIT_ACTIONS: readonly Action[] = [
  {
    id: 'undo',
    section: 'undo',
    label: 'Undo',
    icon: Undo2,
    keys: ['CmdOrCtrl+Z'],
    labelNow: undoLabel,
    when: ({ doc }) => doc.undoLabel !== undefined,
    run: undo
  },
  {
    id: 'redo',
    section: 'undo',
    label: 'Redo',
    icon: Redo2,
    keys: ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'],
    labelNow: redoLabel,
    when: ({ doc }) => doc.redoLabel !== undefined,
    run: redo
  },
  {
    id: 'history',
    section: 'undo',
    label: 'History…',
    icon: History,
    keys: ['CmdOrCtrl+H'],
    whileTyping: true,
    when: isOpen,
    run: shows({ kind: 'history' })
  },
  {
    id: 'conflicts',
    section: 'undo',
    label: 'Decide what both sides changed…',
    icon: GitMerge,
    when: ({ doc }) => doc.conflicts > 0,
    run: shows({ kind: 'conflicts' })
  },
  {
    id: 'add-entity',
    section: 'record',
    label: 'Add an entity',
    icon: Plus,
    keys: ['N'],
    when: canChange,
    contexts: ['canvas'],
    run: shows({ kind: 'entity' })
  },
  {
    id: 'add-relation',
    section: 'record',
    label: 'Add a relation',
    icon: Spline,
    keys: ['E'],
    when: canChange,
    contexts: ['entity', 'several', 'canvas'],
    run: addRelation
  },
  {
    id: 'add-claim',
    section: 'record',
    label: 'Add a claim to this relation',
    icon: Quote,
    keys: ['C'],
    when: (app) => canChange(app) && app.selection.relation !== undefined,
    contexts: ['relation'],
    run: addClaim
  },
  {
    id: 'edit',
    section: 'record',
    label: 'Edit what is selected',
    icon: Pencil,
    keys: ['F2', 'Enter'],
    when: (app) => canChange(app) && (app.selection.relation ?? app.selection.entity) !== undefined,
    contexts: ['entity', 'relation'],
    run: editSelected
  },
  {
    id: 'merge',
    section: 'record',
    label: 'Merge with another entity…',
    icon: Merge,
    keys: ['M'],
    labelNow: mergeLabel,
    when: (app) => canChange(app) && canMerge(app),
    contexts: ['entity', 'several'],
    run: mergeSelected
  },
  {
    id: 'duplicates',
    section: 'record',
    label: 'Go through look-alikes…',
    icon: GitCompareArrows,
    when: (app) => canChange(app) && app.duplicates.pairs.length > 0,
    run: shows({ kind: 'duplicates' })
  },
  {
    id: 'remove',
    section: 'record',
    label: 'Remove what is selected',
    icon: Trash2,
    keys: ['Delete', 'Backspace'],
    when: (app) => canChange(app) && !app.selection.empty,
    contexts: ['entity', 'several', 'relation'],
    run: removeSelected
  },
  {
    id: 'find',
    section: 'select',
    label: 'Find a name or an action',
    icon: Search,
    keys: ['CmdOrCtrl+K', '/'],
    whileTyping: true,
    run: shows({ kind: 'palette' })
  },
  {
    id: 'select-all',
    section: 'select',
    label: 'Select all entities',
    icon: SquareDashedMousePointer,
    keys: ['CmdOrCtrl+A'],
    contexts: ['canvas'],
    run: selectAll
  },
  {
    id: 'clear-selection',
    section: 'select',
    label: 'Select nothing',
    icon: X,
    keys: ['Esc'],
    when: ({ selection }) => !selection.empty,
    contexts: ['several'],
    run: clearSelection
  },
  {
    id: 'next-relation',
    section: 'select',
    label: 'Next relation',
    icon: ArrowRight,
    keys: ['.'],
    when: hasNextRelation,
    run: selectNextRelation
  },
  {
    id: 'previous-relation',
    section: 'select',
    label: 'Previous relation',
    icon: ArrowLeft,
    keys: [','],
    when: hasNextRelation,
    run: selectPreviousRelation
  }
]
