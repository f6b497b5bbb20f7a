import { evidence } from '@core/evidence/evidence'
import type { AsOf, Evidence } from '@core/evidence/rules'
import { STATUS_LABELS, statusSentence } from '@core/evidence/status-labels'
import type { Graph } from '@core/graph/graph'
import { entityName, relationLabel, relationLine } from '@core/queries/relation-labels'
import { dateProblem } from '@core/records/dates'
import { typedDate } from '@core/records/dates-typed'
import { byId } from '@core/records/ids'
import { Clock, type Relation } from '@core/records/records'
import { type Args, type Command, textOf, UsageError } from './command'
import { openGraph } from './graph-file'
import { json, table } from './lines'

/** `entente status FILE`: how well each relation is supported, as of a date on one of the three clocks; by id. */
export const statusCommand: Command = {
  name: 'status',
  usage: 'status FILE [--as-of DATE] [--clock world|published|recorded] [--json]',
  summary: 'Say how well each relation is supported, and by how many independent sources',
  options: {
    'as-of': { type: 'string', value: 'DATE', help: 'only what counts at that date (EDTF: 2024, 2024-12, 2024-12-08)' },
    clock: { type: 'string', value: 'CLOCK', help: 'true in the world (default), published or recorded by that date' },
    json: { type: 'boolean', help: 'a JSON list instead of a table' }
  },
  async run(args, io) {
    const [path, ...more] = args.positionals
    if (path === undefined) throw new UsageError('Name the file to read.')
    if (more.length > 0) throw new UsageError('Name one file only.')
    const at = atOf(args)
    const graph = await openGraph(path, io)
    const relations = [...graph.all('relation').values()].sort(byId)
    const found = relations.map((relation) => ({ relation, evidence: evidence(graph, relation.id, at) }))
    if (args.values.json) io.write(json(found.map((one) => row(graph, one.relation, one.evidence, at))))
    else
      for (const line of table([HEAD, ...found.map((one) => cells(graph, one.relation, one.evidence))])) io.write(line)
    return 0
  }
}

/** The date and clock that the options name. Throws UsageError where they name none. */
export function atOf(args: Args): AsOf {
  const said = textOf(args, 'as-of')
  const asOf = said === undefined ? undefined : typedDate(said)
  const clock = textOf(args, 'clock')
  const problem = asOf === undefined ? undefined : dateProblem(asOf)
  if (problem) throw new UsageError(`--as-of: ${problem}`)
  const known = Clock.safeParse(clock ?? 'world')
  if (!known.success) throw new UsageError(`--clock: there is no such clock. Write ${Clock.options.join(', ')}.`)
  return { ...(asOf !== undefined && { asOf }), clock: known.data }
}

const HEAD = ['STATUS', 'FOR', 'AGAINST', 'RELATION']

const cells = (graph: Graph, relation: Relation, { status, independent, denyingOrigins }: Evidence) => [
  STATUS_LABELS[status],
  String(independent),
  String(denyingOrigins),
  relationLine(graph, relation)
]

const row = (graph: Graph, relation: Relation, found: Evidence, at: AsOf) => ({
  id: relation.id,
  type: relation.type,
  label: relationLabel(graph, relation),
  from: relation.from,
  fromName: entityName(graph, relation.from),
  to: relation.to,
  toName: entityName(graph, relation.to),
  status: found.status,
  independent: found.independent,
  denying: found.denyingOrigins,
  undated: found.undated,
  supports: found.supports.map(({ id }) => id),
  denies: found.denies.map(({ id }) => id),
  uncertain: found.uncertain.map(({ id }) => id),
  sentence: statusSentence(found, at)
})
