import type { Graph } from '../graph/graph'
import { entityName, relationLabel } from '../queries/relation-labels'
import { dateText } from '../records/date-labels'
import type { Claim } from '../records/records'

/** A list of lists of cells; the first row says what they are. */
export type Table = readonly (readonly string[])[]

/**
 * A graph as tables for a spreadsheet: its entities, and, where there are any, its relations with a row for each claim. No
 * cell holds a tab or a line break, and none is taken for a formula.
 */
export function tablesOf(graph: Graph): readonly Table[] {
  const entities = [...graph.all('entity').values()].map(({ type, name, aliases, summary = '', period }) => [
    name,
    graph.get('entityType', type)?.label ?? type,
    aliases.map(({ text }) => text).join('; '),
    dateText(period),
    summary
  ])
  const relations = [...graph.all('relation').values()].flatMap((relation) => {
    const ends = [entityName(graph, relation.from), relationLabel(graph, relation), entityName(graph, relation.to)]
    const claims = graph.claimsAbout(relation.id).flatMap((id) => graph.get('claim', id) ?? [])
    return claims.length === 0
      ? [[...ends, '', '', '', '', '', '']]
      : claims.map((claim) => [...ends, ...cellsOf(graph, claim)])
  })
  const tables: Table[] = [[['Name', 'Type', 'Other names', 'Period', 'Summary'], ...entities]]
  if (relations.length > 0)
    tables.push([
      ['From', 'Relation', 'To', 'Stance', 'True when', 'Statement', 'Source', 'Attributed to', 'Grade'],
      ...relations
    ])
  return tables.map((table) => table.map((row) => row.map(cell)))
}

function cellsOf(graph: Graph, { stance, when, statement, source, attributedTo = '', credibility }: Claim) {
  const { title = source, reliability = '' } = graph.get('source', source) ?? {}
  const voice = graph.get('entity', attributedTo)?.name ?? attributedTo
  return [stance, dateText(when), statement, title, voice, `${reliability}${credibility}`]
}

/** Spreadsheets take what begins so for a formula (OWASP, CSV injection). */
const FORMULA = /^\s*[=+@-]/

const cell = (text: string) => {
  const line = text.replace(/[\t\r\n\u2028\u2029]+/g, ' ')
  return FORMULA.test(line) ? `'${line}` : line
}

/** Tables as the text that spreadsheets take: tabs between cells, an empty line between tables. */
export const tabbed = (tables: readonly Table[]): string =>
  tables.map((table) => table.map((row) => row.join('\t')).join('\n')).join('\n\n')
