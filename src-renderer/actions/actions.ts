import {
  ArrowLeft,
  ArrowRight,
  BookmarkPlus,
  BookOpen,
  CircleHelp,
  FolderOpen,
  ImageDown,
  PanelLeft,
  PanelRight,
  Pencil,
  Plus,
  Power,
  Quote,
  SaveAll,
  Search,
  Spline,
  SquareDashedMousePointer,
  Trash2,
  X
} from 'lucide'
import type { App } from '../state/app.svelte'
import { addClaim, addRelation, editSelected, removeSelected } from '../usecases/edits'
import { chooseFile, openRecent, openSeed, saveCopy } from '../usecases/files'
import { hasNextRelation, selectNextRelation } from '../usecases/next-relation'
import type { Action } from './action'
import { DATABASE_ACTIONS } from './database'
import { KEPT, PAST } from './history'
import { INCOMING, JOINING } from './joining'
import { SIGHT } from './picture'
import { THEMES } from './themes'

const isOpen = ({ doc }: App) => doc.handle !== ''
const canChange = (app: App) => isOpen(app) && app.doc.readOnly === undefined

export const ACTIONS: readonly Action[] = [
  {
    id: 'open-file',
    section: 'file',
    label: 'Open…',
    icon: FolderOpen,
    keys: ['CmdOrCtrl+O'],
    whileTyping: true,
    run: chooseFile
  },
  { id: 'open-seed', section: 'file', label: 'Open the seed graph', icon: BookOpen, run: openSeed },
  {
    id: 'save-copy',
    section: 'file',
    label: 'Save a copy as…',
    icon: SaveAll,
    keys: ['CmdOrCtrl+Shift+S'],
    whileTyping: true,
    when: isOpen,
    run: saveCopy
  },
  ...INCOMING,
  ...KEPT,
  {
    id: 'export-figure',
    section: 'figure',
    label: 'Export figure…',
    icon: ImageDown,
    keys: ['CmdOrCtrl+Shift+E'],
    whileTyping: true,
    when: isOpen,
    run: ({ dialogs }) => dialogs.show({ kind: 'export' })
  },
  {
    id: 'quit',
    section: 'quit',
    label: 'Quit',
    icon: Power,
    keys: ['CmdOrCtrl+Q'],
    whileTyping: true,
    run: ({ client }) => void client.request('window:control', { action: 'close' })
  },
  ...PAST,
  {
    id: 'add-entity',
    section: 'record',
    label: 'Add an entity',
    icon: Plus,
    keys: ['N'],
    when: canChange,
    run: ({ dialogs }) => dialogs.show({ kind: 'entity' })
  },
  {
    id: 'add-relation',
    section: 'record',
    label: 'Add a relation',
    icon: Spline,
    keys: ['E'],
    when: canChange,
    run: addRelation
  },
  {
    id: 'add-claim',
    section: 'record',
    label: 'Add a claim to this relation',
    icon: Quote,
    keys: ['C'],
    when: (app) => canChange(app) && app.selection.relation !== undefined,
    run: addClaim
  },
  {
    id: 'edit',
    section: 'record',
    label: 'Edit what is selected',
    icon: Pencil,
    keys: ['F2', 'Enter'],
    when: (app) => canChange(app) && (app.selection.relation ?? app.selection.entity) !== undefined,
    run: editSelected
  },
  ...JOINING,
  {
    id: 'remove',
    section: 'record',
    label: 'Remove what is selected',
    icon: Trash2,
    keys: ['Delete', 'Backspace'],
    when: (app) => canChange(app) && !app.selection.empty,
    run: removeSelected
  },
  {
    id: 'find',
    section: 'select',
    label: 'Find a name or an action',
    icon: Search,
    keys: ['CmdOrCtrl+K', '/'],
    whileTyping: true,
    run: ({ dialogs }) => dialogs.show({ kind: 'palette' })
  },
  {
    id: 'select-all',
    section: 'select',
    label: 'Select all entities',
    icon: SquareDashedMousePointer,
    keys: ['CmdOrCtrl+A'],
    run: ({ selection, view }) => selection.selectEntities(view.shown.entities.map(({ id }) => id))
  },
  {
    id: 'clear-selection',
    section: 'select',
    label: 'Select nothing',
    icon: X,
    keys: ['Esc'],
    when: ({ selection }) => !selection.empty,
    run: ({ selection }) => selection.clear()
  },
  {
    id: 'next-relation',
    section: 'select',
    label: 'Next relation',
    icon: ArrowRight,
    keys: ['.'],
    when: hasNextRelation,
    run: (app) => selectNextRelation(app, 1)
  },
  {
    id: 'previous-relation',
    section: 'select',
    label: 'Previous relation',
    icon: ArrowLeft,
    keys: [','],
    when: hasNextRelation,
    run: (app) => selectNextRelation(app, -1)
  },
  ...SIGHT,
  {
    id: 'save-view',
    section: 'view',
    label: 'Save this view as…',
    icon: BookmarkPlus,
    when: canChange,
    run: ({ dialogs }) => dialogs.show({ kind: 'view' })
  },
  {
    id: 'toggle-sidebar',
    section: 'panel',
    label: 'Show the left panel',
    icon: PanelLeft,
    keys: ['CmdOrCtrl+B'],
    whileTyping: true,
    checked: ({ preferences }) => preferences.sidebarShown,
    run: ({ preferences }) => preferences.toggleSidebar()
  },
  {
    id: 'toggle-inspector',
    section: 'panel',
    label: 'Show the inspector',
    icon: PanelRight,
    keys: ['CmdOrCtrl+I'],
    whileTyping: true,
    checked: ({ preferences }) => preferences.settings.inspectorOpen,
    run: ({ preferences }) => preferences.set({ inspectorOpen: !preferences.settings.inspectorOpen })
  },
  ...THEMES,
  ...DATABASE_ACTIONS,
  {
    id: 'help',
    section: 'help',
    label: 'Keyboard shortcuts',
    icon: CircleHelp,
    keys: ['?', 'F1'],
    run: ({ dialogs }) => dialogs.show({ kind: 'help' })
  }
]

const BY_ID = new Map(ACTIONS.map((action) => [action.id, action]))
const RECENT = 'open-recent:'

/** The id under which a recent file stands in the menu and the palette. */
export const recentId = (handle: string): string => RECENT + handle

export const labelOf = (action: Action, app: App): string => action.labelNow?.(app) ?? action.label

/** Whether an action can be done now. */
export const canRun = (action: Action, app: App): boolean => action.when?.(app) ?? true

/** Does what the id names, if it can be done now; while a dialog is open nothing is done behind it. */
export function runAction(app: App, id: string) {
  if (app.dialogs.open) return
  if (id.startsWith(RECENT)) return void openRecent(app, id.slice(RECENT.length))
  const action = BY_ID.get(id)
  if (action && canRun(action, app)) action.run(app)
}
