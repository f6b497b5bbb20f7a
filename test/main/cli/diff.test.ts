import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { expect, it } from 'vitest'
import { claim, entity, RECORDS, relation, sampleGraph } from '../../core/sample'
import { entente, fileWith } from './run-main'

const fileOf = (graph: Graph) => fileWith(serialiseGraph(graph))
const russia = sampleGraph().get('entity', 'e-russia')

const other = () =>
  sampleGraph().with([
    {
      ...(russia && {
        before: russia,
        after: { ...russia, name: 'Russian Federation', properties: { capital: 'Moscow' } }
      })
    },
    { after: relation('r-meets', 'meets', 'e-sharaa', 'e-russia') },
    { after: claim('c-9', 'r-meets', { statement: 'They met.' }) },
    { before: claim('c-1', 'r-operates', { when: '2017/..' }) }
  ])

it('says nothing and ends with 0 where two files say the same', async () => {
  const path = await fileOf(sampleGraph())
  const again = await fileWith(JSON.stringify(JSON.parse(serialiseGraph(sampleGraph()))))
  expect(await entente('diff', path, again)).toEqual({ code: 0, out: [], err: ['The two say the same.'] })
  expect(await entente('diff', path, again, '--json')).toEqual({ code: 0, out: ['[]'], err: [] })
})

it('names what was added, changed and removed as a reader knows it, by field, and ends with 1', async () => {
  const [a, b] = [await fileOf(sampleGraph()), await fileOf(other())]
  const { code, out, err } = await entente('diff', a, b)
  expect(code).toBe(1)
  expect(err).toEqual(['2 added, 1 changed, 1 removed.'])
  expect(out).toEqual([
    '~ Entity  Russian Federation',
    '    Name: Russia → Russian Federation',
    '    capital: + Moscow',
    '+ Relation  Ahmed al-Sharaa —meets— Russian Federation',
    '- Claim  Russian Federation —operates→ Hmeimim Air Base: “What c-1 says.”',
    '    About: Russian Federation —operates→ Hmeimim Air Base',
    '    Stance: Supports',
    '    True when: from 2017, no end known',
    '    Source: Wire report',
    '    Credibility: 2 · Probably true',
    '    Recorded: 2 Mar 2025',
    '+ Claim  Ahmed al-Sharaa —meets— Russian Federation: “They met.”',
    '    About: Ahmed al-Sharaa —meets— Russian Federation',
    '    Stance: Supports',
    '    Source: Wire report',
    '    Credibility: 2 · Probably true',
    '    Recorded: 2 Mar 2025'
  ])
})

it('as JSON gives every field as it stands in the files', async () => {
  const [a, b] = [await fileOf(sampleGraph()), await fileOf(other())]
  const rows = JSON.parse((await entente('diff', a, b, '--json')).out.join('\n'))
  expect(rows[0]).toEqual({
    kind: 'entity',
    id: 'e-russia',
    name: 'Russian Federation',
    deed: 'changed',
    fields: [
      { field: 'name', before: 'Russia', after: 'Russian Federation' },
      { field: 'properties.capital', after: 'Moscow' }
    ]
  })
  expect(rows).toHaveLength(4)
})

it('tells another title, and what never may reach a terminal', async () => {
  const a = await fileOf(Graph.of('One', RECORDS))
  const b = await fileOf(Graph.of('Two', [...RECORDS, entity('e-x', 'state', 'Evil\u001b]0;x\u202e')]))
  const { code, out } = await entente('diff', a, b)
  expect(code).toBe(1)
  expect(out.slice(0, 2)).toEqual(['~ Graph', '    title: One → Two'])
  expect(out.join('\n')).not.toMatch(/[\u001b\u202e]/)
})

it('asks for two files, and says which cannot be read', async () => {
  const path = await fileOf(sampleGraph())
  expect((await entente('diff', path)).code).toBe(2)
  const { code, err } = await entente('diff', path, await fileWith('{'))
  expect(code).toBe(1)
  expect(err[0]).toMatch(/graph\.entente\.json/)
})
