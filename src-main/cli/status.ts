import type { AsOf } from '@core/evidence/asked'
import { evidence } from '@core/evidence/evidence'
import { gradeText } from '@core/evidence/grades'
import { type ClaimedProperty, claimedProperties } from '@core/evidence/properties'
import type { Evidence } from '@core/evidence/status'
import { STATUS_LABELS } from '@core/evidence/status-labels'
import { statusSentence } from '@core/evidence/status-sentence'
import type { Graph } from '@core/graph/graph'
import { entityName, relationLabel, relationLine } from '@core/queries/relation-labels'
import { byId } from '@core/records/ids'
import type { Relation } from '@core/records/records'
import { type Command, UsageError } from './command'
import { DATE_OPTIONS, DATE_USAGE, datesOf } from './dates'
import { openGraph } from './graph-file'
import { json, table } from './lines'

/** `entente status FILE`: how well each relation is supported, as of a date on one of the three clocks; by id. */
export const statusCommand: Command = {
  name: 'status',
  usage: `status FILE ${DATE_USAGE} [--properties] [--json]`,
  summary: 'Say how well each relation is supported, and by how many independent sources',
  options: {
    ...DATE_OPTIONS,
    properties: { type: 'boolean', help: 'the claims about properties of entities too' },
    json: { type: 'boolean', help: 'a JSON list instead of a table' }
  },
  async run(args, io) {
    const [path, ...more] = args.positionals
    if (path === undefined) throw new UsageError('Name the file to read.')
    if (more.length > 0) throw new UsageError('Name one file only.')
    const at = datesOf(args)
    const graph = await openGraph(path, io)
    const relations = [...graph.all('relation').values()].sort(byId)
    const found = relations.map((relation) => ({ relation, evidence: evidence(graph, relation.id, at) }))
    const properties = args.values.properties ? claimedProperties(graph, at) : []
    if (args.values.json)
      io.write(
        json([...found.map((one) => row(graph, one.relation, one.evidence, at)), ...properties.map(propertyRow(at))])
      )
    else {
      const rows = found.map((one) => cells(one.evidence, relationLine(graph, one.relation)))
      const more = properties.map((one) => cells(one.evidence, `${entityName(graph, one.entity)}: ${one.property}`))
      for (const line of table([HEAD, ...rows, ...more])) io.write(line)
    }
    return 0
  }
}

const HEAD = ['STATUS', 'FOR', 'AGAINST', 'FLAGS', 'RELATION']

const cells = ({ status, independent, denyingVoices, flags }: Evidence, line: string) => [
  STATUS_LABELS[status],
  String(independent),
  String(denyingVoices),
  flags.join(' '),
  line
]

const row = (graph: Graph, relation: Relation, found: Evidence, at: AsOf) => ({
  id: relation.id,
  type: relation.type,
  label: relationLabel(graph, relation),
  from: relation.from,
  fromName: entityName(graph, relation.from),
  to: relation.to,
  toName: entityName(graph, relation.to),
  ...facts(found, at)
})

const propertyRow =
  (at: AsOf) =>
  ({ entity, property, evidence: found }: ClaimedProperty) => ({ entity, property, ...facts(found, at) })

const facts = (found: Evidence, at: AsOf) => ({
  status: found.status,
  flags: found.flags,
  independent: found.independent,
  denying: found.denyingVoices,
  hedging: found.hedgingVoices,
  ...(found.bestSupport && { bestSupport: gradeText(found.bestSupport) }),
  ...(found.bestDenial && { bestDenial: gradeText(found.bestDenial) }),
  ...(found.weak && { weak: found.weak }),
  undated: found.undated,
  supports: found.supports.map(({ id }) => id),
  denies: found.denies.map(({ id }) => id),
  uncertain: found.uncertain.map(({ id }) => id),
  sentence: statusSentence(found, at)
})
