import { LONGEST_LINE, parseLine, written } from '@core/entry/line'
import { inQuotes } from '@core/entry/scan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { name, text } from '../arbitraries'

const said = (line: string, isName?: (text: string) => boolean) =>
  parseLine(line, isName).parts.map(({ kind, text }) => `${kind}: ${text}`)
const problems = (line: string) => parseLine(line).problems.map(({ words }) => words)

/** Each mark as it is written, and what it says. */
const MARKS = [
  ['?', 'stance: ?'],
  ['!', 'stance: !'],
  ['؟', 'stance: ?'],
  ['@RT', 'source: RT'],
  ['@ "New > leader" ', 'source: New > leader'],
  ['@+Field report', 'source: Field report'],
  ['#3', 'paragraph: 3'],
  ['¶12', 'paragraph: 12'],
  ['2024-11', 'date: 2024-11'],
  ['Dec 2024', 'date: 2024-12'],
  ['13 December 2024', 'date: 2024-12-13'],
  ['2017/..', 'date: 2017/..'],
  ['217 BC', 'date: -0216'],
  ['from 2017 to 2019', 'date: 2017/2019'],
  ['C3', 'grade: C3'],
  ['"own > words @ 2024"', 'statement: own > words @ 2024'],
  ['“own ""words""”', 'statement: own ""words""'],
  ['"he said ""no"""', 'statement: he said "no"'],
  ['~Sergey Lavrov', 'voice: Sergey Lavrov'],
  ['~ الجولاني', 'voice: الجولاني']
] as const

describe('a line', () => {
  it('is names, a relation and marks', () => {
    expect(said('Ukraine > supports > Syrian rebels ? @RT #3 2024-11 C3 "own words"')).toEqual([
      'from: Ukraine',
      'relation: supports',
      'to: Syrian rebels',
      'stance: ?',
      'source: RT',
      'paragraph: 3',
      'date: 2024-11',
      'grade: C3',
      'statement: own words'
    ])
  })

  it('needs no blanks round >', () => {
    expect(said('الجولاني>leads>هيئة تحرير الشام')).toEqual([
      'from: الجولاني',
      'relation: leads',
      'to: هيئة تحرير الشام'
    ])
  })

  it('takes its marks in any order', () => {
    const kindOf = (meaning: string) => meaning.split(':')[0]
    const marks = fc
      .shuffledSubarray([...MARKS])
      .map((chosen) =>
        chosen.filter(([, one], at) => chosen.findIndex(([, other]) => kindOf(other) === kindOf(one)) === at)
      )
    fc.assert(
      fc.property(marks, (chosen) => {
        const line = `Ukraine > supports > Syrian rebels ${chosen.map(([mark]) => mark).join(' ')}`
        expect(said(line).slice(3)).toEqual(chosen.map(([, meaning]) => meaning))
        expect(problems(line)).toEqual([])
      })
    )
  })

  it('takes a date before the names and between them', () => {
    for (const line of ['2024-11 A > b > C', 'A 2024-11 > b > C', 'A > b 2024-11 > C', 'A > b > 2024-11 C'])
      expect(said(line).toSorted()).toEqual(['date: 2024-11', 'from: A', 'relation: b', 'to: C'])
  })

  it('leaves a known name whole that holds a date or a sign', () => {
    const known = ['Astana talks 2017', '8 December 2024', 'Unit #5 North']
    for (const one of known) {
      expect(said(`A > b > ${one} 2024-11 ?`, (text) => known.includes(text)).slice(2)).toEqual([
        `to: ${one}`,
        'date: 2024-11',
        'stance: ?'
      ])
      expect(said(`${one} > b > C`, (text) => known.includes(text))[0]).toBe(`from: ${one}`)
    }
    expect(said('A > b > Astana talks 2017')).toContain('date: 2017')
  })

  it('tells a new name by +, in quotes or not', () => {
    const { parts } = parseLine('+Armed group "A > B" > joins > +Person Ali Hassan ?')
    expect(parts.map(({ kind, text, isNew }) => [kind, text, isNew])).toEqual([
      ['from', 'Armed group A > B', true],
      ['relation', 'joins', undefined],
      ['to', 'Person Ali Hassan', true],
      ['stance', '?', undefined]
    ])
  })

  it('says what is missing', () => {
    expect(['', 'A', 'A > ', 'A > b', 'A > b > '].map((line) => parseLine(line).missing)).toEqual([
      'Begin with a name: A > relation > B.',
      'Go on with > and the relation, such as “supports”.',
      'Go on with > and the relation, such as “supports”.',
      'Go on with > and the name at the other end.',
      'Go on with > and the name at the other end.'
    ])
    expect(parseLine('A > b > C').missing).toBeUndefined()
  })

  it('says what it cannot read, and where', () => {
    for (const [line, at, words] of [
      ['A > b > C #x', '#x', /number of a paragraph/],
      ['A > b > C #0', '#0', /number of a paragraph/],
      ['A > b > C ? !', '!', /two signs for its stance/],
      ['A > b > C 2024 2025', '2025', /two dates/],
      ['A > b > C #1 @', '@', /followed by a source/],
      ['A > b > C #1 left over', 'left over', /not understood here/],
      ['A > b > C > D', '> D', /one relation/],
      ['"A > b > C', '"A > b > C', /not closed/],
      ['A > b > C\u202e', '\u202e', /control of direction \(U\+202E\)/],
      ['A\u200b > b > C', '\u200b', /zero-width space \(U\+200B\)/]
    ] as const) {
      const [problem] = parseLine(line).problems
      expect(problem?.words).toMatch(words)
      expect(line.slice(problem?.start, problem?.end)).toBe(at === '> D' ? '>' : at)
    }
  })

  it('keeps joiners that a script needs', () => {
    expect(said('می\u200cرود > b > C')[0]).toBe('from: می\u200cرود')
  })
})

