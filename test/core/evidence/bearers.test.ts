import { bearersOf } from '@core/evidence/bearers'
import { evidence } from '@core/evidence/evidence'
import { heardIn } from '@core/evidence/voices'
import { figureGraph } from '@core/figure/figure-records'
import { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { claim, entity, native, relation, source } from '../sample'

const peskov = entity('peskov', 'person', 'Dmitry Peskov', native('Песков, Дмитрий Сергеевич'))
const kremlin = entity('kremlin', 'organisation', 'Kremlin')

describe('a voice typed as text, and the entity of that name', () => {
  const graphOf = (attributedTo: string, ...more: readonly AnyRecord[]) =>
    Graph.of('', [
      peskov,
      kremlin,
      entity('other', 'state', 'Other'),
      relation('r', 'meets', 'peskov', 'other'),
      source('s-1'),
      source('s-2'),
      claim('c-1', 'r', { source: 's-1', attributedTo: 'peskov' }),
      claim('c-2', 'r', { source: 's-2', attributedTo }),
      ...more
    ])

  it.each([
    'Dmitry Peskov',
    'dmitry  PESKOV',
    'Dmitri Peskov',
    'Дмитрий Песков',
    'Peskov, Dmitry',
    'Mr. Dmitry Peskov',
    'Песков, Дмитрий Сергеевич'
  ])('are one voice, in whatever spelling and script: %s', (text) => {
    const found = evidence(graphOf(text), 'r')
    expect(found).toMatchObject({ status: 'single-source', independent: 1 })
    expect(found.flags).toContain('one-voice')
    expect(found.weighed.map(({ isParty }) => isParty)).toEqual([true, true])
  })

  it.each(['Peskov', 'Lena Varga', 'officials', 'Kremlin officials', 'Maria Zakharova'])(
    'are two where it is another name: %s',
    (text) => {
      expect(evidence(graphOf(text), 'r').independent).toBe(2)
    }
  )

  it('are not joined where two entities bear it', () => {
    const namesake = entity('namesake', 'person', 'Dmitry Peskov')
    const found = evidence(graphOf('Dmitry Peskov', namesake), 'r')
    expect(found).toMatchObject({ status: 'corroborated', independent: 2 })
    expect(found.weighed.map(({ isParty }) => isParty)).toEqual([true, false])
  })

  it('are one also where a description is the name of an entity, as it is written', () => {
    const army = entity('army', 'armed-group', 'The army')
    const voice = (attributedTo: string) =>
      heardIn(graphOf('x', army), claim('c', 'r', { source: 's-1', attributedTo })).voice
    expect(voice('the army')).toMatchObject({ kind: 'entity', entity: 'army' })
    expect(voice('two officials').kind).toBe('unnamed')
  })

  it('are the same in a figure that does not show the speaker', () => {
    const away = relation('r-2', 'meets', 'kremlin', 'other')
    const graph = graphOf('x', away, claim('c-3', 'r-2', { source: 's-1', attributedTo: 'Дмитрий Песков' }))
    const part = figureGraph(graph, { kind: 'view', id: 'v', name: 'V', entities: ['kremlin', 'other'], positions: [] })
    expect(evidence(part, 'r-2').weighed[0]?.voice).toEqual(evidence(graph, 'r-2').weighed[0]?.voice)
  })
})

it('every entity is found by each of its names, and after it changed by its new ones only', () => {
  fc.assert(
    fc.property(any.graph, any.name, (graph, name) => {
      for (const { id, aliases, ...own } of graph.all('entity').values())
        for (const text of [own.name, ...aliases.map((alias) => alias.text)])
          expect(bearersOf(graph, text)).toContain(id)
      const before = graph.all('entity').get('e-0')
      if (!before) return
      const after = { ...before, name, aliases: [] }
      const changed = graph.with([{ before, after }])
      expect(bearersOf(changed, name)).toContain('e-0')
      expect(bearersOf(changed, name)).toEqual(bearersOf(Graph.of('', [...changed.all('entity').values()]), name))
    }),
    { numRuns: 50 }
  )
})
