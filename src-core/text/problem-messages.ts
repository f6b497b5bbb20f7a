import { z } from 'zod'
import { plain, quoteValue } from './quote'

/** One thing that is wrong with a file: the line counts from 1, `record` is an id. */
export const Problem = z.object({ message: z.string(), line: z.int().optional(), record: z.string().optional() })

export type Problem = z.infer<typeof Problem>

/** What is wrong with one field: where it is and, in words, why; see isSentence. */
export interface FieldProblem {
  readonly path: readonly (string | number)[]
  readonly words: string
}

/** Checks a value against a schema: the value with its defaults, or every problem in words. */
export function check<T>(
  schema: z.ZodType<T>,
  value: unknown
): { readonly value: T } | { readonly problems: readonly FieldProblem[] } {
  const result = schema.safeParse(value, { error: (issue) => wordsOf(issue) })
  if (result.success) return { value: result.data }
  const problems = new Map<string, FieldProblem>()
  for (const { path, message } of result.error.issues) {
    const parts = path.map((part) => (typeof part === 'symbol' ? String(part) : part))
    const problem = { path: parts, words: message.replace(/^an id /, '') }
    if (!problems.has(parts.join('\n'))) problems.set(parts.join('\n'), problem) // the first of a field says enough
  }
  return { problems: [...problems.values()] }
}

/** Whether words are a sentence, or more, of their own, and do not go on from the name of a field. */
export const isSentence = (words: string): boolean => /^[\p{Lu}“]/u.test(words) || words.endsWith('.')

/** A problem as a sentence: `Claim c-12: "credibility" must be a whole number from 1 to 6, not 9.` */
export function sentence(subject: string, { path, words }: FieldProblem): string {
  const field = path.length > 0 ? `"${fieldName(path)}"` : ''
  if (isSentence(words)) return `${[subject, field].filter(Boolean).join(', ')}: ${words}`
  return `${subject}${field ? `: ${field}` : ''} ${words}.`
}

/** `['aliases', 2, 'text']` as “aliases[3].text”: counted from 1, as people count. */
export function fieldName(path: readonly (string | number)[]): string {
  const name = (part: string | number) => (typeof part === 'number' ? `[${part + 1}]` : `.${plain(part)}`)
  return path.map(name).join('').replace(/^\./, '')
}

const WHOLE_NUMBERS: ReadonlyMap<unknown, string> = new Map([
  ['credibility', 'a whole number from 1 to 6'],
  ['paragraph', 'a whole number from 1 up'],
  ['page', 'a whole number from 1 up'],
  ['paragraphs', 'a whole number from 1 up'],
  ['start', 'a whole number from 0 up'],
  ['end', 'a whole number from 0 up']
])

const TYPES: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['tuple', 'a list'],
  ['object', 'an object'],
  ['record', 'an object']
])

function wordsOf(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return 'is missing'
  const not = `, not ${quoteValue(issue.input)}`
  const whole = WHOLE_NUMBERS.get(issue.path?.at(-1))
  if (whole) return `must be ${whole}${not}`
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPES.get(issue.expected) ?? issue.expected}${not}`
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}${not}`
    case 'too_big':
      return `must have no more than ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'entries'}`
    case 'too_small':
      return `must have at least ${issue.minimum} ${issue.origin === 'string' ? 'characters' : 'entries'}`
    case 'invalid_key':
      return 'has a name that is blank, invisible, too long or not on one line'
    case 'invalid_union':
      return `must be text, a number, or true or false${not}`
    default:
      return `is not valid${not}`
  }
}
