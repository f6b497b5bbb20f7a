import { explain, explainProperty, explanationLines } from '@core/evidence/explain'
import type { Graph } from '@core/graph/graph'
import { entityName, relationLine } from '@core/queries/relation-labels'
import { relationsFor } from '@core/queries/relation-named'
import { plain } from '@core/text/quote'
import { type Command, CommandError, textOf, UsageError } from './command'
import { DATE_OPTIONS, DATE_USAGE, datesOf } from './dates'
import { openGraph } from './graph-file'
import { json } from './lines'

/** How many relations are named where several could be meant. */
const MOST_NAMED = 20

/** `entente explain FILE RELATION`: how the status of a relation, or of a property of an entity, comes about. */
export const explainCommand: Command = {
  name: 'explain',
  usage: `explain FILE RELATION [--property NAME] ${DATE_USAGE} [--json]`,
  summary: 'Say by which rules a relation has its status, line by line',
  options: {
    ...DATE_OPTIONS,
    property: {
      type: 'string',
      value: 'NAME',
      help: 'RELATION is the id of an entity, and this one of its properties'
    },
    json: { type: 'boolean', help: 'as JSON' }
  },
  async run(args, io) {
    const [path, what, ...more] = args.positionals
    if (path === undefined || what === undefined)
      throw new UsageError('Name the file and the relation: its id, or the names of its ends, as in "Russia Syria".')
    if (more.length > 0) throw new UsageError('Name one relation only; put words with blanks within quotation marks.')
    const at = datesOf(args)
    const graph = await openGraph(path, io)
    const property = textOf(args, 'property')
    const found = property === undefined ? ofRelation(graph, what) : ofEntity(graph, what)
    const explanation =
      property === undefined ? explain(graph, found.id, at) : explainProperty(graph, found.id, property, at)
    if (args.values.json) io.write(json({ id: found.id, subject: found.line, ...explanation }))
    else for (const line of [found.line, ...explanationLines(explanation)]) io.write(plain(line, 5000))
    return 0
  }
}

interface Found {
  readonly id: string
  readonly line: string
}

function ofRelation(graph: Graph, what: string): Found {
  const found = relationsFor(graph, what)
  const [relation, ...others] = found
  if (!relation)
    throw new CommandError(`No relation is called “${plain(what)}”. entente status lists them, with --json by id.`)
  if (others.length > 0) {
    const lines = found.slice(0, MOST_NAMED).map((one) => `  ${one.id}  ${relationLine(graph, one)}`)
    const rest = found.length > MOST_NAMED ? [`  and ${found.length - MOST_NAMED} more`] : []
    throw new CommandError(
      [`“${plain(what)}” may mean ${found.length} relations. Name one by its id:`, ...lines, ...rest].join('\n')
    )
  }
  return { id: relation.id, line: relationLine(graph, relation) }
}

function ofEntity(graph: Graph, what: string): Found {
  const entity = graph.get('entity', what) ?? [...graph.all('entity').values()].find(({ name }) => name === what)
  if (!entity) throw new CommandError(`No entity is called “${plain(what)}”.`)
  return { id: entity.id, line: entityName(graph, entity.id) }
}
