import type { Change } from '@core/change/change'
import { inOneChange } from '@core/change/in-one-change'
import { isRefusal, type Refusal } from '@core/change/refusal'
import { removeClaim } from '@core/commands/claims'
import { removeEntity } from '@core/commands/entities'
import { removeRelation } from '@core/commands/relations'
import { removeSource } from '@core/commands/sources'
import type { Graph } from '@core/graph/graph'
import { entityName, relationLabel } from '@core/queries/relation-labels'
import type { Kind } from '@core/records/records'
import { setApart } from '@core/text/typesetting'
import type { DialogFields } from '../../state/dialogs.svelte'
import { plural } from '../../ui/count'

export type RemoveRequest = DialogFields['remove']

/** What would be removed, and in a sentence what goes with it; or why it cannot be. */
export interface Removal {
  readonly change: Change | Refusal
  readonly title: string
  readonly sentence: string
}

export function removal(graph: Graph, { record, id, others = [] }: RemoveRequest): Removal {
  const change = changeFor(graph, record, [id, ...others])
  if (isRefusal(change)) return { change, title: `This ${record} stays`, sentence: change.refused }
  const title = others.length > 0 ? `Remove ${plural(others.length + 1, record, 'entities')}` : `Remove this ${record}`
  return {
    change,
    title,
    sentence: `${sentenceFor(graph, change, record, id, others.length + 1)} Undo brings all of it back.`
  }
}

function changeFor(graph: Graph, record: RemoveRequest['record'], ids: readonly string[]): Change | Refusal {
  const [id = ''] = ids
  switch (record) {
    case 'entity':
      return ids.length === 1
        ? removeEntity(graph, { id })
        : inOneChange(
            graph,
            `Remove ${ids.length} entities`,
            ids.map((id) => (now) => removeEntity(now, { id }))
          )
    case 'relation':
      return removeRelation(graph, { id })
    case 'claim':
      return removeClaim(graph, { id })
    case 'source':
      return removeSource(graph, { id })
  }
}

function sentenceFor(graph: Graph, change: Change, record: RemoveRequest['record'], id: string, many: number): string {
  const gone = (kind: Kind) => change.edits.filter(({ before, after }) => before?.kind === kind && !after).length
  switch (record) {
    case 'entity': {
      const what = many > 1 ? plural(many, 'entity', 'entities') : setApart(entityName(graph, id))
      const own = change.edits.some(
        ({ before, after }) => before?.kind === 'claim' && !after && graph.get('entity', before.about)
      )
      return `Removes ${list([what, ...company(many > 1 ? 'their' : 'its', gone('relation'), gone('claim'), own)])}.`
    }
    case 'relation': {
      const relation = graph.get('relation', id)
      if (!relation) return ''
      const word = relationLabel(graph, relation)
      const ends = [relation.from, relation.to].map((end) => setApart(entityName(graph, end)))
      const claims = gone('claim')
      const what = `“${word}” between ${list(ends)}`
      return claims === 0
        ? `Removes ${what}.`
        : `Removes ${what} with ${claims === 1 ? 'its claim' : `its ${plural(claims, 'claim', 'claims')}`}.`
    }
    case 'claim':
      return 'Removes this claim. Its source stays.'
    case 'source':
      return `Removes the source “${setApart(graph.get('source', id)?.title ?? '')}”, which no claim cites.`
  }
}

/** The ties that go with it, and the claims: those about the ties are theirs, others are told without an owner. */
function company(whose: 'its' | 'their', relations: number, claims: number, own: boolean): readonly string[] {
  const ties = relations === 0 ? [] : [`${whose} ${plural(relations, 'relation', 'relations')}`]
  if (claims === 0) return ties
  const owner = relations === 0 ? `${whose} ` : own ? '' : `${relations === 1 ? 'its' : 'their'} `
  return [...ties, `${owner}${plural(claims, 'claim', 'claims')}`]
}

const list = (words: readonly string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '')
