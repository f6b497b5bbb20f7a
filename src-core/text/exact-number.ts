/** A number as JSON writes it (RFC 8259, section 6). */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** What begins the JSON text of an exact number where nobody has seen to it: see writeJson(), which makes a number of it. */
export const UNWRITTEN = '\uE000'

/**
 * A number in the digits in which it was written, where JavaScript would change them: 1790366279215464449, 0.10, -0, 1e400.
 * Never changes; two are the same when their text is. Made by numberOf(), which leaves plain what can be plain.
 */
export class ExactNumber {
  readonly text: string

  /** Throws RangeError on what is no JSON number. */
  constructor(text: string) {
    if (!NUMBER.test(text)) throw new RangeError('That is no number.')
    this.text = text
  }

  toString(): string {
    return this.text
  }

  toJSON(): string {
    return UNWRITTEN + this.text
  }
}

/** A number from its JSON text: a plain one where JavaScript writes it in the same digits. Undefined where that is no number. */
export function numberOf(text: string): number | ExactNumber | undefined {
  const plain = Number(text)
  // What is written as NaN or Infinity is no JSON, and fails below.
  if (String(plain) === text && Number.isFinite(plain)) return plain
  return NUMBER.test(text) ? new ExactNumber(text) : undefined
}

/** Whether a double (IEEE 754) holds that number in all its digits; zeros at the end of a fraction say nothing here. */
export function isHeldByDouble(text: string): boolean {
  const plain = Number(text)
  return Number.isFinite(plain) && decimalOf(text) === decimalOf(String(plain))
}

/** A decimal in the one way in which equal ones are written alike: its digits without zeros at either end, and an exponent. */
function decimalOf(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? []
  const digits = (whole + fraction).replace(/^0+/, '')
  const kept = digits.replace(/0+$/, '')
  if (kept === '') return '0'
  return `${sign === '-' ? '-' : ''}${kept}e${BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - kept.length)}`
}

/** The nearest number that JavaScript has for it; any other value as it is. For fields in which digits say nothing: places, counts. */
export const asPlain = (value: unknown): unknown => (value instanceof ExactNumber ? Number(value.text) : value)
