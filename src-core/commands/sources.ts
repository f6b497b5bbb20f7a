import type { Change } from '../change/change'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import type { Graph } from '../graph/graph'
import { basisChain, basisOf } from '../records/basis'
import type { Reliability, Source } from '../records/records'
import { added, changeOf, counted, named, removed } from './change-of'
import { patched, recordFrom } from './fields'
import { idTaken, missing } from './rules'

/** What a source is made from. `basedOn` is the source that it passes on. */
export interface SourceFields {
  readonly title: string
  readonly publisher?: string
  readonly published?: string
  readonly url?: string
  readonly language?: string
  readonly reliability: Reliability
  readonly basedOn?: string | readonly string[]
  readonly text?: Source['text']
  readonly note?: string
}

/** Adds a source that claims can then come from. */
export function addSource(graph: Graph, args: SourceFields & { readonly id: string }): Change | Refusal {
  const source = newSource(graph, args)
  return isRefusal(source) ? source : changeOf(`Add the source “${named(source.title)}”`, added(source))
}

/** Changes some fields of a source; those that are undefined or blank go. */
export function editSource(graph: Graph, args: Partial<SourceFields> & { readonly id: string }): Change | Refusal {
  const before = graph.get('source', args.id)
  if (!before) return missing('source', args.id)
  const after = patched('source', before, args)
  if (isRefusal(after)) return after
  const secret = args.url === undefined ? undefined : withLogin(after)
  return secret ?? groundless(graph, after) ?? changeOf(`Edit the source “${named(before.title)}”`, [{ before, after }])
}

/** Removes a source that no claim and no other source rests on. */
export function removeSource(graph: Graph, args: { readonly id: string }): Change | Refusal {
  const source = graph.get('source', args.id)
  if (!source) return missing('source', args.id)
  const title = named(source.title)
  const claims = new Set([...graph.claimsFrom(source.id), ...graph.claimsBasedOn(source.id)]).size
  if (claims > 0)
    return refuse(
      `${counted(claims, 'claim cites', 'claims cite')} “${title}”. Change or remove ${claims === 1 ? 'it' : 'them'} first.`,
      'id'
    )
  const sources = graph.sourcesBasedOn(source.id).length
  if (sources > 0)
    return refuse(
      `${counted(sources, 'other source is', 'other sources are')} based on “${title}”. Change ${sources === 1 ? 'it' : 'them'} first.`,
      'id'
    )
  return changeOf(`Remove the source “${title}”`, removed([source]))
}

/** The record of a new source; fields at fault are named after `prefix`. */
export function newSource(graph: Graph, fields: SourceFields & { readonly id: string }, prefix = ''): Source | Refusal {
  const source = recordFrom('source', fields, prefix)
  if (isRefusal(source)) return source
  return (
    idTaken(graph, source.id, `${prefix}id`) ?? withLogin(source, prefix) ?? groundless(graph, source, prefix) ?? source
  )
}

/** An address with a user name or password in it: whoever gets the file would get them too. Files that have one still open. */
function withLogin({ url = '' }: Source, prefix = ''): Refusal | undefined {
  if (!/^[a-z]+:\/*[^/?#\\]*@/i.test(url)) return undefined
  return refuse(
    'The web address holds a user name or password, which everybody who gets this file could read. Leave out what stands before the @.',
    `${prefix}url`
  )
}

/** A source that rests on one that is not there, or in the end on itself. */
function groundless(graph: Graph, source: Source, prefix = ''): Refusal | undefined {
  const field = `${prefix}basedOn`
  const rests = basisChain(basisOf(source), (id) => graph.get('source', id))
  if (rests.has(source.id)) return refuse(`“${named(source.title)}” would be based on itself.`, field)
  const gone = [...rests].find((id) => !graph.get('source', id))
  return gone === undefined ? undefined : missing('source', gone, field)
}
