import { isRefusal } from '@core/change/refusal'
import { addAlias, addEntity, editEntity, keepApart, removeEntity, unfitTie } from '@core/commands/entities'
import { describe, expect, it } from 'vitest'
import { applied, claim, entity, recordsOf, sampleGraph } from '../sample'

const graph = sampleGraph()
const refusal = (result: unknown) => (isRefusal(result) ? result : undefined)

describe('addEntity', () => {
  it('adds what was typed, tidied', () => {
    const change = addEntity(graph, {
      id: 'e-syria',
      type: 'state',
      name: '  Syria ',
      aliases: [
        { text: ' سوريا', kind: 'native', script: 'Arab' },
        { text: ' ', kind: 'alias' },
        { text: 'Syria', kind: 'alias' },
        { text: 'سوريا', kind: 'native' }
      ],
      summary: '',
      period: '1946/..'
    })
    expect(change).toEqual({
      label: 'Add Syria',
      edits: [
        {
          after: {
            kind: 'entity',
            id: 'e-syria',
            type: 'state',
            name: 'Syria',
            aliases: [{ text: 'سوريا', kind: 'native', script: 'Arab' }],
            period: '1946/..'
          }
        }
      ]
    })
  })

  it('keeps names in NFC', () => {
    const made = applied(graph, addEntity(graph, { id: 'e-x', type: 'place', name: 'Cafe\u0301' }))
    expect(made.get('entity', 'e-x')?.name).toBe('Café')
  })

  it.each([
    [{ name: ' ' }, 'name', 'The name is missing.'],
    [{ name: 'x'.repeat(501) }, 'name', 'The name is longer than 500 characters.'],
    [{ name: 'a\nb' }, 'name', 'The name must be on one line.'],
    [{ type: '' }, 'type', 'The type is missing.'],
    [{ type: 'comet' }, 'type', 'Choose what it is: this type is not known here.'],
    [{ id: 'e-russia' }, 'id', 'The id “e-russia” belongs to something else here.'],
    [{ id: 'r-leads' }, 'id', 'The id “r-leads” belongs to something else here.'],
    [{ period: '2024-13' }, 'period', 'There is no month 13. Write 2024-12, or 2024 if the month is not known.'],
    [
      { aliases: [{ text: 'x'.repeat(501), kind: 'alias' as const }] },
      'aliases.0.text',
      'Name 1 of the other names is longer than 500 characters.'
    ]
  ])('refuses %j at %s', (more, field, words) => {
    const result = addEntity(graph, { id: 'e-new', type: 'state', name: 'New', ...more })
    expect(refusal(result)).toEqual({ refused: words, field })
  })

  it('has a label that is never long and never turns the line round', () => {
    const label = (name: string) => {
      const change = addEntity(graph, { id: 'e-new', type: 'state', name })
      return 'label' in change ? change.label : ''
    }
    expect(label('x'.repeat(500)).length).toBeLessThan(100)
    expect(label('a\u202eb')).toBe('Add a‹U+202E›b')
  })
})

describe('editEntity', () => {
  it('changes what is given, removes what is blank, leaves the rest, unknown fields too', () => {
    const odd = {
      ...entity('e-odd', 'state', 'Odd', { text: 'O', kind: 'alias' }),
      summary: 'S',
      period: '2000',
      later: [' kept ']
    }
    const before = graph.with([{ after: odd }])
    const after = applied(before, editEntity(before, { id: 'e-odd', name: 'Even', summary: '', period: undefined }))
    expect(after.get('entity', 'e-odd')).toEqual({
      kind: 'entity',
      id: 'e-odd',
      type: 'state',
      name: 'Even',
      aliases: odd.aliases,
      later: [' kept ']
    })
  })

  it('with nothing new changes nothing', () => {
    expect(editEntity(graph, { id: 'e-russia', name: 'Russia' })).toEqual({ label: 'Edit Russia', edits: [] })
  })

  it('takes a type that its relations do not join, which is told beforehand', () => {
    const russia = graph.get('entity', 'e-russia')
    if (!russia) throw new Error('Russia is gone')
    expect(refusal(editEntity(graph, { id: 'e-russia', type: 'person' }))).toBeUndefined()
    expect(unfitTie(graph, russia, 'person')).toContain(
      '“operates” joins State or Armed group to Facility, not Person to Facility.'
    )
    expect(unfitTie(graph, russia, 'armed-group')).toBeUndefined()
  })

  it('refuses to blank the name and to edit what is not there', () => {
    expect(refusal(editEntity(graph, { id: 'e-russia', name: '' }))?.field).toBe('name')
    expect(refusal(editEntity(graph, { id: 'nobody', name: 'N' }))?.refused).toContain('“nobody”')
  })
})

