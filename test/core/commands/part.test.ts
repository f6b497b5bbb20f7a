import { apply } from '@core/change/change'
import { planImport } from '@core/commands/import-graph'
import { partOf } from '@core/commands/part'
import { tabbed, tablesOf } from '@core/commands/part-table'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as any from '../arbitraries'
import { entity, sampleGraph } from '../sample'

const chosen = any.graph.chain((graph) =>
  fc.tuple(fc.constant(graph), fc.subarray([...graph.all('entity').keys()], { minLength: 1 }))
)

it('a part is a sound graph of its own, whatever is chosen', () => {
  fc.assert(
    fc.property(chosen, ([graph, ids]) => {
      const part = partOf(graph, ids)
      const read = parseGraph(serialiseGraph(part))
      expect('problems' in read ? read.problems : []).toEqual([])
      expect(new Set(part.all('entity').keys())).toEqual(new Set(ids))
      for (const { from, to } of part.all('relation').values())
        expect([ids.includes(from), ids.includes(to)]).toEqual([true, true])
    })
  )
})

it('what is pasted into an empty graph and copied again is the same; pasted where it came from it changes nothing', () => {
  const pasted = (into: Graph, part: Graph) => {
    const steps = planImport(into, part)
    let step = steps.next()
    while (!step.done) step = steps.next()
    if ('refused' in step.value) throw new Error(step.value.refused)
    return step.value.change('', 'ours')
  }
  fc.assert(
    fc.property(chosen, ([graph, ids]) => {
      const part = partOf(graph, ids)
      const empty = Graph.of(part.title, [])
      const after = apply(empty, pasted(empty, part))
      if ('refused' in after) throw new Error(after.refused)
      expect(serialiseGraph(partOf(after, ids))).toBe(serialiseGraph(part))
      const edits = pasted(graph, part).edits.filter(({ before }) => before === undefined)
      expect(edits).toEqual([])
    })
  )
})

it('a voice that does not come along is there by its name', () => {
  const graph = sampleGraph()
  const [claim] = [...graph.all('claim').values()].filter(({ about }) => graph.get('relation', about))
  const relation = graph.get('relation', claim?.about ?? '')
  if (!claim || !relation) throw new Error('no claim')
  const speaker = entity('e-voice', 'person', 'Dmitry Peskov')
  const told = Graph.of('', [...sampleRecords(graph), speaker, { ...claim, attributedTo: 'e-voice' }])
  const part = partOf(told, [relation.from, relation.to])
  expect(part.get('claim', claim.id)?.attributedTo).toBe('Dmitry Peskov')
  expect(partOf(told, [relation.from, relation.to, 'e-voice']).get('claim', claim.id)?.attributedTo).toBe('e-voice')
})

function* sampleRecords(graph: Graph) {
  for (const kind of ['entityType', 'relationType', 'source', 'entity', 'relation', 'claim'] as const)
    yield* graph.all(kind).values()
}

it('as tables it has a row an entity and a row a claim, and no cell breaks out of its row or is a formula', () => {
  fc.assert(
    fc.property(chosen, ([graph, ids]) => {
      const part = partOf(graph, ids)
      const [entities = [], relations = []] = tablesOf(part)
      expect(entities).toHaveLength(part.all('entity').size + 1)
      const rows = [...part.all('relation').values()].map(({ id }) => Math.max(1, part.claimsAbout(id).length))
      expect(relations.length).toBe(rows.length === 0 ? 0 : rows.reduce((sum, one) => sum + one, 1))
      for (const row of [...entities, ...relations])
        for (const cell of row) expect(cell).not.toMatch(/[\t\r\n\u2028\u2029]|^\s*[=+@-]/)
    })
  )
  const graph = Graph.of('', [{ kind: 'entityType', id: 't', label: 'T' }, entity('e', 't', '=cmd|calc\t1')])
  expect(tabbed(tablesOf(graph))).toBe("Name\tType\tOther names\tPeriod\tSummary\n'=cmd|calc 1\tT\t\t\t")
})
