import { cypherName } from '../../text/cypher-names'
import type { StableKey } from '../stable-key'
import type { ExternalValue, PlainType } from '../value'
import { MARK, type Operation } from './operation'

/** A statement and the values of its parameters. Values are nowhere else, and names only through cypherName(). */
export interface Statement {
  readonly text: string
  readonly parameters: ReadonlyMap<string, ExternalValue>
}

/**
 * The statement that carries an operation out; it never detaches, never sets a whole map, and touches no index or constraint.
 * Throws RangeError on a name that no server takes.
 */
export function writeStatement(operation: Operation): Statement {
  const given = new Parameters()
  switch (operation.do) {
    case 'create-node': {
      const sets = operation.properties.map(([name, value]) => `${cypherName(name)}: ${given.add(value)}`)
      return given.statement(`CREATE (:${cypherName(operation.key.label)} {${sets.join(', ')}})`)
    }
    case 'delete-node':
      return given.statement(`MATCH ${given.node('n', operation.key)} DELETE n`)
    case 'set-property': {
      const property = `n.${cypherName(operation.property)}`
      const match = `MATCH ${given.node('n', operation.key)}`
      return operation.after.type === 'null'
        ? given.statement(`${match} REMOVE ${property}`)
        : given.statement(`${match} SET ${property} = ${given.add(operation.after)}`)
    }
    case 'create-relationship': {
      const match = `MATCH ${given.node('a', operation.from)}, ${given.node('b', operation.to)}`
      return given.statement(`${match} CREATE (a)-[:${cypherName(operation.type)} {${markOf(operation, given)}}]->(b)`)
    }
    case 'delete-relationship':
      return given.statement(`MATCH ${given.relationship(operation)} DELETE r`)
  }
}

/**
 * The statements that show how things stand before an operation, each with a row a node or relationship that fits. Each first
 * takes the lock of what it finds by giving one of its properties the value that it has, so that nobody changes it between
 * this look and the writing.
 */
export function lookStatements(operation: Operation): readonly Statement[] {
  switch (operation.do) {
    case 'create-node':
      return [markedNode(operation)]
    case 'delete-node':
    case 'set-property':
      return [lockedNode(operation.key)]
    case 'create-relationship':
      return [lockedNode(operation.from), lockedNode(operation.to), markedRelationship(operation)]
    case 'delete-relationship':
      return [markedRelationship(operation)]
  }
}

function lockedNode(key: StableKey): Statement {
  const given = new Parameters()
  const property = `n.${cypherName(key.property)}`
  return given.statement(
    `MATCH ${given.node('n', key)} SET ${property} = ${property} RETURN n AS found, COUNT { (n)--() } AS ties`
  )
}

function markedNode({ key, record }: Extract<Operation, { do: 'create-node' }>): Statement {
  const given = new Parameters()
  const mark = given.add({ type: 'string', text: record })
  return given.statement(
    `MATCH (n:${cypherName(key.label)} {${cypherName(MARK)}: ${mark}}) RETURN n AS found, 0 AS ties`
  )
}

function markedRelationship(operation: Tie): Statement {
  const given = new Parameters()
  const mark = `r.${cypherName(MARK)}`
  return given.statement(`MATCH ${given.relationship(operation)} SET ${mark} = ${mark} RETURN r AS found, 0 AS ties`)
}

type Tie = Extract<Operation, { do: 'create-relationship' | 'delete-relationship' }>

const markOf = ({ record }: Tie, given: Parameters) =>
  `${cypherName(MARK)}: ${given.add({ type: 'string', text: record })}`

/** Collects the values of a statement under names of its own: $p1, $p2 … */
class Parameters {
  readonly #values = new Map<string, ExternalValue>()

  /** The expression that stands for a value; what has no form of its own as a parameter is made of its text. */
  add(value: ExternalValue): string {
    const name = `p${this.#values.size + 1}`
    this.#values.set(name, value)
    const make = MAKERS.get(value.type)
    return make ? `${make}($${name})` : `$${name}`
  }

  node(variable: string, { label, property, value }: StableKey): string {
    return `(${variable}:${cypherName(label)} {${cypherName(property)}: ${this.add(value)}})`
  }

  relationship(operation: Tie): string {
    const [from, to] = [this.node('a', operation.from), this.node('b', operation.to)]
    return `${from}-[r:${cypherName(operation.type)} {${markOf(operation, this)}}]->${to}`
  }

  statement(text: string): Statement {
    return { text, parameters: this.#values }
  }
}

/** The function of Cypher that makes a value of its text. */
const MAKERS: ReadonlyMap<string, string> = new Map<PlainType, string>([
  ['date', 'date'],
  ['time', 'time'],
  ['local time', 'localtime'],
  ['date-time', 'datetime'],
  ['local date-time', 'localdatetime'],
  ['duration', 'duration']
])
