import { Graph } from '@core/graph/graph'
import { defaultView, shown } from '@core/view/shown'
import { redraw } from '@renderer/canvas/layers/draw'
import { emphasisOf, hoverOf } from '@renderer/canvas/layers/emphasis'
import { EMPTY, lineOf, pictureOf } from '@renderer/canvas/layers/picture'
import { describe, expect, test } from 'vitest'
import { BASES, entity, relation } from '../../sample'
import { PLACES, pictureOfBases } from '../picture-of-bases'

describe('a picture', () => {
  test('has the symbol, radius and native name of each entity', () => {
    const { entities } = pictureOfBases()
    const hmeimim = entities.get('hmeimim')
    expect(hmeimim?.symbol.id).toBe('facility')
    expect(hmeimim?.native).toBe('قاعدة حميميم الجوية')
    expect(hmeimim?.radius).toBe(16)
    expect(entities.get('tartus')?.radius).toBe(13)
    expect(entities.get('russia')).not.toHaveProperty('native')
  })

  test('has the word and status of each relation, and the ties of each entity', () => {
    const { relations, tiesOf } = pictureOfBases()
    expect(relations.get('r-leaves')).toMatchObject({ word: 'withdraws from', status: 'disputed', symmetric: false })
    expect(relations.get('r-tartus')?.status).toBe('denied')
    expect(tiesOf.get('russia')).toEqual(['r-leaves', 'r-operates', 'r-tartus'])
  })

  test('counts a loop once', () => {
    expect(pictureOfBases(relation('r-loop', 'operates', 'tartus', 'tartus')).tiesOf.get('tartus')).toEqual([
      'r-loop',
      'r-tartus'
    ])
  })

  test('shows only what the view lets through', () => {
    const graph = Graph.of('Bases', BASES)
    const view = { ...defaultView(graph), hiddenTypes: ['equipment'], hiddenStatuses: ['denied'] }
    const { entities, relations } = pictureOf(graph, shown(graph, view))
    expect([...entities.keys()]).toEqual(['hmeimim', 'russia', 'tartus'])
    expect([...relations.keys()]).toEqual(['r-leaves', 'r-operates'])
  })
})

describe('what is different from what was drawn', () => {
  test('is everything at first, each node where it stands', () => {
    const { add, update, remove } = redraw(new Map(), pictureOfBases(), PLACES)
    expect(add.map(({ data, position }) => [data.id, position])).toContainEqual(['hmeimim', { x: 300, y: 0 }])
    expect(add).toHaveLength(4)
    expect([update, remove]).toEqual([[], []])
  })

  test('is nothing the second time', () => {
    const picture = pictureOfBases()
    expect(redraw(picture.entities, pictureOfBases(), PLACES)).toEqual({ add: [], update: [], remove: [] })
  })

  test('is a new size where an entity has become a hub', () => {
    const more = Array.from({ length: 3 }, (_, at) => relation(`r-more-${at}`, 'operates', 'russia', 'tartus'))
    const { add, update, remove } = redraw(pictureOfBases().entities, pictureOfBases(...more), PLACES)
    expect(update.map(([id]) => id).sort()).toEqual(['russia', 'tartus'])
    expect([add, remove]).toEqual([[], []])
  })

  test('is what has gone, and never what still waits for its place', () => {
    const before = pictureOfBases(entity('new', 'state', 'New'))
    expect(redraw(before.entities, pictureOfBases(), PLACES).remove).toEqual(['new'])
    expect(redraw(new Map(), before, PLACES).add.map(({ data }) => data.id)).not.toContain('new')
    expect(redraw(before.entities, EMPTY, PLACES).remove).toHaveLength(5)
  })
})

describe('a picture of very many parallel relations', () => {
  const parallel = Array.from({ length: 40 }, (_, at) => relation(`r-more-${at}`, 'operates', 'russia', 'antonov'))
  const picture = pictureOfBases(...parallel)

  test('has one line for them, and counts them all', () => {
    const line = lineOf(picture, 'r-more-7')
    expect(picture.relations.get(line)).toMatchObject({ word: '40 × operates' })
    expect(picture.tiesOf.get('antonov')).toContain(line)
    expect(picture.tiesOf.get('antonov')).not.toContain('r-more-7')
    expect(picture.shown).toBe(pictureOfBases().shown + 40)
    expect(picture.degrees.get('antonov')).toBe((pictureOfBases().degrees.get('antonov') ?? 0) + 40)
  })

  test('lights the bundle of a relation that is selected or hovered', () => {
    const line = lineOf(picture, 'r-more-7')
    expect(emphasisOf(picture, new Set(), 'r-more-7').selectedRelation).toBe(line)
    expect(hoverOf(picture, 'r-more-7').relations).toEqual(new Set([line]))
  })
})
