import { captionOf } from '@core/external/caption'
import { matchNode, textPatterns, WAYS } from '@core/external/node-match'
import { textOf } from '@core/external/value-text'
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { onServer } from '../neo4j/server/on-server'
import { database, type Statement, searchAll, table } from './opened'

const fillers = (count: number): readonly Statement[] =>
  Array.from({ length: count / 5_000 }, (_, at) => [
    `UNWIND range($from, $from + 4999) AS i
      CREATE (:Filing {sar_id: 'S' + i, filer_name: 'New York Filer ' + i % 7, account: 'ZZ' + (7000000 + i), begin: date() - duration({days: i % 900})})`,
    { from: BigInt(at * 5_000) }
  ])

onServer('banks behind sixty thousand filings, and no index', (access) => {
  const on = database(access, [
    [
      `UNWIND range(1, 40) AS i CREATE (:Filing {sar_id: 'M' + i, filer_name: 'New York Filer',
        beneficiary_bank: 'Deutsche Bank AG', note: 'Money went by Deutsche Bank AG, as was to be expected, ' + i})`
    ],
    ...fillers(60_000),
    [
      `CREATE (:Bank {id: 'b1', name: 'Deutsche Bank AG', country: 'DEU'}), (:Bank {id: 'b2', name: 'DEUTSCHE BANK AG', country: 'GBR'}),
        (:Bank {id: 'b3', name: 'Deutsche Bank AG Filiale Wien', country: 'AUT'}), (:Bank {id: 'b4', name: 'Süddeutsche Bank AG', country: 'DEU'}),
        (:Account {number: 'RY52 4477 0012 9931', opened: date()}), (:Account {number: 'XK051212012345678906'}),
        (:Person {first_name: 'Lena', last_name: 'Varga', passport: 'P-2209'}), (:Phone {no: '+49 30 901820'}),
        (:Person {first_name: 'Lena', last_name: 'Deutsche'}), (:Person {first_name: 'Jörg', last_name: 'Müller'}),
        (:Person {first_name: 'Antonin', last_name: 'Dvorak'})`
    ]
  ])
  const captions = async (text: string, most = 20, label?: string) =>
    (await searchAll(on.exploration, { text, most, ...(label && { label }) })).nodes.map((node) => captionOf(node))

  test('the banks of a name stand before what mentions one, the exact ones first', async () => {
    const found = await captions('Deutsche Bank AG')
    expect(found.slice(0, 2).sort()).toEqual(['DEUTSCHE BANK AG', 'Deutsche Bank AG'])
    expect(found.slice(2, 4)).toEqual(['Deutsche Bank AG Filiale Wien', 'New York Filer'])
    expect(found).toHaveLength(20)
    expect(await captions('deutsche  bank ag', 2)).toEqual(found.slice(0, 2))
  })

  test('a label narrows it', async () => {
    expect((await captions('Deutsche Bank AG', 20, 'Bank')).slice(2)).toEqual([
      'Deutsche Bank AG Filiale Wien',
      'Süddeutsche Bank AG'
    ])
    expect(await captions('Deutsche Bank AG', 20, 'Nobody')).toEqual([])
    const { parts } = await searchAll(on.exploration, { text: 'Varga', most: 5, label: 'Person' })
    expect(parts).toMatchObject([{ looked: 4, of: 4, isThrough: true }])
  })

  test.each([
    ['RY52 4477 0012 9931', 'RY52 4477 0012 9931'],
    ['RY52', 'RY52 4477 0012 9931'],
    ['ry5244770012', 'RY52 4477 0012 9931'],
    ['RY52-4477', 'RY52 4477 0012 9931'],
    ['XK05 1212 0123', 'XK051212012345678906'],
    ['ZZ7042424', 'New York Filer 4'],
    ['P2209', 'Lena Varga'],
    ['4930901820', '+49 30 901820'],
    ['Lena Varga', 'Lena Varga'],
    ['varga lena', 'Lena Varga'],
    ['Varga', 'Lena Varga'],
    ['Muller', 'Jörg Müller'],
    ['jorg mueller', 'Jörg Müller'],
    ['Dvořák', 'Antonin Dvorak']
  ])('%s finds what has it, in whichever property and however it is grouped', async (text, caption) => {
    expect((await captions(text, 3))[0]).toContain(caption)
  })

  test('a part takes about its second, says how far it came, and the next goes on from there', async () => {
    // A clock of its own: how fast the machine is decides nothing.
    let now = 0
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 700))
    onTestFinished(() => clock.mockRestore())
    let parts: Awaited<ReturnType<typeof searchAll>>['parts'] = []
    // The slower it is, the fewer nodes it takes at a time.
    for (let tries = 0; tries < 12 && parts.length < 2; tries++)
      parts = (await searchAll(on.exploration, { text: 'e', most: 20 })).parts
    const looked = parts.map((part) => part.looked)
    expect(parts.length).toBeGreaterThan(1)
    expect(looked).toEqual([...new Set(looked)].sort((a, b) => a - b))
    expect(looked.at(-1)).toBe(60_051)
    expect(parts.map(({ isThrough }) => isThrough)).toEqual(parts.map((_, at) => at === parts.length - 1))
  })

  test('an index answers in the first part what the look has not come to yet', async () => {
    await on.driver.executeQuery('CREATE INDEX bank_name FOR (n:Bank) ON (n.name)')
    await on.driver.executeQuery('CREATE TEXT INDEX numbers FOR (n:Account) ON (n.number)')
    await on.driver.executeQuery('CALL db.awaitIndexes(60)')
    const schema = await on.exploration.schema()
    expect(schema.valueIndexes.map(({ label, property }) => [label, property])).toEqual([
      ['Bank', 'name'],
      ['Account', 'number']
    ])
    const { hits } = await on.exploration.search({ text: 'xk0512', most: 5 })
    expect(hits.map(({ match }) => match)).toEqual([{ way: 'caption begins', property: 'number', length: 20 }])
    const first = await on.exploration.search({ text: 'deutsche bank ag', most: 5 })
    expect(first.hits[0]?.match?.way).toBe('caption')
    for (const name of ['bank_name', 'numbers']) await on.driver.executeQuery(`DROP INDEX ${name}`)
    await on.exploration.schema()
  })
})

