import { apply } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import { editEntity } from '@core/commands/entities'
import { evidence } from '@core/evidence/evidence'
import { statusSentence } from '@core/evidence/status-sentence'
import { LineReader } from '@core/formats/entente/line-reader'
import { type ParsedFile, parseGraph } from '@core/formats/entente/parse'
import { serialiseGraph } from '@core/formats/entente/serialise'
import type { Graph } from '@core/graph/graph'
import { instantProblem } from '@core/records/dates-of-record'
import type { AnyRecord } from '@core/records/records'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noDate } from '../../arbitrary-dates'
import { sampleGraph } from '../../sample'
import { TEXT } from './reading'

/** Where in the sample a date may stand. */
const PLACES = [
  ['claim', 'c-1', 'when'],
  ['claim', 'c-2', 'when'],
  ['claim', 'c-2', 'recorded'],
  ['source', 's-rt', 'published'],
  ['entity', 'e-russia', 'period'],
  ['view', 'overview', 'asOf']
] as const

type Junk = readonly (readonly [(typeof PLACES)[number], unknown])[]

/** The sample with other values in some of the places. */
function spoilt(junk: Junk): Graph {
  let graph = sampleGraph()
  for (const [[kind, id, field], value] of junk) {
    const before = graph.get(kind, id)
    if (before) graph = graph.with([{ before, after: { ...before, [field]: value } as AnyRecord }])
  }
  return graph
}

const junk: fc.Arbitrary<Junk> = fc.uniqueArray(fc.tuple(fc.constantFrom(...PLACES), noDate), {
  minLength: 1,
  maxLength: 5,
  selector: ([place]) => place.join()
})

function opened(text: string) {
  const file = parseGraph(text)
  if ('problems' in file) throw new Error(file.problems.map(({ message }) => message).join('\n'))
  return file
}

function byLines(text: string, size: number): ParsedFile | undefined {
  const reader = new LineReader()
  const lines = text.split(/(?<=\n)/)
  for (let at = 0; at < lines.length; at += size)
    if (!reader.take(lines.slice(at, at + size).join(''))) return undefined
  const steps = reader.finish()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

describe('a date that cannot be read', () => {
  it('is a problem of its record, with line and field, and not of the file', () => {
    const text = TEXT.replace('"when":"2017/.."', '"when":"2024-13"').replace(
      '"published":"2024-12-29"',
      '"published":1735430400'
    )
    const { graph, dateProblems } = opened(text)
    const lineOf = (id: string) => 1 + text.split('\n').findIndex((line) => line.includes(`"id":"${id}"`))
    expect(dateProblems).toEqual([
      {
        message: expect.stringMatching(/^Source s-rt, "published": 1735430400 is not a date we can read\. Write /),
        record: 's-rt',
        line: lineOf('s-rt')
      },
      {
        message: 'Claim c-1, "when": There is no month 13. Write 2024-12, or 2024 if the month is not known.',
        record: 'c-1',
        line: lineOf('c-1')
      }
    ])
    expect(graph.get('source', 's-rt')?.published).toBe(1_735_430_400)
  })

  it('keeps its value, whatever it is and wherever it stands, and the file its text', () => {
    fc.assert(
      fc.property(junk, fc.integer({ min: 1, max: 9 }), (made, size) => {
        const text = serialiseGraph(spoilt(made))
        const file = opened(text)
        for (const [[kind, id, field], value] of made)
          expect(Reflect.get(file.graph.get(kind, id) ?? {}, field)).toEqual(value)
        expect(serialiseGraph(file.graph)).toBe(text)
        expect(file.dateProblems.length).toBe(made.length)
        expect(byLines(text, size)).toMatchObject({ dateProblems: file.dateProblems })
      }),
      { numRuns: 300 }
    )
  })

  it('stays to the byte when another field of its record is edited', () => {
    fc.assert(
      fc.property(noDate, (value) => {
        const graph = spoilt([[['entity', 'e-russia', 'period'], value]])
        const change = editEntity(graph, { id: 'e-russia', summary: 'A state.' })
        const after = isRefusal(change) ? change : apply(graph, change)
        if (isRefusal(after)) throw new Error(after.refused)
        const line = (of: Graph) => /"period":(.*?)(?:,"properties|\},?$)/m.exec(lineOf(of, 'e-russia'))?.[1]
        expect(after.get('entity', 'e-russia')).toMatchObject({ summary: 'A state.', period: value })
        expect(line(after)).toBe(line(graph))
      })
    )
  })

  it('is listed two hundred times at most, and counted beyond', () => {
    const [head = '', tail = ''] = TEXT.split('"claims": [\n')
    const [first = ''] = tail.split(',\n')
    const many = Array.from({ length: 5_000 }, (_, at) =>
      first.replace('"c-1"', `"x-${at}"`).replace('}', ',"when":"soon"}')
    )
    expect(first).toContain('"c-1"')
    const text = `${head}"claims": [\n${many.map((line) => line.replace(/"when":"2[^"]*",/, '')).join(',\n')},\n${tail}`
    for (const file of [opened(text), byLines(text, 1000)]) {
      if (!file || 'problems' in file) throw new Error('It cannot be opened.')
      expect(file.dateProblems.length).toBe(201)
      expect(file.dateProblems.at(-1)?.message).toMatch(/^… and 4800 more problems\.$/)
      expect(file.dateProblems[0]?.line).toBe(head.split('\n').length + 1)
    }
  })

  it('counts as undated on the clock that it is of, and that is told', () => {
    fc.assert(
      fc.property(noDate, fc.constantFrom('world', 'published', 'recorded'), (value, clock) => {
        const [about] = ['r-leads']
        const place = { world: 'when', published: 'published', recorded: 'recorded' }[clock]
        const [id = ''] = sampleGraph().claimsAbout(about ?? '')
        const claim = sampleGraph().get('claim', id)
        const graph = spoilt([])
        const record = clock === 'published' ? graph.get('source', claim?.source ?? '') : claim
        if (!record) throw new Error('There is no such record.')
        const after = graph.with([
          { before: record, after: { ...record, basedOn: undefined, [place]: value } as AnyRecord }
        ])
        // The day on which its source, or what that passes on, was published.
        const at = { asOf: '2024-12-14', clock } as const
        const found = evidence(after, about ?? '', at)
        expect(found).toMatchObject({ status: 'single-source', undated: 1, unreadable: 1 })
        expect(statusSentence(found, at)).toBe(
          'One source supports it (B2, undated). The date of one of the claims cannot be read, so that it counts as undated.'
        )
      })
    )
  })
})

const lineOf = (graph: Graph, id: string) =>
  serialiseGraph(graph)
    .split('\n')
    .find((line) => line.startsWith(`{"id":"${id}"`)) ?? ''

it.each([
  ['2025-03-02T12:00:00Z', true],
  ['2025-03-02T12:00:00.123456Z', true],
  ['2025-03-02T12:00:00+05:45', true],
  ['2025-02-30T12:00:00Z', false],
  ['2025-03-02', false],
  ['2025-03-02T12:00:00', false],
  ['today', false],
  [1_740_916_800_000, false],
  [null, false]
])('an instant: %s', (value, isOne) => {
  expect(instantProblem(value) === undefined).toBe(isOne)
})
