import type { IconNode } from 'lucide'
import type { App } from '../state/app.svelte'
import type { Context } from '../state/context-menu.svelte'
import type { DialogRequest } from '../state/dialogs.svelte'
import type { Shortcut } from './keys'

/** Where an action stands in the menu bar (in this order, a line between sections) and in the help sheet. */
export const SECTIONS = [
  { id: 'file', menu: 'File', label: 'Files' },
  { id: 'backups', menu: 'File', label: 'Backups' },
  { id: 'figure', menu: 'File', label: 'Figures' },
  { id: 'quit', menu: 'File', label: 'Entente' },
  { id: 'undo', menu: 'Edit', label: 'Undo' },
  { id: 'record', menu: 'Edit', label: 'Add and change' },
  { id: 'selected', menu: 'Edit', label: 'What is selected' },
  { id: 'select', menu: 'Edit', label: 'Find and select' },
  { id: 'picture', menu: 'View', label: 'The picture' },
  { id: 'view', menu: 'View', label: 'Views' },
  { id: 'panel', menu: 'View', label: 'Panels' },
  { id: 'colours', menu: 'View', label: 'Colours' },
  { id: 'database', menu: 'Database', label: 'Neo4j' },
  { id: 'help', menu: 'Help', label: 'Help' }
] as const

/**
 * A thing that the user can do. One table feeds the menu, the context menus, the palette, the shortcuts and the help sheet. A row names what
 * there is to say; what it does stands in `usecases/`. It stands in the file of its menu.
 */
export interface Action {
  readonly id: string
  readonly section: (typeof SECTIONS)[number]['id']
  readonly label: string
  readonly icon: IconNode
  /** The first one is shown. */
  readonly keys?: readonly Shortcut[]
  /** Its keys mean nothing to a text field, so that they work there too. */
  readonly whileTyping?: boolean
  /** What it would do right now, where that says more than the label: “Undo: Add Russia”. */
  readonly labelNow?: (app: App) => string
  /** Whether it can be done now; absent: always. */
  readonly when?: (app: App) => boolean
  readonly checked?: (app: App) => boolean
  /** The context menus in which it stands, in the order of the table. */
  readonly contexts?: readonly Context[]
  readonly run: (app: App) => void | Promise<void>
}

/** Opens a dialog that begins with nothing. */
export const shows =
  (request: DialogRequest) =>
  ({ dialogs }: App) =>
    dialogs.show(request)

export const isOpen = ({ doc }: App): boolean => doc.handle !== ''
export const canChange = (app: App): boolean => isOpen(app) && app.doc.readOnly === undefined
