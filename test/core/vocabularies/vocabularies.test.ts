import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { graphWith, onlyTypes, VOCABULARIES } from '@core/vocabularies/vocabularies'
import { describe, expect, it } from 'vitest'
import { sampleGraph } from '../sample'

const FOLDER = fileURLToPath(new URL('../../../src-core/vocabularies', import.meta.url))
const WITH_FILE = VOCABULARIES.filter(({ id }) => id !== 'empty')

describe('the vocabularies that come with the program', () => {
  it.each(WITH_FILE)('$label: a sound graph file, as the program itself would write it', async ({ id, label }) => {
    const text = await readFile(join(FOLDER, `${id}.entente.json`), 'utf8')
    const read = parseGraph(text)
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    expect(read.graph.title).toBe(label)
    expect(serialiseGraph(read.graph)).toBe(text)
  })

  it.each(WITH_FILE)(
    '$label: every relation type says whether it happens or lasts, and joins types that are there',
    ({ ...vocabulary }) => {
      const graph = graphWith(vocabulary, 'Mine')
      const joined = new Set<string>()
      for (const { id, aspect, from, to, symmetric, label, inverse } of graph.all('relationType').values()) {
        expect([id, aspect]).toEqual([id, expect.stringMatching(/^(?:event|state)$/)])
        for (const end of [...(from ?? []), ...(to ?? [])]) {
          expect(graph.get('entityType', end), `${id} joins ${end}`).toBeDefined()
          joined.add(end)
        }
        if (symmetric) expect([inverse, to]).toEqual([label, from])
        else expect(inverse).not.toBe(label)
      }
      expect([...graph.all('entityType').keys()].filter((id) => !joined.has(id))).toEqual([])
    }
  )

  it.each(WITH_FILE)('$label: no two types have the same word, or look the same', (vocabulary) => {
    const types = [...graphWith(vocabulary, 'Mine').all('entityType').values()]
    expect(new Set(types.map(({ label }) => label)).size).toBe(types.length)
    const looks = types.map(({ id, symbol, colour }) => `${symbol ?? id} ${colour ?? ''}`)
    expect(looks.filter((look, at) => looks.indexOf(look) !== at)).toEqual([])
    const words = [...graphWith(vocabulary, 'Mine').all('relationType').values()].map(({ label }) => label)
    expect(new Set(words).size).toBe(words.length)
  })

  it('the empty one has no types', () => {
    const graph = graphWith({ id: 'empty', label: 'Empty', summary: '' }, 'Mine')
    expect([graph.title, graph.all('entityType').size, graph.all('relationType').size]).toEqual(['Mine', 0, 0])
  })
})

it('the types of another graph come without its records', () => {
  const graph = sampleGraph()
  const types = onlyTypes(graph, 'Mine')
  expect([types.all('entityType').size, types.all('relationType').size]).toEqual([
    graph.all('entityType').size,
    graph.all('relationType').size
  ])
  expect([types.title, types.all('entity').size, types.all('claim').size, types.all('view').size]).toEqual([
    'Mine',
    0,
    0,
    0
  ])
})
