import { FIELDS, fieldsOf, fieldsWith } from '@core/records/fields'
import { KINDS, SCHEMAS } from '@core/records/records'
import { describe, expect, it } from 'vitest'

describe('the table of fields', () => {
  it('describes every field of every schema, in its order', () => {
    for (const kind of KINDS) {
      const inSchema = Object.keys(SCHEMAS[kind].shape).filter((field) => field !== 'kind' && field !== 'id')
      expect([...fieldsOf(kind).keys()]).toEqual(inSchema)
    }
  })

  it('calls fields of the same name the same', () => {
    const labels = new Map<string, string>()
    for (const kind of KINDS)
      for (const [name, { label }] of Object.entries(FIELDS[kind])) {
        expect(labels.get(name) ?? label).toBe(label)
        labels.set(name, label)
      }
  })

  it('names the properties that databases of ours have, in the order of their columns', () => {
    const columns = Object.fromEntries(KINDS.map((kind) => [kind, fieldsWith(({ column }) => column === true, [kind])]))
    expect(columns).toEqual({
      entityType: ['label', 'plural', 'symbol', 'colour'],
      relationType: ['label', 'inverse', 'symmetric'],
      source: ['title', 'publisher', 'published', 'url', 'language', 'reliability', 'basedOn', 'note'],
      entity: ['type', 'name', 'summary', 'period'],
      relation: [],
      claim: [
        ...['about', 'property', 'stance', 'statement', 'when', 'source', 'basedOn', 'attributedTo'],
        ...['credibility', 'note', 'recorded']
      ],
      notSame: [],
      view: ['name'],
      conflict: []
    })
  })

  it('names the fields that files of ours keep character for character', () => {
    const others = KINDS.filter((kind) => kind !== 'notSame' && kind !== 'conflict')
    const kept = fieldsWith(({ refersTo, isId }) => refersTo !== undefined || isId === true, others)
    expect([...kept].sort()).toEqual([
      ...['about', 'attributedTo', 'basedOn', 'colour', 'entities', 'from', 'hiddenEntities', 'hiddenRelationTypes'],
      ...['hiddenStatuses', 'hiddenTypes', 'onlyEntities', 'parent', 'positions', 'source', 'symbol', 'to', 'type']
    ])
  })

  it('names the lists to which two people may each add', () => {
    expect([...fieldsWith(({ entryKey }) => entryKey !== undefined)].sort()).toEqual([
      ...['aliases', 'entities', 'from', 'hiddenEntities', 'hiddenRelationTypes', 'hiddenStatuses', 'hiddenTypes'],
      ...['onlyEntities', 'positions', 'properties', 'to']
    ])
  })
})
