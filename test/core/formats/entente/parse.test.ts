import { readFileSync } from 'node:fs'
import { parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { describe, expect, it } from 'vitest'
import { claim, entity, recordsOf, sampleGraph } from '../../sample'
import { file, graphOf, messages, problemsOf, TEXT } from './reading'

const SEED = readFileSync(new URL('../../../../graph-seed/syria-2024.entente.json', import.meta.url), 'utf8')

describe('a good file', () => {
  it('gives its records, title and version', () => {
    const result = parseGraph(TEXT)
    expect(result).toMatchObject({ version: 1, newer: false })
    expect(graphOf(TEXT).title).toBe('Sample')
    expect(recordsOf(graphOf(TEXT))).toEqual(recordsOf(sampleGraph()))
  })

  it('may begin with a byte order mark, have CRLF, any spacing, and leave sections out', () => {
    const same = [`\uFEFF${TEXT}`, TEXT.replaceAll('\n', '\r\n'), JSON.stringify(JSON.parse(TEXT), null, '\t')]
    for (const text of same) expect(recordsOf(graphOf(text))).toEqual(recordsOf(sampleGraph()))
    const empty = graphOf('{"format":"entente-graph","version":1}')
    expect(recordsOf(empty)).toEqual([])
    expect(empty.title).toBe('')
  })

  it('may leave aliases and positions out', () => {
    const graph = graphOf(
      '{"format":"entente-graph","version":1,"vocabulary":{"entityTypes":[{"id":"t","label":"T"}]},"entities":[{"id":"e","type":"t","name":"E"}],"views":[{"id":"v","name":"V"}]}'
    )
    expect(graph.get('entity', 'e')).toEqual({ kind: 'entity', id: 'e', type: 't', name: 'E', aliases: [] })
    expect(graph.get('view', 'v')?.positions).toEqual([])
  })

  it('keeps what it does not know, at the top, in the vocabulary and in records', () => {
    const text = file({
      later: { a: [1, null] },
      vocabulary: { ...JSON.parse(TEXT).vocabulary, colours: ['x'] },
      entities: [
        { id: 'e', type: 'state', name: 'E', mood: { good: true }, aliases: [{ text: 'A', kind: 'alias', mark: 1 }] }
      ],
      relations: [],
      claims: [],
      notSame: [],
      views: []
    })
    const graph = graphOf(text)
    expect(graph.extra).toEqual(
      new Map<string, unknown>([
        ['later', { a: [1, null] }],
        ['vocabulary', { colours: ['x'] }]
      ])
    )
    expect(graph.get('entity', 'e')).toMatchObject({ mood: { good: true }, aliases: [{ mark: 1 }] })
    const again = serialiseGraph(graph)
    expect(JSON.parse(again)).toMatchObject({ later: { a: [1, null] }, vocabulary: { colours: ['x'] } })
    expect(again).toContain('"mood":{"good":true}')
  })

  it('views may name entities that are gone', () => {
    expect(
      graphOf(file({ views: [{ id: 'v', name: 'V', entities: ['gone'], positions: [['gone', 1, 2]] }] })).get(
        'view',
        'v'
      )
    ).toMatchObject({
      entities: ['gone']
    })
  })

  it('pairs that are kept apart have one form, whichever way round and how often they are written', () => {
    const graph = graphOf(
      file({
        notSame: [
          ['e-russia', 'e-hts'],
          ['e-hts', 'e-russia']
        ]
      })
    )
    expect([...graph.all('notSame').values()]).toEqual([
      { kind: 'notSame', id: 'e-hts e-russia', pair: ['e-hts', 'e-russia'] }
    ])
  })

  it('the seed graph is one', () => {
    expect(problemsOf(SEED)).toEqual([])
    expect(graphOf(SEED).all('relation').size).toBeGreaterThan(40)
  })
})

describe('a file of a newer version', () => {
  it('is read as far as it can be, and says so', () => {
    const result = parseGraph(
      file({
        version: 7,
        claims: [{ id: 'c-new', about: 'r-operates', certainty: 0.7 }, JSON.parse(TEXT).claims[0]],
        entities: [...JSON.parse(TEXT).entities, { id: 'e-odd', type: 'comet', name: 'Odd' }],
        relations: [...JSON.parse(TEXT).relations, { id: 'r-odd', type: 'meets', from: 'e-odd', to: 'e-russia' }]
      })
    )
    expect(result).toMatchObject({ version: 7, newer: true })
    const graph = 'graph' in result ? result.graph : Graph.of('', [])
    expect([...graph.all('claim').keys()]).toEqual(['c-1'])
    expect(graph.get('entity', 'e-odd')).toBeUndefined()
    expect(graph.get('relation', 'r-odd')).toBeUndefined()
    expect(graph.get('relation', 'r-operates')).toBeDefined()
  })

  it('with sections of another shape leaves them aside', () => {
    const result = parseGraph(file({ version: 2, claims: { by: 'id' }, vocabulary: [] }))
    expect('graph' in result && result.graph.all('claim').size).toBe(0)
  })
})

describe('one record that is wrong', () => {
  const claims = (more: object) => file({ claims: [{ ...claim('c-12', 'r-operates'), kind: undefined, ...more }] })
  it.each([
    [{ credibility: 9 }, 'Claim c-12: "credibility" must be a whole number from 1 to 6, not 9.'],
    [{ credibility: '2' }, 'Claim c-12: "credibility" must be a whole number from 1 to 6, not “2”.'],
    [{ credibility: 1.5 }, 'Claim c-12: "credibility" must be a whole number from 1 to 6, not 1.5.'],
    [{ stance: 'perhaps' }, 'Claim c-12: "stance" must be one of supports, denies, uncertain, not “perhaps”.'],
    [{ statement: undefined }, 'Claim c-12: "statement" is missing.'],
    [{ statement: '' }, 'Claim c-12: "statement" must not be empty.'],
    [{ statement: ['x'] }, 'Claim c-12: "statement" must be text, not a list.'],
    [{ locator: { paragraph: 0 } }, 'Claim c-12: "locator.paragraph" must be a whole number from 1 up, not 0.'],
    [{ attributedTo: 'a\nb' }, 'Claim c-12: "attributedTo" must be on one line.'],
    [{ note: 'a\0b' }, 'Claim c-12: "note" holds a NUL character.'],
    [{ note: 'a\ud800b' }, 'Claim c-12: "note" holds half a surrogate pair, which is no character.'],
    [{ kind: 'claim' }, 'Claim c-12: "kind" must not be there: the section says what a record is.'],
    [{ source: null }, 'Claim c-12: "source" must be text, not null.']
  ])('%o', (more, message) => {
    expect(messages(claims(more))).toEqual([message])
  })

  it('of another kind is told as plainly', () => {
    const at = (section: string, value: unknown) =>
      messages(file({ [section]: value, claims: [], relations: [], notSame: [] }))
    expect(at('entities', [{ id: 'e', type: 'state', name: 'E', aliases: [{ text: 'x', kind: 'nick' }] }])).toEqual([
      'Entity e: "aliases[1].kind" must be one of alias, acronym, former, nom-de-guerre, transliteration, native, not “nick”.'
    ])
    expect(at('entities', ['Russia'])).toEqual(['Entity number 1 must be an object, not “Russia”.'])
    expect(at('entities', [{ id: 'a b', type: 'state', name: 'E' }])[0]).toBe(
      'Entity a b: "id" must hold no spaces or invisible characters.'
    )
    expect(at('entities', [{ id: 'e', type: 'state', name: ' ' }])).toEqual(['Entity e: "name" must not be blank.'])
    expect(at('entities', [{ type: 'state', name: 'E' }])).toEqual(['Entity number 1: "id" is missing.'])
    expect(at('entities', {})).toEqual(['"entities" must be a list.'])
    expect(at('sources', [{ id: 's', title: 'S', reliability: 'Z' }])).toEqual([
      'Source s: "reliability" must be one of A, B, C, D, E, F, not “Z”.'
    ])
    expect(at('sources', [{ id: 's', title: 'S', reliability: 'A', url: 'javascript:alert(1)' }])[0]).toContain(
      '"url" must be a web address'
    )
    expect(at('views', [{ id: 'v', name: 'V', positions: [['e', 1]] }])[0]).toContain('View v: "positions[1]')
  })

  it('stands with the line of its field, on one line or many', () => {
    const [onOneLine] = problemsOf(TEXT.replace('"credibility":3', '"credibility":30'))
    expect(onOneLine).toEqual({
      message: 'Claim c-2: "credibility" must be a whole number from 1 to 6, not 30.',
      record: 'c-2',
      line: 1 + TEXT.split('\n').findIndex((line) => line.includes('"c-2"'))
    })
    const spread = JSON.stringify(JSON.parse(TEXT), null, 2).replace('"credibility": 3', '"credibility": 30')
    expect(problemsOf(spread)[0]?.line).toBe(1 + spread.split('\n').findIndex((line) => line.includes(': 30')))
  })

  it('never hands its text on: no long value, no control or bidi character', () => {
    const evil = `\u202Egnp.exe\u0007${'x'.repeat(5_000_000)}`
    for (const text of [
      file({ entities: [entity(evil, 'state', 'E')].map(({ kind, ...rest }) => rest) }),
      file({ entities: [{ id: 'e', type: 'state', name: evil }] }),
      claims({ stance: evil }),
      file({ entities: [{ id: 'e', type: 'state', name: 'E', properties: { [evil]: [] } }] }),
      file({ entities: [{ id: 'e', type: 'state', name: 'E', properties: { [evil.slice(0, 90)]: [] } }] }),
      claims({ when: evil }),
      file({ [evil]: JSON.parse('['.repeat(200) + ']'.repeat(200)) }),
      file({ format: evil }),
      claims({ about: evil.slice(0, 300) })
    ]) {
      const found = problemsOf(text)
      expect(found.length).toBeGreaterThan(0)
      for (const { message, record = '' } of found) {
        expect(message.length).toBeLessThan(400)
        expect(message + record).not.toMatch(/[\u202e\u0007]/)
        expect(record.length).toBeLessThan(300)
      }
    }
  })
})

describe('records that do not fit together', () => {
  const change = (section: string, more: readonly unknown[]) =>
    file({ [section]: [...JSON.parse(TEXT)[section], ...more] })

  it.each([
    ['entities', { id: 'e-hts', type: 'state', name: 'X' }, 'Entity e-hts: another entity has the same id.'],
    [
      'relations',
      { id: 'e-hts', type: 'meets', from: 'e-hts', to: 'e-russia' },
      'Relation e-hts: an entity has the same id.'
    ],
    ['claims', { ...claim('s-rt', 'r-near'), kind: undefined }, 'Claim s-rt: a source has the same id.'],
    [
      'entities',
      { id: 'e-x', type: 'comet', name: 'X' },
      'Entity e-x: "type" names “comet”, and there is no such entity type.'
    ],
    [
      'relations',
      { id: 'r-x', type: 'owns', from: 'e-hts', to: 'e-russia' },
      'Relation r-x: "type" names “owns”, and there is no such relation type.'
    ],
    [
      'relations',
      { id: 'r-x', type: 'meets', from: 'e-hts', to: 'nobody' },
      'Relation r-x: "to" names “nobody”, and there is no such entity.'
    ],
    [
      'claims',
      { ...claim('c-x', 'nothing'), kind: undefined },
      'Claim c-x: "about" names “nothing”, and there is no such relation or entity.'
    ],
    [
      'claims',
      { ...claim('c-x', 'r-near', { source: 's-x' }), kind: undefined },
      'Claim c-x: "source" names “s-x”, and there is no such source.'
    ],
    [
      'claims',
      { ...claim('c-x', 'r-near', { basedOn: 's-x' }), kind: undefined },
      'Claim c-x: "basedOn" names “s-x”, and there is no such source.'
    ],
    [
      'sources',
      { id: 's-x', title: 'X', reliability: 'F', basedOn: 's-y' },
      'Source s-x: "basedOn" names “s-y”, and there is no such source.'
    ],
    [
      'sources',
      { id: 's-x', title: 'X', reliability: 'F', basedOn: 's-x' },
      'Source s-x: it is based on itself, by way of “s-x”.'
    ],
    ['notSame', ['e-russia', 'nobody'], 'Pair e-russia nobody: it names “nobody”, and there is no such entity.'],
    ['notSame', ['e-russia', 'e-russia'], 'Pair number 2 must name two different entities.'],
    ['views', { id: 'overview', name: 'Again' }, 'View overview: another view has the same id.']
  ])('%s', (section, record, message) => {
    expect(messages(change(section, [record]))).toEqual([message])
  })

  it('name types in the vocabulary that are not there', () => {
    const vocabulary = JSON.parse(TEXT).vocabulary
    const types = [...vocabulary.relationTypes, { id: 'x', label: 'x', inverse: 'x', from: ['comet'] }]
    expect(messages(file({ vocabulary: { ...vocabulary, relationTypes: types } }))).toEqual([
      'Relation type x: "from" names “comet”, and there is no such entity type.'
    ])
  })

  it('a circle of sources is told once', () => {
    const sources = [
      { id: 's-1', title: '1', reliability: 'A', basedOn: 's-2' },
      { id: 's-2', title: '2', reliability: 'A', basedOn: 's-3' },
      { id: 's-3', title: '3', reliability: 'A', basedOn: 's-2' }
    ]
    expect(messages(change('sources', sources))).toEqual([
      'Source s-1: it is based on itself, by way of “s-2” and “s-3”.'
    ])
  })

  it('a record that is broken itself is not missed by others', () => {
    const text = TEXT.replace('"name":"Russia"', '"name":7')
    expect(messages(text)).toEqual(['Entity e-russia: "name" must be text, not 7.'])
  })

  it('have lines too, in their order', () => {
    const text = TEXT.replaceAll('"e-latakia"', '"e-nowhere"')
    const found = problemsOf(text.replace('"id":"e-nowhere"', '"id":"e-latakia"'))
    expect(found.map(({ record }) => record)).toEqual(['r-near', 'e-hmeimim e-nowhere'])
    for (const { line, record = '' } of found)
      expect(text.split('\n')[(line ?? 0) - 1]).toContain(
        record.split(' ').at(-1) === 'r-near' ? 'r-near' : 'e-nowhere'
      )
  })

  it('are counted when there are too many to list', () => {
    const entities = Array.from({ length: 250 }, (_, at) => ({ id: `e${at}`, type: 'comet', name: 'X' }))
    const found = messages(file({ entities, relations: [], claims: [], notSame: [] }))
    expect(found.length).toBe(201)
    expect(found.at(-1)).toBe('… and 50 more problems.')
  })
})
