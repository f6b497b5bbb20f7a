import { Files, GitMerge, History, Redo2, RotateCw, Save, Undo2 } from 'lucide'
import { redo, undo } from '../usecases/edits'
import { openAgain } from '../usecases/files'
import type { Action } from './action'

/** What has been done, and what is to be decided. */
export const PAST: readonly Action[] = [
  {
    id: 'undo',
    section: 'history',
    label: 'Undo',
    icon: Undo2,
    keys: ['CmdOrCtrl+Z'],
    labelNow: ({ doc }) => (doc.undoLabel ? `Undo: ${doc.undoLabel}` : 'Undo'),
    when: ({ doc }) => doc.undoLabel !== undefined,
    run: undo
  },
  {
    id: 'redo',
    section: 'history',
    label: 'Redo',
    icon: Redo2,
    keys: ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'],
    labelNow: ({ doc }) => (doc.redoLabel ? `Redo: ${doc.redoLabel}` : 'Redo'),
    when: ({ doc }) => doc.redoLabel !== undefined,
    run: redo
  },
  {
    id: 'history',
    section: 'history',
    label: 'History…',
    icon: History,
    keys: ['CmdOrCtrl+H'],
    whileTyping: true,
    when: ({ doc }) => doc.handle !== '',
    run: ({ dialogs }) => dialogs.show({ kind: 'history' })
  },
  {
    id: 'conflicts',
    section: 'history',
    label: 'Decide what both sides changed…',
    icon: GitMerge,
    when: ({ doc }) => doc.conflicts > 0,
    run: ({ dialogs }) => dialogs.show({ kind: 'conflicts' })
  }
]

/** What else there is of the file. */
export const KEPT: readonly Action[] = [
  {
    id: 'backups',
    section: 'keeping',
    label: 'Backups…',
    icon: Files,
    when: ({ doc }) => doc.handle !== '',
    run: ({ dialogs }) => dialogs.show({ kind: 'backups' })
  },
  {
    id: 'recoverable-versions',
    section: 'keeping',
    label: 'What can be saved of this file…',
    icon: Save,
    when: ({ doc }) => doc.recoverableVersions > 0,
    run: ({ dialogs }) => dialogs.show({ kind: 'recoverable-versions' })
  },
  {
    id: 'open-again',
    section: 'keeping',
    label: 'Try again to open this file for editing',
    icon: RotateCw,
    when: ({ doc }) => doc.mayPass && doc.readOnly !== undefined,
    run: (app) => void openAgain(app)
  }
]