describe('any line', () => {
  const pieces = fc.constantFrom(
    ...[
      '>',
      '@',
      '~',
      '#',
      '?',
      '!',
      '"',
      '“',
      '”',
      '""',
      '+',
      'from',
      '1',
      '2024',
      'to',
      'about',
      'C3',
      'A',
      ' ',
      '\t'
    ],
    ...['until', ',', 'uncertain', 'Dec', 'الجولاني', '\u202e', '@RT', '#3', '/', '..']
  )

  it('gives parts within it, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text(200),
          fc.array(pieces, { maxLength: 60 }).map((all) => all.join(' '))
        ),
        (line) => {
          const { parts, problems } = parseLine(line)
          let last = 0
          for (const { start, end } of parts) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            last = end
          }
          expect(last).toBeLessThanOrEqual(line.length)
          for (const { start, end, words } of problems) {
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(line.length)
            expect(words).toMatch(/\.$/)
          }
        }
      )
    )
  })

  it('is read with few tries, however long', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 6 }), (some) => {
        const unit = `${some.join(' ')} `
        const line = unit.repeat(Math.ceil(LONGEST_LINE / unit.length)).slice(0, LONGEST_LINE)
        let asked = 0
        parseLine(line, () => ++asked < 0)
        expect(asked).toBeLessThan(200)
      }),
      { numRuns: 40 }
    )
    expect(problems('1 '.repeat(50_000))).toEqual(['The line has 100000 characters; at most 10000 are read. Split it.'])
  })

  it('reads a name as it was, once it is written for its place', () => {
    const kinds = ['from', 'relation', 'to', 'source', 'voice'] as const
    const odd = fc.constantFrom(
      'A > B',
      '"A"',
      'Who ?',
      'Talks 2017',
      '2024',
      'B2',
      '+Plus',
      '@home',
      '~',
      '#5',
      'C "D" E'
    )
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.oneof(odd, name), (kind, one) => {
        const plain = one.trim().replace(/\s+/g, ' ')
        fc.pre(parseLine(`${inQuotes(plain)} > b > c`).problems.length === 0)
        const own = written(kind, plain)
        const line = {
          from: `${own} > b > c`,
          relation: `a > ${own} > c`,
          to: `a > b > ${own} ? 2024`,
          source: `a > b > c @${own} ? 2024`,
          voice: `a > b > c ~${own} ? 2024`
        }[kind]
        expect(parseLine(line).parts.find((part) => part.kind === kind)).toMatchObject({ text: plain })
        expect(problems(line)).toEqual([])
      })
    )
    expect(written('to', 'Syrian rebels')).toBe('Syrian rebels')
  })
})
