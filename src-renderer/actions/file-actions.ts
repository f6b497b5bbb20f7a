import {
  BookOpen,
  DoorClosed,
  FilePlus,
  FilePlus2,
  Files,
  FolderOpen,
  ImageDown,
  Power,
  RotateCw,
  Save,
  SaveAll,
  Table
} from 'lucide'
import {
  canOpenAgain,
  chooseFile,
  closeGraph,
  importTable,
  openAgain,
  openSeed,
  quit,
  saveCopy
} from '../usecases/files'
import { type Action, canChange, isOpen, shows } from './action'

/** The menu File. */
export const FILE_ACTIONS: readonly Action[] = [
  {
    id: 'new-graph',
    section: 'file',
    label: 'New graph…',
    icon: FilePlus2,
    keys: ['CmdOrCtrl+N'],
    whileTyping: true,
    run: shows({ kind: 'new-graph' })
  },
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
  {
    id: 'add-file',
    section: 'file',
    label: 'Add from a graph file…',
    icon: FilePlus,
    when: canChange,
    run: shows({ kind: 'import' })
  },
  {
    id: 'import-table',
    section: 'file',
    label: 'From a table…',
    icon: Table,
    when: (app) => !isOpen(app) || canChange(app),
    run: importTable
  },
  {
    id: 'close-graph',
    section: 'file',
    label: 'Close this graph',
    icon: DoorClosed,
    keys: ['CmdOrCtrl+W'],
    whileTyping: true,
    when: isOpen,
    run: closeGraph
  },
  { id: 'backups', section: 'backups', label: 'Backups…', icon: Files, when: isOpen, run: shows({ kind: 'backups' }) },
  {
    id: 'recoverable-versions',
    section: 'backups',
    label: 'What can be saved of this file…',
    icon: Save,
    when: ({ doc }) => doc.recoverableVersions > 0,
    run: shows({ kind: 'recoverable-versions' })
  },
  {
    id: 'open-again',
    section: 'backups',
    label: 'Try again to open this file for editing',
    icon: RotateCw,
    when: canOpenAgain,
    run: openAgain
  },
  {
    id: 'export-figure',
    section: 'figure',
    label: 'Export figure…',
    icon: ImageDown,
    keys: ['CmdOrCtrl+Shift+E'],
    whileTyping: true,
    when: isOpen,
    contexts: ['canvas'],
    run: shows({ kind: 'export' })
  },
  { id: 'quit', section: 'quit', label: 'Quit', icon: Power, keys: ['CmdOrCtrl+Q'], whileTyping: true, run: quit }
]
