import type { Plan } from 'neo4j-driver'
import { ExternalError } from './external-error'
import type { ReadSession } from './reader'

/**
 * The names of a statement's columns, once the server has said that the statement only reads. Throws ExternalError when it
 * would do anything else; the session would not let it write anyway.
 */
export async function columnsOfReading(session: ReadSession, statement: string): Promise<readonly string[]> {
  const result = session.run(`${EXPLAIN}${statement}`)
  const columns = await result.keys()
  const { queryType, plan } = await result.summary()
  if (queryType === 'w' || queryType === 'rw')
    throw new ExternalError(`This statement would change the database. ${ONLY}`)
  if (queryType === 's')
    throw new ExternalError(`This statement would change the database’s schema or its administration. ${ONLY}`)
  const operators = plan === false ? [] : operatorsOf(plan)
  for (const [operator, words] of REFUSED) if (operators.includes(operator)) throw new ExternalError(words)
  return columns
}

/** Put before a statement to have it checked; it shifts the columns of the first line. */
export const EXPLAIN = 'EXPLAIN '

const ONLY = 'Here it is only read.'

// The server counts these among what reads.
const REFUSED = new Map([
  ['TerminateTransactions', `This statement would end what others are doing. ${ONLY}`],
  ['LoadCSV', 'This statement would have the server read a file or a web page. Here only its database is read.']
])

const operatorsOf = (plan: Plan): readonly string[] => [
  plan.operatorType.replace(/@.*$/, ''),
  ...plan.children.flatMap(operatorsOf)
]
