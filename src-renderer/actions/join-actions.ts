import { GitCompareArrows, ListChecks, Merge, Replace, Split } from 'lucide'
import {
  canMerge,
  canMergeRelation,
  changeSelected,
  mergeLabel,
  mergeRelation,
  mergeSelected,
  splitSelected
} from '../usecases/edits'
import { hasEntities } from '../usecases/selected'
import { type Action, canChange, shows } from './action'

/** What makes one of several or several of one, and what changes many at once: a part of the menu Edit. */
export const JOIN_ACTIONS: readonly Action[] = [
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
    id: 'merge-relations',
    section: 'record',
    label: 'Merge with another relation…',
    icon: Merge,
    when: (app) => canChange(app) && canMergeRelation(app),
    contexts: ['relation'],
    run: mergeRelation
  },
  {
    id: 'split',
    section: 'record',
    label: 'Split into two…',
    icon: Split,
    when: (app) => canChange(app) && app.selection.relation === undefined && app.selection.entity !== undefined,
    contexts: ['entity'],
    run: splitSelected
  },
  {
    id: 'change-selected',
    section: 'record',
    label: 'Change all that are selected…',
    icon: ListChecks,
    when: (app) => canChange(app) && hasEntities(app),
    contexts: ['several', 'entity'],
    run: changeSelected
  },
  {
    id: 'replace-in-names',
    section: 'record',
    label: 'Replace in all names…',
    icon: Replace,
    when: canChange,
    run: shows({ kind: 'many' })
  },
  {
    id: 'duplicates',
    section: 'record',
    label: 'Find duplicates…',
    icon: GitCompareArrows,
    when: canChange,
    run: shows({ kind: 'duplicates' })
  }
]
