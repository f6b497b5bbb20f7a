import { serialiseGraph } from '@core/formats/entente/serialise'
import { describe, expect, it } from 'vitest'
import { RECORDS, recordsOf, VOCABULARY } from '../../sample'
import { file, graphOf, messages, problemsOf, TEXT } from './reading'

describe('what is no graph file', () => {
  it.each([
    ['', 'The file is empty.', undefined],
    [' \n\r\n', 'The file is empty.', undefined],
    ['\uFEFF', 'The file is empty.', undefined],
    ['hello', 'This is not JSON: a sign has no meaning at column 1.', 1],
    ['[]', 'This is not an Entente graph: the file holds a list.', 1],
    ['"x"', 'This is not an Entente graph: the file holds “x”.', 1],
    ['null', 'This is not an Entente graph: the file holds null.', 1],
    ['{}', 'This is not an Entente graph: "format": "entente-graph" is missing.', 1],
    ['{\n"format": "gexf"}', 'This is not an Entente graph: "format" must be entente-graph, not “gexf”.', 2],
    ['{"format":"entente-graph"}', '"version" must be a whole number such as 1.', undefined],
    ['{"format":"entente-graph",\n"version":"1"}', '"version" must be a whole number such as 1.', 2],
    ['{"format":"entente-graph",\n"version":0}', 'Version 0 of the file format is not known to this program.', 2],
    ['{"format":"entente-graph","version":1,\n"title":7}', 'File: "title" must be text, not 7.', 2],
    ['{"format":"entente-graph","version":1,\n"vocabulary":[]}', '"vocabulary" must be an object.', 2]
  ])('%j', (text, message, line) => {
    expect(problemsOf(text)).toEqual([{ message, ...(line && { line }) }])
  })
})

describe('text that is not JSON', () => {
  it.each([
    ['name,type\nRussia,state\nTurkey,state\n'],
    ['name;type;note\r\nRussia;state;\r\n'],
    ['"name","type"\n"Hay’at, Tahrir","group"\n'],
    ['الاسم\tالنوع\nسوريا\tدولة\n'],
    ['\uFEFFname,type\nRussia,state\n']
  ])('is called a table where it is one: %j', (text) => {
    expect(messages(text)).toEqual([expect.stringContaining('This looks like a table (CSV)')])
  })

  it.each([['{"a":1,"b":2}x\n{"a":1,"b":2}x'], ['hello, world'], ['one line\nanother line'], ['[1,2\n3,4\n']])(
    'is not called one where it is none: %j',
    (text) => {
      expect(messages(text).join()).not.toContain('table')
    }
  )

  const lines = TEXT.split('\n')

  it('says the line, the column and what was expected', () => {
    const at = lines.findIndex((line) => line.includes('"c-1"'))
    const break_ = (line: string) => problemsOf([...lines.slice(0, at), line, ...lines.slice(at + 1)].join('\n'))
    const good = lines[at] ?? ''
    expect(break_(good.replace('"id":', '"id"'))).toEqual([
      { message: 'This is not JSON: a colon is expected at column 6.', line: at + 1 }
    ])
    expect(break_(good.replace(/,$/, ''))).toEqual([
      { message: 'This is not JSON: a comma is expected at column 1.', line: at + 2 }
    ])
    expect(break_(good.replace('"c-1"', "'c-1'"))[0]?.message).toContain('a sign has no meaning at column 7')
    expect(break_(good.replace('"c-1"', '"c-1'))[0]).toMatchObject({ line: at + 1 })
    expect(break_(good.replace(/}(,?)$/, ',}$1'))[0]?.message).toContain('a field name in quotation marks is expected')
    expect(break_(`// ${good}`)[0]?.message).toContain('a comment stands where none is allowed')
    expect(break_(good.replace('{', '{,'))[0]?.message).toContain('a field or a value is expected at column 2')
    expect(break_(good.replace('"c-1"', '"c\\q"'))[0]?.message).toContain(
      'a \\ is followed by something that has no meaning'
    )
  })

  it('that was cut off says that it ends in the middle, wherever it was cut', () => {
    for (let length = 1; length < TEXT.length - 2; length += 7) {
      const [problem] = problemsOf(TEXT.slice(0, length))
      expect(problem?.message).toMatch(/ends in the middle|a number is not complete|a sign has no meaning/)
    }
    expect(problemsOf(TEXT.slice(0, TEXT.length / 2))).toEqual([
      {
        message: 'The file ends in the middle: its last part is missing. It was not written to the end.',
        line: TEXT.slice(0, TEXT.length / 2).split('\n').length
      }
    ])
  })

  it('with more after its end says so', () => {
    expect(messages(`${TEXT}{}`)).toEqual(['This is not JSON: there is more text after the end at column 1.'])
  })
})

