import { isUtf8 } from 'node:buffer'
import type { Problem } from '@core/text/problem-messages'

/** Where bytes that are not UTF-8 (RFC 3629) stop being it: the line, and the byte in it, both from 1. */
export function notUtf8(bytes: Buffer): Problem {
  if (bytes.subarray(0, ZIP.length).equals(ZIP))
    return { message: 'It is an archive, such as a table of Excel or a document of Word, so it is no graph file.' }
  const at = firstFault(bytes)
  let line = 1
  let begin = 0
  for (let end = bytes.indexOf(0x0a); end >= 0 && end < at; end = bytes.indexOf(0x0a, begin)) {
    begin = end + 1
    line++
  }
  const found = bytes[at]
  const what =
    found === undefined ? 'it ends in the middle of a character' : `0x${hex(found)} begins no character there`
  return {
    message: `It is not UTF-8 text, so it is no graph file: byte ${at - begin + 1} of line ${line} is wrong (${what}). Save it as UTF-8.`,
    line
  }
}

/** What zip files begin with, those of Office among them. */
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')

const hex = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0')

/** Where the first character begins that is none. Halves what is left: looking at each byte would take long in a large file. */
function firstFault(bytes: Buffer): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 8) {
    const middle = beginOfCharacter(bytes, (good + bad) >> 1, good)
    if (middle > good && isUtf8(bytes.subarray(good, middle))) good = middle
    else if (middle > good) bad = middle
    else break
  }
  for (let at = good; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find((length) => at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)))
    if (length === undefined) return at
    at += length
  }
  return bytes.length
}

/** The last byte up to there that is no continuation of a character. */
function beginOfCharacter(bytes: Buffer, at: number, least: number): number {
  let begin = at
  while (begin > least && at - begin < 4 && ((bytes[begin] ?? 0) & 0xc0) === 0x80) begin--
  return begin
}
