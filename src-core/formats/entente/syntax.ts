import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser'
import type { Problem } from '../../text/problem-messages'

/** Says where a text stops being JSON and what was expected there (RFC 8259); a text cut off says that it ends too early. */
export function syntaxProblem(text: string): Problem {
  if (isTable(text))
    return {
      message: 'This looks like a table (CSV), not like a graph: Entente opens graphs, and no tables yet.',
      line: 1
    }
  const first = firstError(text)
  if (!first) return { message: 'This is not JSON: it cannot be read as a list of records.' }
  const { line, column, code, offset } = first
  if (text.slice(offset).trim() === '' || endsInString(text, offset, code))
    return { message: 'The file ends in the middle: its last part is missing. It was not written to the end.', line }
  return { message: `This is not JSON: ${expectation(code)} at column ${column}.`, line }
}

/** How many lines at the beginning tell a table: each has the same separators, and as many of them. */
const TOLD_BY = 3

/** Whether a text is a table with comma, semicolon or tab (RFC 4180), whose first lines have equally many of them. */
function isTable(text: string): boolean {
  if (/^\s*["[{]/.test(text) && !/^\s*"[^"\n]*"\s*[,;\t]/.test(text)) return false
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/, TOLD_BY + 1)
    .slice(0, TOLD_BY)
  const full = lines.filter((line) => line.trim() !== '')
  return (
    full.length > 1 &&
    [',', ';', '\t'].some((separator) => {
      const counts = new Set(full.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length))
      return counts.size === 1 && !counts.has(1)
    })
  )
}

/** The lines, from 1, on which a key stands that could change how objects work: `__proto__`, or a `prototype` inside a `constructor`. */
export function forbiddenKeys(text: string): readonly Problem[] {
  const problems: Problem[] = []
  const open: string[] = []
  let last = ''
  try {
    visit(text, {
      onObjectBegin: () => void open.push(last),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (name, _offset, _length, line) => {
        last = name
        if (name === '__proto__' || (name === 'prototype' && open.at(-1) === 'constructor'))
          problems.push({ message: `The field name "${name}" is not allowed: programs misread it.`, line: line + 1 })
      }
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return problems.length > 0 ? problems : [{ message: 'A field name in this file is not allowed ("__proto__").' }]
}

interface SyntaxFault {
  readonly code: ParseErrorCode
  readonly offset: number
  readonly line: number
  readonly column: number
}

class RootFound extends Error {}

function firstError(text: string): SyntaxFault | undefined {
  let fault: SyntaxFault | undefined
  try {
    visit(
      text,
      {
        onError: (code, offset, _length, line, column) => {
          fault = { code, offset, line: line + 1, column: column + 1 }
          throw new RootFound() // nothing after the first fault can be trusted, and a large file has many
        }
      },
      { disallowComments: true }
    )
  } catch (error) {
    if (!(error instanceof RootFound || error instanceof RangeError)) throw error
  }
  return fault
}

/** A string that is never closed runs to the end of its line; on the last line that is a file cut off, not a forgotten quotation mark. */
const endsInString = (text: string, offset: number, code: ParseErrorCode) =>
  printParseErrorCode(code) === 'UnexpectedEndOfString' && text.indexOf('\n', offset) < 0

function expectation(code: ParseErrorCode): string {
  switch (printParseErrorCode(code)) {
    case 'PropertyNameExpected':
      return 'a field name in quotation marks is expected'
    case 'ValueExpected':
      return 'a field or a value is expected'
    case 'ColonExpected':
      return 'a colon is expected'
    case 'CommaExpected':
      return 'a comma is expected'
    case 'CloseBraceExpected':
      return 'a closing } is expected'
    case 'CloseBracketExpected':
      return 'a closing ] is expected'
    case 'EndOfFileExpected':
      return 'there is more text after the end'
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return 'a comment stands where none is allowed'
    case 'UnexpectedEndOfString':
      return 'a closing quotation mark is missing'
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return 'a number is not complete'
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return 'a \\ is followed by something that has no meaning'
    case 'InvalidCharacter':
      return 'a control character stands inside a text'
    default:
      return 'a sign has no meaning'
  }
}