describe('addAlias', () => {
  it('adds a name', () => {
    const change = addAlias(graph, { entity: 'e-hmeimim', alias: { text: 'Khmeimim', kind: 'transliteration' } })
    expect('label' in change && change.label).toBe('Add the name Khmeimim to Hmeimim Air Base')
    expect(applied(graph, change).get('entity', 'e-hmeimim')?.aliases.at(-1)).toEqual({
      text: 'Khmeimim',
      kind: 'transliteration'
    })
  })

  it('refuses one that it has, and none', () => {
    const add = (text: string) => refusal(addAlias(graph, { entity: 'e-hts', alias: { text, kind: 'alias' } }))
    expect(add('HTS')).toEqual({ refused: 'Hay’at Tahrir al-Sham already has the name HTS.', field: 'alias' })
    expect(add(' Hay’at Tahrir al-Sham')?.field).toBe('alias')
    expect(add(' ')?.field).toBe('alias')
  })
})

describe('removeEntity', () => {
  it('takes its relations, all claims about it and them, and its pairs along, and leaves nothing pointing nowhere', () => {
    const about = graph.with([{ after: claim('c-about', 'e-hmeimim', { property: 'runway' }) }])
    const change = removeEntity(about, { id: 'e-hmeimim' })
    expect('label' in change && change.label).toBe('Remove Hmeimim Air Base and its 2 relations')
    const left = recordsOf(applied(about, change)).map(({ id }) => id)
    for (const gone of ['e-hmeimim', 'r-operates', 'r-near', 'c-1', 'c-2', 'c-about', 'e-hmeimim e-latakia'])
      expect(left).not.toContain(gone)
    for (const kept of ['e-russia', 'e-latakia', 'r-leads', 'c-3', 's-rt', 'overview']) expect(left).toContain(kept)
  })

  it('keeps who said it as text in claims that are attributed to it', () => {
    const after = applied(graph, removeEntity(graph, { id: 'e-russia' }))
    expect(after.get('claim', 'c-3')?.attributedTo).toBe('Russia')
    expect(after.get('claim', 'c-1')).toBeUndefined()
  })

  it('says what goes', () => {
    const label = (id: string) => {
      const change = removeEntity(graph, { id })
      return 'label' in change && change.label
    }
    expect(label('e-sharaa')).toBe('Remove Ahmed al-Sharaa and its relation')
    const alone = applied(graph, addEntity(graph, { id: 'e-new', type: 'state', name: 'New' }))
    expect(removeEntity(alone, { id: 'e-new' })).toMatchObject({
      label: 'Remove New',
      edits: [{ before: { id: 'e-new' } }]
    })
    expect(refusal(removeEntity(graph, { id: 'nobody' }))?.field).toBe('id')
  })
})

describe('keepApart', () => {
  it('remembers a pair, one way round', () => {
    const after = applied(graph, keepApart(graph, 'e-sharaa', 'e-hts'))
    expect(after.get('notSame', 'e-hts e-sharaa')?.pair).toEqual(['e-hts', 'e-sharaa'])
    expect(keepApart(after, 'e-hts', 'e-sharaa')).toMatchObject({ edits: [] })
  })

  it('refuses one and the same, and what is not there', () => {
    expect(refusal(keepApart(graph, 'e-hts', 'e-hts'))?.field).toBe('b')
    expect(refusal(keepApart(graph, 'nobody', 'e-hts'))?.field).toBe('a')
    expect(refusal(keepApart(graph, 'e-hts', 'nobody'))?.field).toBe('b')
  })
})
