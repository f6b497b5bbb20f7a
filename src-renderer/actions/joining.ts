import { FilePlus, GitCompareArrows, Merge } from 'lucide'
import type { App } from '../state/app.svelte'
import { mergeSelected } from '../usecases/edits'
import type { Action } from './action'

const canChange = ({ doc }: App) => doc.handle !== '' && doc.readOnly === undefined

/** What comes in from elsewhere. */
export const INCOMING: readonly Action[] = [
  {
    id: 'add-file',
    section: 'file',
    label: 'Add from a graph file…',
    icon: FilePlus,
    when: canChange,
    run: ({ dialogs }) => dialogs.show({ kind: 'import' })
  }
]

/** Making one of two. */
export const JOINING: readonly Action[] = [
  {
    id: 'merge',
    section: 'record',
    label: 'Merge with another entity…',
    icon: Merge,
    keys: ['M'],
    labelNow: ({ selection }) =>
      `Merge ${selection.entities.size === 2 ? 'these two entities' : 'with another entity'}…`,
    when: (app) =>
      canChange(app) && app.selection.relation === undefined && [1, 2].includes(app.selection.entities.size),
    run: mergeSelected
  },
  {
    id: 'duplicates',
    section: 'record',
    label: 'Go through look-alikes…',
    icon: GitCompareArrows,
    when: (app) => canChange(app) && app.duplicates.pairs.length > 0,
    run: ({ dialogs }) => dialogs.show({ kind: 'duplicates' })
  }
]
