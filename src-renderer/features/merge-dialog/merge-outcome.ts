import type { Change } from '@core/change/change'
import type { Edit, Graph } from '@core/graph/graph'
import { entityName } from '@core/queries/relation-labels'
import { notSameId } from '@core/records/records'
import { setApart } from '@core/text/typesetting'
import { count, plural } from '../../ui/count'

/** What will come of a merge, in sentences, before it is done; read off the change itself, so that both agree. */
export function mergeOutcome(graph: Graph, change: Change, keep: string, drop: string): readonly string[] {
  const edits = (what: (edit: Edit) => boolean) => change.edits.filter(what).length
  const moved = edits(
    ({ before, after }) => before?.kind === 'relation' && after?.kind === 'relation' && at(before, drop)
  )
  const joined = edits(({ before, after }) => before?.kind === 'relation' && !after)
  const claims = [drop, ...graph.relationsOf(drop)].reduce((sum, id) => sum + graph.claimsAbout(id).length, 0)
  const said = edits(({ before }) => before?.kind === 'claim' && before.attributedTo === drop)
  const views = edits(({ before }) => before?.kind === 'view')
  const apart = graph.get('notSame', notSameId(keep, drop)) !== undefined
  const names = newNames(graph, change, keep)
  const gains = [
    ...(names > 0 ? [plural(names, 'more name', 'more names')] : []),
    ...(moved > 0 ? [plural(moved, 'relation', 'relations')] : []),
    ...(claims > 0 ? [plural(claims, 'claim', 'claims')] : [])
  ]
  const [stays, goes] = [keep, drop].map((id) => setApart(entityName(graph, id)))
  return [
    gains.length > 0 ? `${stays} gets ${list(gains)}.` : `${stays} has all that ${goes} has.`,
    ...(joined === 1 ? ['1 relation says what one it has says: the two become one, with the claims of both.'] : []),
    ...(joined > 1
      ? [`${count(joined)} relations say what some it has say: each two become one, with the claims of both.`]
      : []),
    ...(said > 0 ? [`${plural(said, 'claim', 'claims')} attributed to ${goes} will be attributed to ${stays}.`] : []),
    ...(views > 0 ? [`It takes the place of ${goes} in ${plural(views, 'view', 'views')}.`] : []),
    ...(apart ? ['You once said that the two are not the same. That is forgotten.'] : [])
  ]
}

const at = ({ from, to }: { readonly from: string; readonly to: string }, id: string) => from === id || to === id

function newNames(graph: Graph, change: Change, keep: string): number {
  const after = change.edits.find((edit) => edit.after?.kind === 'entity' && edit.after.id === keep)?.after
  const before = graph.get('entity', keep)
  if (after?.kind !== 'entity' || !before) return 0
  const known = new Set([before.name, ...before.aliases.map(({ text }) => text)])
  return [after.name, ...after.aliases.map(({ text }) => text)].filter((text) => !known.has(text)).length
}

const list = (words: readonly string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? '')
