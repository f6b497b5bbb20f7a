import { count, plural } from '../ui/count'
import type { ShownView } from './shown-view.svelte'

/** What a view shows, in words that say of what; the same in status bar and panel. */
export interface ViewCounts {
  readonly entities: string
  readonly relations: string
  /** On the relations that are shown. */
  readonly claims: string
  /** What filters hide, such as “2 types”; empty where they hide nothing. */
  readonly filtered: readonly string[]
}

/** The one place where what is shown is counted. */
export function viewCounts(view: ShownView): ViewCounts {
  const { part, shown, unfiltered } = view
  const claims = shown.relations.reduce(
    (sum, { evidence }) => sum + evidence.supports.length + evidence.denies.length + evidence.uncertain.length,
    0
  )
  const hidden = view.hiddenTypes.size + view.hiddenRelationTypes.size
  // What is merely denied is hidden unless asked for: that is told where there is some.
  const statuses = [...view.hiddenStatuses].filter(
    (id) => id !== 'denied' || unfiltered.relations.some(({ evidence }) => evidence.status === 'denied')
  ).length
  return {
    entities: part
      ? `${count(part.drawn)} of ${plural(part.of, 'entity', 'entities')}`
      : share(shown.entities.length, unfiltered.entities.length, 'entity', 'entities'),
    relations: share(shown.relations.length, unfiltered.relations.length, 'relation', 'relations'),
    claims: plural(claims, 'claim', 'claims'),
    filtered: [
      ...(view.leftOut > 0 ? [plural(view.leftOut, 'entity', 'entities')] : []),
      ...(hidden > 0 ? [plural(hidden, 'type', 'types')] : []),
      ...(statuses > 0 ? [plural(statuses, 'status', 'statuses')] : [])
    ]
  }
}

const share = (shown: number, all: number, one: string, many: string) =>
  shown === all ? plural(all, one, many) : `${count(shown)} of ${plural(all, one, many)}`
