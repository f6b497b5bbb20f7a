import { type Hit, makeSearch, NAME_KIND_LABELS } from '@core/queries/search'
import { plain } from '@core/text/quote'
import { type Command, UsageError } from './command'
import { openGraph } from './graph-file'
import { json, table } from './lines'

/** `entente find FILE TEXT`: the entities whose names answer a text, in any spelling and script, best first. */
export const findCommand: Command = {
  name: 'find',
  usage: 'find FILE TEXT [--json]',
  summary: 'Find entities by any of their names, in any script, best first',
  options: { json: { type: 'boolean', help: 'a JSON list instead of a table' } },
  async run({ positionals, values }, io) {
    const [path, ...words] = positionals
    const text = words.join(' ')
    if (path === undefined) throw new UsageError('Name the file to look in.')
    if (text.trim() === '') throw new UsageError('Say what to look for.')
    const graph = await openGraph(path, io)
    const hits = makeSearch(graph).find(text, { most: MOST })
    const typeLabel = ({ entity }: Hit) => graph.get('entityType', entity.type)?.label ?? entity.type
    if (values.json) io.write(json(hits.map((hit) => row(hit, typeLabel(hit)))))
    else if (hits.length === 0) io.warn(`Nothing is called “${plain(text)}”.`)
    else for (const line of table(hits.map((hit) => cells(hit, typeLabel(hit))))) io.write(line)
    return 0
  }
}

/** More than anyone reads, fewer than would stall a terminal. */
const MOST = 1000

const row = ({ entity, text, nameKind, how, ranges }: Hit, typeLabel: string) => ({
  id: entity.id,
  name: entity.name,
  type: entity.type,
  typeLabel,
  matched: text,
  matchedKind: nameKind,
  how,
  ranges
})

function cells({ entity, text, nameKind, how }: Hit, typeLabel: string): readonly string[] {
  const by = nameKind === 'name' ? how : `${NAME_KIND_LABELS[nameKind]} ${text}, ${how}`
  return [entity.id, typeLabel, entity.name, by]
}
