import type { ForeignNode } from '@core/foreign/value'
import type { Record as Row } from 'neo4j-driver'
import { ForeignError } from './foreign-error'
import { EXACT_ID, hydrateNode, ZONED } from './hydrate'
import type { Cost, Reader } from './reader'

/** How a statement returns the node in a variable. */
export type NodeForm = (variable: string) => string

const AS_NODE: NodeForm = (variable) => variable

/**
 * A node of which the server itself writes the zoned times as text. The driver works out a zoned time with this
 * computer's own calendar, and one zone or year that it does not know makes it reject a whole result.
 */
const AS_TEXT: NodeForm = (variable) => {
  const value = `${variable}[k]`
  const zoned = `CASE WHEN ${value} IS :: ZONED DATETIME THEN {\`${ZONED}\`: toString(${value})}
    WHEN ${value} IS :: LIST<ZONED DATETIME NOT NULL> THEN {\`${ZONED}\`: [x IN ${value} | toString(x)]}
    ELSE ${value} END`
  const fields = `elementId(${variable}), labels(${variable}), [k IN keys(${variable}) | [k, ${zoned}]]`
  return `{\`${EXACT_ID}\`: [${fields}]}`
}

/** Rows with nodes in them: as the driver has them, or, where it cannot make them, in their text form. */
export async function nodeRows(
  reader: Reader,
  statement: (form: NodeForm) => string,
  parameters: Readonly<Record<string, unknown>>,
  cost: Cost
): Promise<readonly Row[]> {
  try {
    return await reader.rows(statement(AS_NODE), parameters, cost)
  } catch (error) {
    if (!(error instanceof ForeignError && error.cause instanceof RangeError)) throw error
    return reader.rows(statement(AS_TEXT), parameters, cost)
  }
}

/** The nodes in these columns of all rows, each once, in the order in which they come. */
export function nodesIn(rows: readonly Row[], columns: readonly string[]): readonly ForeignNode[] {
  const nodes = new Map<string, ForeignNode>()
  for (const row of rows)
    for (const column of columns) {
      const value: unknown = row.get(column)
      if (value === null || value === undefined) continue
      const node = hydrateNode(value)
      if (!nodes.has(node.id)) nodes.set(node.id, node)
    }
  return [...nodes.values()]
}
