import type { Graph } from '../graph/graph'
import { byId } from '../records/ids'
import type { Relation } from '../records/records'
import { relationLine } from './relation-labels'

/** The relations that a text may mean, by id: the one of that id, else those whose line, or both of whose ends by name or alias, it has in it. */
export function relationsFor(graph: Graph, text: string): readonly Relation[] {
  const own = graph.get('relation', text)
  if (own) return [own]
  const wanted = folded(text)
  if (wanted === '') return []
  const all = [...graph.all('relation').values()].sort(byId)
  const exact = all.filter((relation) => folded(relationLine(graph, relation)) === wanted)
  if (exact.length > 0) return exact
  const isNamed = (id: string) => {
    const entity = graph.get('entity', id)
    const names = entity ? [entity.name, ...entity.aliases.map((alias) => alias.text)] : [id]
    return names.some((name) => ` ${wanted} `.includes(` ${folded(name)} `))
  }
  return all.filter(({ from, to }) => isNamed(from) && isNamed(to))
}

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
