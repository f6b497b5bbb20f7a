import type { Entity } from '@core/records/records'
import type { App } from '../state/app.svelte'
import type { Point } from '../state/shown-view.svelte'
import { freePlace } from './free-place'

/** Gives a new entity a place of its own, near a point or else near the middle of what is in sight. */
export function appear({ camera, view }: App, entity: Entity | undefined, near: Point = camera.centre()) {
  if (entity) view.admit(entity, freePlace(view.positions.values(), near, camera.zoom))
}
