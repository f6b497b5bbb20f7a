import type { Graph } from '@core/graph/graph'
import { foldName } from '@core/names/names'
import type { Hit } from '@core/queries/search'
import type { Entity } from '@core/records/records'
import { FolderOpen, type IconNode, Plus } from 'lucide'
import { ACTIONS, canRun, labelOf, recentId } from '../../actions/actions'
import { shownKeys } from '../../actions/keys'
import { recentLabel } from '../../actions/native-menu.svelte'
import type { App } from '../../state/app.svelte'
import type { NodeResult } from './database-search.svelte'

export const MOST_FOUND = 20
const MOST_CONNECTED = 5

/** A line of the palette. `hit` is how an entity was found, absent where nothing was typed. */
export type Result = EntityResult | NodeResult | ActionResult

/** A file that was opened before. */
export interface RecentFile {
  readonly handle: string
  readonly name: string
  readonly folder: string
}

export interface EntityResult {
  readonly kind: 'entity'
  readonly id: string
  readonly entity: Entity
  readonly hit?: Hit
}

export interface ActionResult {
  readonly kind: 'action'
  readonly id: string
  readonly label: string
  /** What was typed, where the action takes it: stands behind the label, in its own direction. */
  readonly named?: string
  readonly icon: IconNode
  readonly keys?: string
}

/** The entities that answer the text, best first, undefined until they are known; without a text those with most relations. */
export function entityResults({ doc, search }: App, text: string): readonly EntityResult[] | undefined {
  if (text.trim() === '') return mostConnected(doc.graph, doc.ranking)
  return search
    .find(text, { most: MOST_FOUND })
    ?.map((hit) => ({ kind: 'entity', id: `entity ${hit.entity.id}`, entity: hit.entity, hit }))
}

function mostConnected(graph: Graph, ranking: Iterable<string>): readonly EntityResult[] {
  const results: EntityResult[] = []
  for (const id of ranking) {
    const entity = graph.get('entity', id)
    if (entity) results.push({ kind: 'entity', id: `entity ${id}`, entity })
    if (results.length === MOST_CONNECTED) break
  }
  return results
}

/** The actions that can be done now and whose words begin as what was typed. */
export function actionResults(app: App, text: string, recent: readonly RecentFile[]): readonly ActionResult[] {
  const typed = text.trim()
  const actions = ACTIONS.filter((action) => action.id !== 'find' && canRun(action, app)).map(
    (action): ActionResult => ({
      kind: 'action',
      id: action.id,
      label: labelOf(action, app),
      icon: action.icon,
      ...(action.keys?.[0] && { keys: shownKeys(action.keys[0]) })
    })
  )
  const files = recent.map(
    (file): ActionResult => ({ kind: 'action', id: recentId(file.handle), label: recentLabel(file), icon: FolderOpen })
  )
  const found = [...actions, ...files].filter(({ label }) => begins(label, typed))
  if (typed === '' || app.doc.readOnly !== undefined) return found
  return [
    ...found,
    { kind: 'action', id: ADD_NAMED, label: 'Add an entity named', named: typed, icon: Plus, keys: 'N' }
  ]
}

/** Id of the line that adds an entity with the typed name. */
export const ADD_NAMED = 'add-named'

/** Whether every typed word begins a word of the label. */
function begins(label: string, typed: string): boolean {
  const words = foldName(label).split(' ')
  const parts = foldName(typed)
  // Signs alone begin nothing.
  if (parts === '' && typed !== '') return false
  return parts.split(' ').every((part) => words.some((word) => word.startsWith(part)))
}

/** Whether a hit is what was typed, or only near it. */
export const isCalled = ({ how }: Hit): boolean => !ONLY_NEAR.has(how)

const ONLY_NEAR: ReadonlySet<Hit['how']> = new Set(['one letter differs', 'two letters differ', 'sounds alike'])
