import { type Property, sameValue } from '@core/external/value'
import { textOf } from '@core/external/value-text'
import { MARK, type Operation } from '@core/external/write-back/operation'
import { lookStatements, type Statement } from '@core/external/write-back/statements'
import { quote } from '@core/text/quote'
import type { Record as Row, Transaction } from 'neo4j-driver'
import { hydrateNode, hydrateRelationship } from '../explore/hydrate'
import { driverParameters } from './driver-parameters'

/** Runs a statement in the transaction of the write-back. */
export type Run = (statement: Statement) => Promise<readonly Row[]>

/** A Run in that transaction. */
export const runIn =
  (transaction: Transaction): Run =>
  async ({ text, parameters }) =>
    (await transaction.run(text, driverParameters(parameters))).records

/**
 * Why an operation must not be carried out, as a message: what it touches has changed. Undefined when it may be. What was
 * checked stays locked until the transaction ends. `isAlone`: whether a node to be removed must have no relationships by now.
 */
export async function faultOf(run: Run, operation: Operation, isAlone = true): Promise<string | undefined> {
  const seen: (readonly Row[])[] = []
  for (const statement of lookStatements(operation)) seen.push(await run(statement))
  const [first = [], second = [], third = []] = seen
  switch (operation.do) {
    case 'create-node':
      return first.length > 0 ? `The node ${quote(operation.name)} is there already.` : undefined
    case 'delete-node':
      return (
        oneNode(first, operation.name) ??
        differs(first, operation) ??
        (isAlone ? tied(first, operation.name) : undefined)
      )
    case 'set-property':
      return oneNode(first, operation.name) ?? changed(first, operation)
    case 'create-relationship':
      return (
        oneNode(first, operation.names[0]) ??
        oneNode(second, operation.names[1]) ??
        (third.length > 0 ? `The relationship between ${both(operation)} is there already.` : undefined)
      )
    case 'delete-relationship':
      return first.length === 1 && isBare(first)
        ? undefined
        : `The relationship between ${both(operation)} is no longer as it was made.`
  }
}

const both = ({ names }: { readonly names: readonly [string, string] }) => `${quote(names[0])} and ${quote(names[1])}`

function oneNode(rows: readonly Row[], name: string): string | undefined {
  if (rows.length === 1) return undefined
  return rows.length === 0
    ? `${quote(name)} is no longer in the database, or its key has changed.`
    : `The key of ${quote(name)} fits ${rows.length} nodes. Choose another key for its label.`
}

function changed([row]: readonly Row[], { name, property, before }: Extract<Operation, { do: 'set-property' }>) {
  const now = propertiesOf(row).find(([one]) => one === property)?.[1] ?? { type: 'null' as const }
  if (sameValue(now, before)) return undefined
  const was = before.type === 'null' ? 'was not there' : `was ${quote(textOf(before))}`
  const is = now.type === 'null' ? 'is not there any more' : `is ${quote(textOf(now))}`
  return `Somebody has changed ${quote(property)} of ${quote(name)} meanwhile: it ${was} and now ${is}.`
}

function differs([row]: readonly Row[], { name, properties }: Extract<Operation, { do: 'delete-node' }>) {
  const now = new Map(propertiesOf(row))
  const isSame =
    now.size === properties.length &&
    properties.every(([property, value]) => sameValue(now.get(property) ?? { type: 'null' }, value))
  return isSame ? undefined : `Somebody has changed ${quote(name)} since it was added.`
}

const tied = ([row]: readonly Row[], name: string) =>
  Number(row?.get('ties')) > 0 ? `Somebody has tied ${quote(name)} to something since it was added.` : undefined

const propertiesOf = (row: Row | undefined): readonly Property[] =>
  row ? hydrateNode(row.get('found')).properties : []

const isBare = ([row]: readonly Row[]) =>
  row !== undefined && hydrateRelationship(row.get('found')).properties.every(([name]) => name === MARK)
