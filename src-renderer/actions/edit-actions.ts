import {
  ArrowLeft,
  ArrowRight,
  BookmarkPlus,
  Copy,
  CopyPlus,
  Eye,
  EyeOff,
  Focus,
  GitMerge,
  History,
  ImageDown,
  Pencil,
  Plus,
  Quote,
  Redo2,
  Scissors,
  Search,
  Shapes,
  Spline,
  SquareDashedMousePointer,
  SquareTerminal,
  Trash2,
  Undo2,
  X
} from 'lucide'
import {
  addClaim,
  addLikeSelected,
  addRelation,
  editSelected,
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
import {
  exportSelected,
  hasEntities,
  hasHidden,
  hideSelected,
  saveSelectedAsView,
  showHidden,
  showOnlySelected
} from '../usecases/selected'
import { type Action, canChange, isOpen, shows } from './action'
import { JOIN_ACTIONS } from './join-actions'

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
    id: 'duplicate',
    section: 'record',
    label: 'Add one like it…',
    icon: CopyPlus,
    keys: ['Shift+N'],
    when: (app) => canChange(app) && app.selection.relation === undefined && app.selection.entity !== undefined,
    contexts: ['entity'],
    run: addLikeSelected
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
    id: 'quick-entry',
    section: 'record',
    label: 'Quick entry',
    icon: SquareTerminal,
    keys: [';'],
    when: canChange,
    contexts: ['canvas'],
    run: ({ quickEntry }) => quickEntry.show()
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
  ...JOIN_ACTIONS,
  {
    id: 'vocabulary',
    section: 'record',
    label: 'Vocabulary…',
    icon: Shapes,
    when: isOpen,
    run: shows({ kind: 'vocabulary' })
  },
  {
    id: 'copy',
    section: 'selected',
    label: 'Copy',
    icon: Copy,
    keys: ['CmdOrCtrl+C'],
    when: (app) => isOpen(app) && hasEntities(app),
    contexts: ['entity', 'several'],
    run: () => void document.execCommand('copy')
  },
  {
    id: 'cut',
    section: 'selected',
    label: 'Cut',
    icon: Scissors,
    keys: ['CmdOrCtrl+X'],
    when: (app) => canChange(app) && hasEntities(app),
    contexts: ['several'],
    run: () => void document.execCommand('cut')
  },
  {
    id: 'hide',
    section: 'selected',
    label: 'Hide in this view',
    icon: EyeOff,
    keys: ['H'],
    when: (app) => isOpen(app) && hasEntities(app),
    contexts: ['entity', 'several'],
    run: hideSelected
  },
  {
    id: 'show-only',
    section: 'selected',
    label: 'Show only these',
    icon: Focus,
    keys: ['O'],
    when: (app) => isOpen(app) && hasEntities(app),
    contexts: ['several'],
    run: showOnlySelected
  },
  {
    id: 'view-of-selected',
    section: 'selected',
    label: 'New view of these…',
    icon: BookmarkPlus,
    keys: ['V'],
    when: (app) => canChange(app) && hasEntities(app),
    contexts: ['several'],
    run: saveSelectedAsView
  },
  {
    id: 'export-selected',
    section: 'selected',
    label: 'Export these as a figure…',
    icon: ImageDown,
    when: (app) => isOpen(app) && hasEntities(app),
    contexts: ['several'],
    run: exportSelected
  },
  {
    id: 'show-hidden',
    section: 'selected',
    label: 'Show what was hidden in this view',
    icon: Eye,
    keys: ['Shift+H'],
    when: (app) => isOpen(app) && hasHidden(app),
    contexts: ['canvas'],
    run: showHidden
  },
  {
    id: 'remove',
    section: 'selected',
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