describe('names that mean something to programs', () => {
  it('as ids, types, names and aliases are ordinary', () => {
    const odd = '__proto__'
    const graph = graphOf(
      `{"format":"entente-graph","version":1,"vocabulary":{"entityTypes":[{"id":"${odd}","label":"${odd}"}],"relationTypes":[{"id":"constructor","label":"toString","inverse":"x"}]},` +
        `"sources":[{"id":"hasOwnProperty","title":"${odd}","reliability":"A"}],` +
        `"entities":[{"id":"${odd}","type":"${odd}","name":"${odd}","aliases":[{"text":"${odd}","kind":"alias"}]}],` +
        `"relations":[{"id":"valueOf","type":"constructor","from":"${odd}","to":"${odd}"}],` +
        `"claims":[{"id":"c","about":"${odd}","stance":"supports","statement":"${odd}","source":"hasOwnProperty","credibility":1,"recorded":"2025-01-01T00:00:00Z"}]}`
    )
    expect(graph.get('entity', odd)?.name).toBe(odd)
    expect(graph.relationsOf(odd)).toEqual(['valueOf'])
    expect(recordsOf(graphOf(serialiseGraph(graph)))).toEqual(recordsOf(graph))
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('as field names are refused, with the line of each', () => {
    const text =
      '{"format":"entente-graph",\n"version":1,\n"entities":[{"id":"e",\n"__proto__":{"polluted":1}}],\n"x":{"\\u005f_proto__":1}}'
    expect(problemsOf(text)).toEqual([
      { message: 'The field name "__proto__" is not allowed: programs misread it.', line: 4 },
      { message: 'The field name "__proto__" is not allowed: programs misread it.', line: 5 }
    ])
    expect(problemsOf('{"format":"entente-graph","version":1,\n"x":{"constructor":{"prototype":{}}}}')).toEqual([
      { message: 'The field name "prototype" is not allowed: programs misread it.', line: 2 }
    ])
  })
})

describe('a section that is there twice, as after a merge', () => {
  const twice = (section: string, more: string) =>
    TEXT.replace(`"${section}": [`, `"${section}": ${more},\n"${section}": [`)

  it('is a problem with both lines: one of them would be lost', () => {
    const line = TEXT.split('\n').findIndex((text) => text.startsWith('"claims"')) + 1
    expect(problemsOf(twice('claims', '[]'))).toEqual([
      {
        message: `"claims" is there already, on line ${line}. Put both together: only one of them would be read.`,
        line: line + 1
      }
    ])
    expect(messages(twice('entityTypes', '[]'))[0]).toContain('"vocabulary.entityTypes" is there already')
    expect(messages(twice('entities', '[]'))[0]).toContain('"entities" is there already')
  })

  it('is none where the same word stands elsewhere', () => {
    const views = [{ id: 'v', name: 'V', entities: ['e-russia'], claims: 1 }]
    const entities = [
      ...JSON.parse(TEXT).entities,
      { id: 'e-x', type: 'state', name: 'claims', views: { entities: [] } }
    ]
    expect(problemsOf(file({ views, entities, more: { claims: [], sources: {} } }))).toEqual([])
  })
})

describe('nesting without end', () => {
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  it.each([100, 10_000, 200_000])('%i levels is a problem, not a crash', (depth) => {
    expect(problemsOf(`{"format":"entente-graph","version":1,"x":${deep(depth)}}`)[0]?.message).toContain('nested')
    const record = `{"id":"e","type":"state","name":"E","x":${deep(depth)}}`
    expect(problemsOf(`{"format":"entente-graph","version":1,"entities":[${record}]}`)[0]?.message).toContain('nested')
    expect(problemsOf(deep(depth))[0]?.message).toContain('the file holds a list')
    expect(problemsOf('['.repeat(depth)).length).toBe(1)
  })

  it('60 levels are kept', () => {
    const graph = graphOf(`{"format":"entente-graph","version":1,"x":${deep(60)}}`)
    expect(serialiseGraph(graph)).toContain(deep(60))
  })
})

it('the sample is what the other tests think it is', () => {
  expect(RECORDS.length).toBe(VOCABULARY.length + 16)
})
