import { keepApart } from '@core/commands/entities'
import { Graph } from '@core/graph/graph'
import { isSameName, nameForm } from '@core/names/same-name'
import { graphDuplicates } from '@core/queries/graph-duplicates'
import { namesOf } from '@core/queries/lookalikes'
import { judgePair } from '@core/queries/pair-evidence'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as any from '../arbitraries'
import { applied, entity, relation, sampleGraph } from '../sample'

function pairsOf(graph: Graph) {
  const steps = graphDuplicates(graph)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

const graph = sampleGraph().with([
  { after: { ...entity('e-khmeimim', 'facility', 'Khmeimim Air Base'), period: '2015/..' } },
  { after: entity('e-jolani', 'person', 'Abu Mohammad al-Julani') },
  { after: relation('r-k', 'operates', 'e-russia', 'e-khmeimim') },
  { after: relation('r-j', 'meets', 'e-jolani', 'e-latakia') }
])
const judged = (a: string, b: string, of = graph) => {
  const [one, other] = [of.get('entity', a), of.get('entity', b)]
  return one && other && judgePair(of, one, other)
}

describe('the likely duplicates of a graph', () => {
  it('are found across scripts, each pair once, most alike first', () => {
    const { count, pairs } = pairsOf(graph)
    expect(count).toBe(pairs.length)
    expect(pairs.map(({ a, b }) => [a, b].sort().join())).toEqual(['e-hmeimim,e-khmeimim', 'e-jolani,e-sharaa'])
    expect(pairs[0]?.figure).toBeGreaterThan(pairs[1]?.figure ?? 100)
  })

  it('are not those that were said to be two things', () => {
    const apart = applied(graph, keepApart(graph, 'e-hmeimim', 'e-khmeimim'))
    expect(pairsOf(apart).pairs).toHaveLength(1)
  })

  it('are just those of which a name may be one of the other, in a graph where none is common', () => {
    fc.assert(
      fc.property(any.graph, (made) => {
        const entities = [...made.all('entity').values()]
        const plain = entities.flatMap((a, at) =>
          entities.slice(at + 1).filter((b) => {
            const isApart = made.get('notSame', [a.id, b.id].sort().join(' '))
            const alike = namesOf(a).some((one) => namesOf(b).some((two) => isSameName(nameForm(one), nameForm(two))))
            return alike && !isApart
          })
        )
        expect(pairsOf(made).count).toBeLessThanOrEqual(plain.length)
        for (const { figure } of pairsOf(made).pairs) expect(figure).toBeGreaterThan(0)
      }),
      { numRuns: 15 }
    )
  })
})

describe('the evidence of a pair', () => {
  const labels = (a: string, b: string, of = graph) => judged(a, b, of)?.evidence.map(({ label }) => label)

  it('names what speaks for it: names, type, ties', () => {
    expect(labels('e-hmeimim', 'e-khmeimim')).toEqual([
      'Name alike in sound or spelling',
      'Same type',
      'Common neighbour'
    ])
    expect(judged('e-hmeimim', 'e-khmeimim')?.evidence[2]?.detail).toBe('operated by Russia')
  })

  it('names what speaks against it: type, values, times, a relation between the two', () => {
    const one = { ...entity('e-a', 'facility', 'Antonov'), properties: { built: 1950 }, period: '1950/1960' }
    const other = { ...entity('e-b', 'state', 'Antonov'), properties: { built: 1970 }, period: '1970/..' }
    const made = Graph.of('', [
      ...sampleGraph().all('entityType').values(),
      one,
      other,
      relation('r', 'meets', 'e-a', 'e-b')
    ])
    expect(labels('e-a', 'e-b', made)).toEqual([
      'Same name',
      'Another type',
      'Related to each other',
      'No common neighbour',
      'Another built',
      'Not at the same time'
    ])
  })

  it('is none without a name that may be the same', () => {
    expect(judged('e-russia', 'e-latakia')).toBeUndefined()
  })
})
