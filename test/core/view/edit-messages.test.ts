import { databaseLabels } from '@core/external/database-labels'
import { type Edit, Graph } from '@core/graph/graph'
import * as editMessages from '@core/view/edit-messages'
import type { Find } from '@core/view/field-labels'
import { describe, expect, test } from 'vitest'
import { claim, entity, RECORDS, relation, source } from '../sample'

const graph = Graph.of('Sample', RECORDS)
const find: Find = (kind, id) => graph.get(kind, id)
const editInWords = (edit: Edit, names: Find) => editMessages.editInWords(edit, names, databaseLabels)
const [tie] = [...graph.all('relation').values()]
if (!tie) throw new Error('the sample has a relation')
const name = (id: string) => graph.get('entity', id)?.name ?? id
const word = graph.get('relationType', tie.type)?.label

describe('an edit in words', () => {
  test('names what was added and lists its fields, names instead of ids', () => {
    const added = entity('x', 'state', 'Atlantis', { text: 'أطلنطس', kind: 'native' })
    expect(
      editInWords({ after: { ...added, period: '2017/..', properties: { Population: 12, Sunk: true } } }, find)
    ).toEqual({
      deed: 'added',
      kind: 'entity',
      subject: 'Atlantis',
      fields: [
        { label: 'Type', after: 'State' },
        { label: 'Other names', after: 'native name \u2068أطلنطس\u2069' },
        { label: 'Period', after: 'from 2017, no end known' },
        { label: 'Population', after: '12' },
        { label: 'Sunk', after: 'yes' }
      ]
    })
  })

  test('shows each changed field before and after, and no other', () => {
    const before = entity('x', 'state', 'Atlantis')
    const words = editInWords({ before, after: { ...before, name: 'Mu', summary: 'An island.' } }, find)
    expect(words).toMatchObject({ deed: 'changed', subject: 'Mu' })
    expect(words?.fields).toEqual([
      { label: 'Name', before: 'Atlantis', after: 'Mu' },
      { label: 'Summary', after: 'An island.' }
    ])
  })

  test('of a list shows what came and what went', () => {
    const aliases = [
      { text: 'A', kind: 'alias' as const },
      { text: 'B', kind: 'alias' as const }
    ]
    const before = entity('x', 'state', 'Atlantis', ...aliases)
    const after = entity('x', 'state', 'Atlantis', { text: 'A', kind: 'alias' }, { text: 'C', kind: 'former' })
    expect(editInWords({ before, after }, find)?.fields).toEqual([
      { label: 'Other names', before: 'other name \u2068B\u2069', after: 'former name \u2068C\u2069' }
    ])
  })

  test('reads a relation and a claim as lines, with grade, stance and source in words', () => {
    const line = `${name(tie.from)} —${word}→ ${name(tie.to)}`
    expect(editInWords({ before: relation(tie.id, tie.type, tie.from, tie.to) }, find)).toMatchObject({
      deed: 'removed',
      subject: line,
      fields: []
    })
    const words = editInWords(
      { after: claim('c-x', tie.id, { source: 's-x', locator: { paragraph: 4, page: 2 }, when: '2024-12-13' }) },
      (kind, id) => (kind === 'source' && id === 's-x' ? (source('s-x') as never) : find(kind, id))
    )
    expect(words?.fields).toEqual([
      { label: 'About', after: line },
      { label: 'Stance', after: 'Supports' },
      { label: 'Source', after: 'Report s-x' },
      { label: 'Credibility', after: '2 · Probably true' },
      { label: 'Recorded', after: '2 Mar 2025' },
      { label: 'Passage', after: 'page 2, paragraph 4' },
      { label: 'True when', after: '13 Dec 2024' }
    ])
  })

  test('has words for a field that no rule is for', () => {
    const before = entity('x', 'state', 'Atlantis')
    const after = { ...before, 'x-later': { a: [1] } }
    expect(editInWords({ before, after }, find)?.fields).toEqual([{ label: 'x-later', after: '{"a":[1]}' }])
  })

  test('is nothing for an empty edit', () => {
    expect(editInWords({}, find)).toBeUndefined()
  })
})
