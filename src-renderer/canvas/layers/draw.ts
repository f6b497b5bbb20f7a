import type { Core, ElementDefinition } from 'cytoscape'
import type { Point } from '../../state/shown-view.svelte'
import type { DrawnEntity, Picture } from './picture'

/** What has to happen to Cytoscape's nodes so that they show another picture. */
export interface Redraw {
  readonly add: readonly ElementDefinition[]
  readonly update: readonly (readonly [id: string, data: ElementDefinition['data']])[]
  readonly remove: readonly string[]
}

/** What is different between what was drawn and what is to be drawn. An entity without a place waits for the layout. */
export function redraw(
  drawn: ReadonlyMap<string, DrawnEntity>,
  { entities }: Picture,
  positions: ReadonlyMap<string, Point>
): Redraw {
  const add: ElementDefinition[] = []
  const update: [string, ElementDefinition['data']][] = []
  for (const [id, entity] of entities) {
    const position = positions.get(id)
    const before = drawn.get(id)
    if (!position) continue
    if (!before) add.push({ group: 'nodes', data: dataOf(id, entity), position: { ...position } })
    else if (before.radius !== entity.radius) update.push([id, dataOf(id, entity)])
  }
  const remove = [...drawn.keys()].filter((id) => !entities.has(id) || !positions.has(id))
  return { add, update, remove }
}

/** Carries it out, in one go. */
export function apply(cy: Core, { add, update, remove }: Redraw): void {
  cy.batch(() => {
    for (const id of remove) cy.getElementById(id).remove()
    for (const [id, data] of update) cy.getElementById(id).data(data)
    cy.add([...add])
  })
}

const dataOf = (id: string, { radius }: DrawnEntity) => ({ id, size: 2.2 * radius })
