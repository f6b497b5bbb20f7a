import { NameScan } from '@core/queries/name-scan'
import { type Hit, NAME_KIND_LABELS } from '@core/queries/search'
import type { AnyRecord } from '@core/records/records'
import { plain } from '@core/text/quote'
import { type Command, type Io, UsageError } from './command'
import { openGraph, streamRecords } from './graph-file'
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
    const { found, labels } = await scan(path, text, io)
    const hits = found.hits(MOST)
    const typeLabel = ({ entity }: Hit) => labels.get(entity.type) ?? entity.type
    const { leftOut } = found
    if (leftOut > 0)
      io.warn(`${leftOut} more entities may answer “${plain(text)}” and were left out: ask for more of the name.`)
    if (values.json) io.write(json(hits.map((hit) => row(hit, typeLabel(hit)))))
    else if (hits.length === 0) io.warn(`Nothing is called “${plain(text)}”.`)
    else for (const line of table(hits.map((hit) => cells(hit, typeLabel(hit))))) io.write(line)
    return 0
  }
}

/** Looks at each entity as it is read: an index of a large file's names, and its graph, need several times its size. */
async function scan(path: string, text: string, io: Io) {
  let found = new NameScan(text)
  const labels = new Map<string, string>()
  const look = (record: AnyRecord) => {
    if (record.kind === 'entity') found.entity(record)
    else if (record.kind === 'relation') found.relation(record)
    else if (record.kind === 'entityType') labels.set(record.id, record.label)
  }
  if ((await streamRecords(path, io, look)) && found.isInOrder) return { found, labels }
  found = new NameScan(text)
  const graph = await openGraph(path, io)
  for (const kind of ['entityType', 'entity', 'relation'] as const)
    for (const record of graph.all(kind).values()) look(record)
  return { found, labels }
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
