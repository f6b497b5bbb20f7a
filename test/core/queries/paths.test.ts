import { Graph } from '@core/graph/graph'
import { neighbours } from '@core/queries/neighbours'
import { shortestPaths } from '@core/queries/paths'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entity, relation } from '../sample'

function graphOf(...ends: readonly string[]): Graph {
  const ids = new Set(ends.join(''))
  return Graph.of('', [
    ...[...ids].map((id) => entity(id, 'state', id)),
    ...ends.map(([from = '', to = ''], at) => relation(`r${at}`, 'meets', from, to))
  ])
}

describe('shortest paths', () => {
  it('are all of them, directions aside, in the order of ids', () => {
    const graph = graphOf('ab', 'cb', 'ad', 'dc', 'ae', 'ef', 'fc')
    expect(shortestPaths(graph, 'a', 'c')).toEqual([
      { entities: ['a', 'b', 'c'], relations: [['r0'], ['r1']] },
      { entities: ['a', 'd', 'c'], relations: [['r2'], ['r3']] }
    ])
  })

  it('name every relation along the way', () => {
    expect(shortestPaths(graphOf('ab', 'ba', 'bb', 'bc'), 'a', 'c')).toEqual([
      { entities: ['a', 'b', 'c'], relations: [['r0', 'r1'], ['r3']] }
    ])
  })

  it('from an entity to itself is that entity; to one that is not joined or not there, none', () => {
    const graph = graphOf('ab', 'cd')
    expect(shortestPaths(graph, 'a', 'a')).toEqual([{ entities: ['a'], relations: [] }])
    expect(shortestPaths(graph, 'a', 'd')).toEqual([])
    expect(shortestPaths(graph, 'a', 'nobody')).toEqual([])
    expect(shortestPaths(graph, 'nobody', 'nobody')).toEqual([])
  })

  it('stop at as many as are asked for, however many there are', () => {
    // Twelve diamonds in a row: 4096 ways.
    const ends = Array.from({ length: 12 }, (_, at) => {
      const [left, up, down, right] = [at * 3, at * 3 + 1, at * 3 + 2, at * 3 + 3].map((code) =>
        String.fromCodePoint(0x4e00 + code)
      )
      return [`${left}${up}`, `${up}${right}`, `${left}${down}`, `${down}${right}`]
    }).flat()
    const graph = graphOf(...ends)
    const [first, last] = [0, 36].map((code) => String.fromCodePoint(0x4e00 + code))
    expect(shortestPaths(graph, first ?? '', last ?? '').length).toBe(10)
    expect(shortestPaths(graph, first ?? '', last ?? '', { most: 3 }).length).toBe(3)
  })

  it('are as long as a search step by step says, and every step is a relation', () => {
    const letter = fc.constantFrom(...'abcdefg')
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(letter, letter).map((ends) => ends.join('')),
          { minLength: 1, maxLength: 12 }
        ),
        letter,
        letter,
        (ends, a, b) => {
          const graph = graphOf(...ends)
          const paths = shortestPaths(graph, a, b, { most: 100 })
          expect(paths[0]?.entities.length).toBe(stepsBetween(graph, a, b))
          for (const { entities, relations } of paths) {
            expect([entities[0], entities.at(-1)]).toEqual([a, b])
            expect(entities.length).toBe(paths[0]?.entities.length)
            expect(new Set(entities).size).toBe(entities.length)
            expect(relations.every((ids) => ids.length > 0)).toBe(true)
          }
          expect(new Set(paths.map(({ entities }) => entities.join())).size).toBe(paths.length)
        }
      )
    )
  })
})

/** How many entities the shortest way has, found the simple way. */
function stepsBetween(graph: Graph, a: string, b: string): number | undefined {
  if (!graph.get('entity', a) || !graph.get('entity', b)) return undefined
  let reached = new Set([a])
  for (let length = 1; ; length += 1) {
    if (reached.has(b)) return length
    const next = new Set([...reached].flatMap((id) => [id, ...neighbours(graph, id).map((entity) => entity.id)]))
    if (next.size === reached.size) return undefined
    reached = next
  }
}
