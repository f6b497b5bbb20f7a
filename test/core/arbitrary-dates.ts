import fc from 'fast-check'

// Every form of EDTF, level 1 (ISO 8601-2:2019), as texts. What a text must mean is worked out apart, so that nothing here
// is taken from the code under test.

const padded = (number: number, length: number) => String(number).padStart(length, '0')
const two = (number: number) => padded(number, 2)

/** The year of four digits, with its sign. */
export const yearText = (year: number): string => `${year < 0 ? '-' : ''}${padded(Math.abs(year), 4)}`

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** How many days a month has, by the rule that children learn. */
export const daysOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

const number = (min: number, max: number) => fc.integer({ min, max })
const fourDigits = fc.oneof(number(-9999, 9999), number(1900, 2100), fc.constantFrom(0, -1, 1, 4, -4, 9999, -9999))

const year = fourDigits.map(yearText)
export const month = fc.tuple(fourDigits, number(1, 12)).map(([y, m]) => `${yearText(y)}-${two(m)}`)
export const day = fc
  .tuple(fourDigits, number(1, 12), number(1, 31))
  .map(([y, m, d]) => `${yearText(y)}-${two(m)}-${two(Math.min(d, daysOf(y, m)))}`)
const season = fc.tuple(fourDigits, number(21, 24)).map(([y, s]) => `${yearText(y)}-${s}`)
const longYear = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(number(10_000, 400_000), fc.integer({ min: 10_000, max: 9_999_999_999_999 }))
  )
  .map(([sign, y]) => `Y${sign}${y}`)
const sign = fc.constantFrom('', '', '-')
const unspecified = fc.oneof(
  fc.tuple(sign, number(0, 999)).map(([s, y]) => `${s}${padded(y, 3)}X`),
  fc.tuple(sign, number(0, 99)).map(([s, y]) => `${s}${two(y)}XX`),
  year.map((y) => `${y}-XX`),
  year.map((y) => `${y}-XX-XX`),
  month.map((m) => `${m}-XX`)
)

const qualified = (date: fc.Arbitrary<string>) =>
  fc.tuple(date, fc.constantFrom('', '', '?', '~', '%')).map(([text, doubt]) => text + doubt)

/** One date with or without doubt, without a time of day. */
const single: fc.Arbitrary<string> = qualified(fc.oneof(year, month, day, season, longYear, unspecified))

const dateTime = fc
  .tuple(
    day,
    number(0, 23),
    number(0, 59),
    number(0, 59),
    fc.constantFrom('', 'Z', '+00:00', '+03:00', '-04', '+05:45', '-14:00', '+14')
  )
  .map(([date, h, m, s, offset]) => `${date}T${two(h)}:${two(m)}:${two(s)}${offset}`)

/** An interval of which one end is open or unknown. */
export const halfInterval = fc
  .tuple(single, fc.constantFrom('..', ''), fc.boolean())
  .map(([date, other, isEnd]) => (isEnd ? `${other}/${date}` : `${date}/${other}`))

/** An interval from one date to another that is not before it. */
const interval: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(number(-9999, 9000), number(1, 999), single, qualified(fc.constant(''))).map(([from, years, , doubt]) => {
    const to = from + years
    return `${yearText(from)}-06${doubt}/${yearText(to)}-02-01${doubt}`
  }),
  fc
    .tuple(
      qualified(season),
      longYear.filter((text) => !text.includes('-'))
    )
    .map(([from, to]) => `${from}/${to}`),
  qualified(unspecified).map((date) => `${date}/${date}`)
)

/** Any date or interval of level 1. */
export const edtf: fc.Arbitrary<string> = fc.oneof(single, dateTime, halfInterval, interval)

/** What somebody may write in the place of a date and that is none. */
export const noDate: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[
      '',
      ' ',
      'unknown',
      'early 2024',
      '2024-13',
      '2023-02-29',
      '08.12.2024',
      '2024-12-08T10:00',
      '..',
      '/',
      '../..'
    ],
    ...[
      '20X4',
      '2XXX',
      '201X-12',
      'Y2024',
      '12000',
      '-0000',
      '2024-21-01',
      '2025/2024',
      ' 2024',
      'دسمبر',
      'décembre 2024'
    ],
    ...[2024, 20_241_208, 1.5, null, true, false, [], ['2024'], [1, [null]], {}, { year: 2024 }]
  ),
  fc.string({ maxLength: 60 }).filter((text) => !/^[-\d.Y/][-\dX.Y/?~%T:+Z]*$/.test(text))
)