onServer('what the server leaves out', (access) => {
  const on = database(access, [])
  const value = fc.oneof(
    fc
      .array(fc.constantFrom('ab', 'AB', 'b', 'a1', '12', 'AB-12', 'ab12', '.', '(', 'Ä', 'José', 'jòse', 'عل'), {
        maxLength: 4
      })
      .map((words) => words.join(' ')),
    fc.integer({ min: 0, max: 130 }),
    fc.array(fc.constantFrom('ab', 'x ab', '12'), { maxLength: 2 })
  )
  // What a node is called is chosen for its label here: what we guess node by node the server cannot know.
  const title = fc.constantFrom('ab', 'AB 12', 'b ab', 'x', '12', 'ab-12', 'Ä.b')
  const nodes = fc.array(fc.record({ title, other: value, more: value }, { requiredKeys: ['title'] }), {
    minLength: 1,
    maxLength: 25
  })
  const texts = fc.constantFrom(
    'ab',
    'a',
    'ab 12',
    'b',
    'AB-12',
    'a1',
    '12',
    'ab ab',
    '(',
    'ä',
    'jose',
    'عل',
    '1 2',
    'ab12',
    '0012'
  )

  test('is never better than what it answers: it ranks as we do', async () => {
    await fc.assert(
      fc.asyncProperty(nodes, fc.uniqueArray(texts, { minLength: 3, maxLength: 5 }), async (made, asked) => {
        await on.driver.executeQuery('MATCH (n) DELETE n')
        await on.driver.executeQuery('UNWIND $made AS p CREATE (n:Thing) SET n = p', {
          made: made.map((one) =>
            Object.fromEntries(Object.entries(one).map(([k, v]) => [k, typeof v === 'number' ? BigInt(v) : v]))
          )
        })
        const all = (await table(on.exploration, 'MATCH (n) RETURN n')).values.flatMap(([one]) =>
          one?.type === 'node' ? [one.node] : []
        )
        const captions = new Map([['Thing', ['title', 'more']]])
        for (const text of asked) {
          const patterns = textPatterns(text)
          if (!patterns) throw new Error('blank')
          const ranks = all
            .flatMap((node) => matchNode(patterns, node, captions) ?? [])
            .map(({ way }) => WAYS.indexOf(way))
            .sort((a, b) => a - b)
          const { hits } = await on.exploration.search({ text, most: 4, captions: { Thing: ['title', 'more'] } })
          expect([text, hits.map(({ match }) => (match ? WAYS.indexOf(match.way) : 99))]).toEqual([
            text,
            ranks.slice(0, 4)
          ])
        }
      }),
      { numRuns: 40 }
    )
  }, 120_000)

  test('signs of a pattern are signs', async () => {
    await on.driver.executeQuery('MATCH (n) DELETE n')
    const odd = ['a.c', 'a|c', 'a\\c', '[a-c]', '^a$', 'a+c', '{c}', "a'c", 'a"c', 'a/c', '(a)', '$a', 'a#c', '\\Qa\\E']
    await on.driver.executeQuery("UNWIND $odd AS name CREATE (:Odd {name: name}) CREATE (:Odd {name: 'abc'})", { odd })
    for (const text of odd) {
      const { nodes } = await searchAll(on.exploration, { text, most: 3 })
      expect(nodes[0]?.properties.map(([, one]) => textOf(one))).toEqual([text])
    }
  })
})
