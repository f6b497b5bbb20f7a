import { emphasisOf, hoverOf, NO_HOVER, neighboursOf } from '@renderer/canvas/layers/emphasis'
import { describe, expect, test } from 'vitest'
import { pictureOfBases } from '../picture-of-bases'

const picture = pictureOfBases()
const emphasis = (entities: readonly string[], relation?: string) => emphasisOf(picture, new Set(entities), relation)
const sorted = (ids: ReadonlySet<string>) => [...ids].sort()

describe('what stands out', () => {
  test('is everything alike while nothing is selected', () => {
    const { dimming, litEntities, litRelations } = emphasis([])
    expect([dimming, litEntities.size, litRelations.size]).toEqual([false, 0, 0])
  })

  test('is a selected entity with its relations and neighbours', () => {
    const { dimming, litEntities, litRelations, selectedEntities } = emphasis(['hmeimim'])
    expect(dimming).toBe(true)
    expect(sorted(litEntities)).toEqual(['antonov', 'hmeimim', 'russia'])
    expect(sorted(litRelations)).toEqual(['r-leaves', 'r-operates', 'r-seen'])
    expect(sorted(selectedEntities)).toEqual(['hmeimim'])
  })

  test('is, of several entities, what holds them together', () => {
    const { litEntities, litRelations } = emphasis(['russia', 'tartus', 'antonov'])
    expect(sorted(litEntities)).toEqual(['antonov', 'russia', 'tartus'])
    expect(sorted(litRelations)).toEqual(['r-tartus'])
  })

  test('is a selected relation in the neighbourhood of the entity that the inspector came from', () => {
    const { litEntities, litRelations, selectedRelation } = emphasis(['hmeimim'], 'r-leaves')
    expect(selectedRelation).toBe('r-leaves')
    expect(sorted(litRelations)).toEqual(['r-leaves', 'r-operates', 'r-seen'])
    expect(sorted(litEntities)).toEqual(['antonov', 'hmeimim', 'russia'])
  })

  test('is a selected relation in the neighbourhood of both its ends otherwise', () => {
    expect(sorted(emphasis([], 'r-leaves').litRelations)).toEqual(['r-leaves', 'r-operates', 'r-seen', 'r-tartus'])
  })

  test('forgets what is no longer shown', () => {
    expect(emphasis(['gone'], 'r-gone')).toMatchObject({ dimming: false, selectedEntities: new Set() })
    expect(emphasis(['gone'], 'r-gone')).not.toHaveProperty('selectedRelation')
  })
})

test('hovering lights the relations of an entity, or the one under the pointer', () => {
  expect(hoverOf(picture, 'antonov')).toEqual({ entity: 'antonov', relations: new Set(['r-seen']) })
  expect(hoverOf(picture, 'r-tartus')).toEqual({ relations: new Set(['r-tartus']) })
  expect(hoverOf(picture, 'gone')).toBe(NO_HOVER)
  expect(hoverOf(picture, undefined)).toBe(NO_HOVER)
})

test('parallel relations make one neighbour', () => {
  expect(sorted(neighboursOf(picture, 'hmeimim'))).toEqual(['antonov', 'russia'])
})
