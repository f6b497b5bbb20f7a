import { inOneChange } from '@core/change/in-one-change'
import { isRefusal } from '@core/change/refusal'
import { removeEntity } from '@core/commands/entities'
import { planImport } from '@core/commands/import-graph'
import { partOf } from '@core/commands/part'
import { tabbed, tablesOf } from '@core/commands/part-table'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import type { Graph } from '@core/graph/graph'
import { isObject, jsonOrNothing, writeJson } from '@core/text/json'
import { freePlace } from '../forms/free-place'
import type { App } from '../state/app.svelte'
import type { Point } from '../state/shown-view.svelte'
import { plural } from '../ui/count'
import { hasEntities } from './selected'

/** What a part of a graph is called on the clipboard: the text of a graph file, and where its entities stood. */
const PART = 'application/x-entente-part'

/** More than this is a file, not something to paste: UTF-16 code units. */
const LONGEST = 64 * 1024 * 1024

/** How many entities are copied or pasted at once, so that the window does not hold still. */
const MOST = 2_000
const TOO_MANY =
  'At most 2 000 entities can be copied at once. For more, save a copy and use “Add from a graph file…” there.'

/** Whether keys for copying mean text that is marked, or typed. */
function meansText({ target }: Event): boolean {
  const isField = target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null
  return isField || getSelection()?.isCollapsed === false
}

/** Puts the selected entities on the clipboard: as a part of a graph for Entente, as tables for a spreadsheet. */
export function copyPart(app: App, event: ClipboardEvent): boolean {
  const { dialogs, doc, selection, view } = app
  if (dialogs.open || !hasEntities(app) || meansText(event) || !event.clipboardData) return false
  if (selection.entities.size > MOST) {
    app.preferences.notice = TOO_MANY
    return false
  }
  const part = partOf(doc.graph, selection.entities)
  const places = [...selection.entities].flatMap((id) => {
    const at = view.positions.get(id)
    return at ? [[id, at.x, at.y]] : []
  })
  event.clipboardData.setData(PART, writeJson({ text: serialiseGraph(part), places }))
  event.clipboardData.setData('text/plain', tabbed(tablesOf(part)))
  event.preventDefault()
  const [entities, relations] = [part.all('entity').size, part.all('relation').size]
  app.preferences.notice = `Copied ${plural(entities, 'entity', 'entities')} and ${plural(relations, 'relation', 'relations')}.`
  return true
}

/** The same, and removes them from the graph. */
export function cutPart(app: App, event: ClipboardEvent) {
  if (app.doc.readOnly !== undefined || !copyPart(app, event)) return
  const { doc, selection } = app
  const ids = [...selection.entities]
  const label = `Cut ${plural(ids.length, 'entity', 'entities')}`
  const refusal = doc.run(
    inOneChange(
      doc.graph,
      label,
      ids.map((id) => (graph: Graph) => removeEntity(graph, { id }))
    )
  )
  if (refusal) app.preferences.notice = refusal.refused
}

/** Adds what is on the clipboard: a part of a graph at once, lines of text as names after a look at them. */
export function pastePart(app: App, event: ClipboardEvent) {
  const { dialogs, doc, preferences } = app
  if (dialogs.open || doc.handle === '' || meansText(event)) return
  const part = event.clipboardData?.getData(PART) ?? ''
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (part === '' && text.trim() === '') return
  event.preventDefault()
  if (doc.readOnly !== undefined) preferences.notice = `Nothing can be changed here: ${doc.readOnly}`
  else if (part === '' && />/.test(text.split('\n', 1)[0] ?? '')) pasteLines(app, text)
  else if (part === '') dialogs.show({ kind: 'paste-names', text })
  else preferences.notice = pasted(app, part)
}

/** Lines with a relation in them go where such lines are written. */
function pasteLines({ quickEntry }: App, text: string) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length === 1) quickEntry.line = lines[0] ?? ''
  else quickEntry.pasted = lines
  quickEntry.show()
}

/** Takes a part in; answers what came of it, in a sentence. */
function pasted(app: App, text: string): string {
  const { camera, doc, selection, view } = app
  const content = text.length <= LONGEST ? jsonOrNothing(text) : undefined
  const read = isObject(content) && typeof content.text === 'string' ? parseGraph(content.text) : undefined
  if (!read || 'problems' in read) return 'What is on the clipboard cannot be read as a part of a graph. Copy it again.'
  const { graph: part } = read
  const steps = planImport(doc.graph, part)
  let step = steps.next()
  while (!step.done) step = steps.next()
  const plan = step.value
  if (isRefusal(plan)) return plan.refused
  const ids = [...part.all('entity').keys()]
  if (ids.length > MOST) return TOO_MANY
  const isNew = new Set(ids.filter((id) => !doc.graph.get('entity', id)))
  const change = { ...plan.change('', 'ours'), label: `Paste ${plural(ids.length, 'entity', 'entities')}` }
  const isKnown = change.edits.length === 0
  const refusal = doc.run(change)
  if (refusal) return refusal.refused
  const missing = ids.filter((id) => isNew.has(id) || !view.shown.entities.some((entity) => entity.id === id))
  const places = placesFor(missing, placesIn(content), camera.centre(), view.positions, camera.zoom)
  view.admitAll(places, isKnown ? `Show ${plural(missing.length, 'entity', 'entities')}` : undefined)
  selection.selectEntities(ids)
  if (isKnown) return 'All of it is in this graph already; it is selected.'
  const here = ids.length - isNew.size
  return `Pasted ${plural(isNew.size, 'entity', 'entities')}${here > 0 ? `; ${here} more ${here === 1 ? 'was' : 'were'} here already` : ''}.`
}

function placesIn(content: unknown): ReadonlyMap<string, Point> {
  const places = isObject(content) && Array.isArray(content.places) ? content.places : []
  return new Map(
    places.flatMap((place: unknown) => {
      const [id, x, y] = Array.isArray(place) ? place : []
      return typeof id === 'string' && Number.isFinite(x) && Number.isFinite(y) ? [[id, { x, y }] as const] : []
    })
  )
}

/** Where what was pasted stands: as it stood to each other, about a point; what has no place, or a taken one, beside that. */
function placesFor(
  ids: readonly string[],
  old: ReadonlyMap<string, Point>,
  centre: Point,
  taken: ReadonlyMap<string, Point>,
  zoom: number
): ReadonlyMap<string, Point> {
  const known = ids.flatMap((id) => old.get(id) ?? [])
  const mean = (axis: 'x' | 'y') => known.reduce((sum, at) => sum + at[axis], 0) / Math.max(1, known.length)
  const [x, y] = [mean('x'), mean('y')]
  const places = new Map(taken)
  const made = new Map<string, Point>()
  for (const id of ids) {
    const at = old.get(id)
    const near = at ? { x: centre.x + at.x - x, y: centre.y + at.y - y } : centre
    const place = freePlace(places.values(), near, zoom)
    places.set(id, place)
    made.set(id, place)
  }
  return made
}
