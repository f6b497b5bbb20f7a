import { FARTHEST } from '../records/limits'
import type { View } from '../records/records'

/** A place in the drawing: x to the right, y down, in pixels at 100 %. */
interface Place {
  readonly x: number
  readonly y: number
}

/** A coordinate as near as a drawing can have it; one that is no number is 0. */
export const bounded = (value: number): number => Math.min(FARTHEST, Math.max(-FARTHEST, value)) || 0

/** Where a view has its entities, by id, none farther off than a drawing can show. The record stays as it is. */
export const placesOf = ({ positions }: Pick<View, 'positions'>): Map<string, Place> =>
  new Map(positions.map(([id, x, y]) => [id, { x: bounded(x), y: bounded(y) }]))

/** How many places of a view lie farther off than a drawing can show. */
const farPlaces = ({ positions }: Pick<View, 'positions'>): number =>
  positions.reduce((count, [, x, y]) => count + Number(bounded(x) !== x || bounded(y) !== y), 0)

/** What is said of a graph with places that lie too far off to be drawn; undefined where there are none. */
export function farPlacesNotice(views: Iterable<View>): string | undefined {
  let places = 0
  for (const view of views) places += farPlaces(view)
  if (places === 0) return undefined
  const [what, they] = places === 1 ? ['1 place lies', 'It is'] : [`${places} places lie`, 'They are']
  const far = '100,000'
  return `${what} more than ${far} pixels from the middle of a view. ${they} drawn at that distance; the file stays as it is until you arrange that view.`
}
