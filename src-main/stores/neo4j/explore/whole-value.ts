import { textOf } from '@core/external/value-text'
import { ExternalError } from './external-error'
import { hydrate, WHOLE } from './hydrate'
import type { Reader } from './reader'

/** How many characters of a single value are shown, and milliseconds. */
const MOST = { text: 1_000_000, timeout: 30_000 }

/** A property of a node in words, whole up to a million characters; `length` says how many it has. */
export async function wholeValue(
  reader: Reader,
  { node, property }: { readonly node: string; readonly property: string },
  signal?: AbortSignal
): Promise<{ readonly text: string; readonly length: number }> {
  const [row] = await reader.rows(
    'MATCH (n) WHERE elementId(n) = $node RETURN n[$property] AS value',
    { node, property },
    { timeout: MOST.timeout, signal }
  )
  if (!row) throw new ExternalError('The node is no longer there.')
  const text = textOf(hydrate(row.get('value'), 0, WHOLE))
  return { text: text.slice(0, MOST.text).toWellFormed(), length: text.length }
}
