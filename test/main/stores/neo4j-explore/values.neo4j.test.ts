import type { ExternalValue } from '@core/external/value'
import { textOf } from '@core/external/value-text'
import { expect, test } from 'vitest'
import { onServer } from '../neo4j/server/on-server'
import { database, searchAll, table } from './opened'

onServer('values of every kind', (access) => {
  const on = database(access, [
    [
      `CREATE (:Odd {key: 'zoned', seen: datetime({year: 900000, month: 2, day: 3, timezone: 'Europe/Berlin'}),
         all: [datetime({year: 2020, timezone: 'Asia/Damascus'}), datetime({year: 900001, timezone: 'Europe/Paris'})],
         none: [], tags: ['a', 'b'], number: 7, note: 'beside it'})`
    ]
  ])

  test.each([
    ['9223372036854775807', 'integer', '9223372036854775807'],
    ['-9223372036854775808', 'integer', '-9223372036854775808'],
    ['9007199254740993', 'integer', '9007199254740993'],
    ['1.0', 'float', '1.0'],
    ['0.1 + 0.2', 'float', '0.30000000000000004'],
    ['1e300', 'float', '1e+300'],
    ['0.0 / 0.0', 'float', 'NaN'],
    ['-1.0 / 0.0', 'float', '-Infinity'],
    ['-0.0', 'float', '-0.0'],
    ['true', 'boolean', 'true'],
    ['null', 'null', 'null'],
    ["'عمر الشيشاني'", 'string', 'عمر الشيشاني'],
    ["date('0044-03-15')", 'date', '0044-03-15'],
    ['date({year: -44})', 'date', '-0044-01-01'],
    ['date({year: -999999999})', 'date', '-999999999-01-01'],
    ['date({year: 999999999})', 'date', '+999999999-01-01'],
    ["time('12:00:00.000000001+01:30')", 'time', '12:00:00.000000001+01:30'],
    ["localtime('23:59:59.5')", 'local time', '23:59:59.5'],
    ["localdatetime('2015-07-04T19:32:24.1')", 'local date-time', '2015-07-04T19:32:24.1'],
    ["localdatetime('2015-07-04T19:32:00')", 'local date-time', '2015-07-04T19:32:00'],
    ["datetime('2024-12-08T04:05:06.789+03:00')", 'date-time', '2024-12-08T04:05:06.789+03:00'],
    ["datetime('2024-12-08T04:05:06Z')", 'date-time', '2024-12-08T04:05:06Z'],
    [
      "datetime({year: 2020, month: 7, timezone: 'Asia/Damascus'})",
      'date-time',
      '2020-07-01T00:00:00+03:00[Asia/Damascus]'
    ],
    ["datetime({year: 1880, timezone: 'Europe/Berlin'})", 'date-time', '1880-01-01T00:00:00+00:53:28[Europe/Berlin]'],
    ["duration('P1Y2M3DT4H5M6.7S')", 'duration', 'P1Y2M3DT4H5M6.7S'],
    ['duration({years: 1, nanoseconds: -1})', 'duration', 'P1YT-0.000000001S'],
    ['point({x: 1, y: 2.5})', 'point', '(1.0, 2.5) x, y'],
    ['point({x: 1, y: 2, z: -3})', 'point', '(1.0, 2.0, -3.0) x, y, z'],
    ['point({longitude: 36.29, latitude: 33.51})', 'point', '(36.29, 33.51) longitude, latitude'],
    [
      'point({longitude: 36.29, latitude: 33.51, height: 680})',
      'point',
      '(36.29, 33.51, 680.0) longitude, latitude, height'
    ],
    ["[1, 'two', null, [3.0]]", 'list', '[1, "two", null, [3.0]]'],
    ["{a: 1, `b c`: {d: date('2024-01-02')}}", 'map', '{a: 1, b c: {d: 2024-01-02}}'],
    ['{`__proto__`: 1}', 'map', '{__proto__: 1}']
  ])('%s', async (expression, type, text) => {
    const { values } = await table(on.exploration, `RETURN ${expression} AS value`)
    const value = values[0]?.[0] as ExternalValue
    expect({ type: value.type, text: textOf(value) }).toEqual({ type, text })
  })

  test('bytes, which no statement can write down, come as they are', async () => {
    await on.driver.executeQuery('CREATE (:Bytes {data: $data, empty: $empty})', {
      data: Int8Array.from([0, 1, 0xab, 0xff]),
      empty: new Int8Array()
    })
    const { rows } = await table(on.exploration, 'MATCH (n:Bytes) RETURN n.data, n.empty')
    expect(rows).toEqual([['4 bytes 00 01 ab ff', '0 bytes']])
  })

  test('what is too long is cut and says how long it is', async () => {
    const { rows, values } = await table(
      on.exploration,
      "RETURN range(1, 100000) AS numbers, reduce(s = 'x', i IN range(1, 15) | s + s) AS text"
    )
    expect(values[0]?.[0]).toMatchObject({ type: 'list', length: 100_000 })
    expect(rows[0]?.[0]).toMatch(/999, 1000, … 99000 more]$/)
    expect(rows[0]?.[1]).toMatch(/^x{20000}… \(32768 characters in all\)$/)
  })

  test('a path, a node and a relationship in a list in a map', async () => {
    await on.driver.executeQuery("CREATE (:P {name: 'a'})-[:R {w: 1}]->(:Q)<-[:S]-(:P {name: 'b'})")
    const { rows } = await table(
      on.exploration,
      "MATCH p = (:P {name: 'a'})-[r]->(q)<--() RETURN p, {all: [r, q]} AS inside"
    )
    expect(rows).toEqual([['(:P {name: "a"})-[:R {w: 1}]->(:Q)<-[:S]-(:P {name: "b"})', '{all: [[:R {w: 1}], (:Q)]}']])
  })

  test('a zoned time that this computer cannot work out does not take the whole node with it', async () => {
    const { nodes } = await searchAll(on.exploration, { text: 'beside it', most: 10 })
    const texts = new Map(nodes[0]?.properties.map(([name, value]) => [name, `${value.type} ${textOf(value)}`]))
    expect(Object.fromEntries(texts)).toEqual({
      key: 'string zoned',
      seen: 'date-time +900000-02-03T00:00:00+01:00[Europe/Berlin]',
      all: 'list [2020-01-01T00:00:00+02:00[Asia/Damascus], +900001-01-01T00:00:00+01:00[Europe/Paris]]',
      none: 'list []',
      tags: 'list ["a", "b"]',
      number: 'integer 7',
      note: 'string beside it'
    })
    expect(nodes[0]?.labels).toEqual(['Odd'])
  })

  test('in a statement of the user’s such a time is said in words', async () => {
    const whole = await table(on.exploration, 'MATCH (n:Odd) RETURN n, n.seen, n.note')
    expect(whole.rows[0]?.slice(1)).toEqual([expect.stringContaining('this computer cannot work out'), 'beside it'])
    expect(whole.rows[0]?.[0]).toContain('note: "beside it"')
    const { rows } = await table(on.exploration, 'MATCH (n:Odd) RETURN toString(n.seen)')
    expect(rows).toEqual([['+900000-02-03T00:00:00+01:00[Europe/Berlin]']])
  })

  test('one value can be had whole, up to a million characters', async () => {
    await on.driver.executeQuery(`CREATE (:Long {name: 'long', text: $text, more: $more, numbers: range(1, 3000)})`, {
      text: 'ن'.repeat(30_000),
      more: 'x'.repeat(1_200_000)
    })
    const { nodes } = await searchAll(on.exploration, { text: 'long', most: 1 })
    const node = nodes[0]?.id ?? ''
    const inPart = new Map(nodes[0]?.properties)
    expect(inPart.get('text')).toMatchObject({ length: 30_000 })
    expect(await on.exploration.value({ node, property: 'text' })).toEqual({ text: 'ن'.repeat(30_000), length: 30_000 })
    const numbers = await on.exploration.value({ node, property: 'numbers' })
    expect(numbers.text.endsWith('2999, 3000]')).toBe(true)
    const more = await on.exploration.value({ node, property: 'more' })
    expect([more.text.length, more.length]).toEqual([1_000_000, 1_200_000])
    await on.driver.executeQuery('MATCH (n:Long) DELETE n')
    await expect(on.exploration.value({ node, property: 'text' })).rejects.toThrow('no longer there')
  })
})
