import type { Change } from '../change/change'
import { isRefusal, type Refusal, refuse } from '../change/refusal'
import type { Graph } from '../graph/graph'
import { entityName } from '../queries/relation-labels'
import { basisOf } from '../records/basis'
import type { Claim, Locator, Source, Stance } from '../records/records'
import { added, changeOf, counted, named, removed } from './change-of'
import { patched, recordFrom } from './fields'
import { idTaken, missing } from './rules'
import { newSource, type SourceFields } from './sources'

/** What a claim is made from. `credibility` 1–6; `recorded` is the instant at which it is entered (ISO 8601, UTC). */
export interface ClaimFields {
  readonly about: string
  readonly property?: string
  readonly stance: Stance
  readonly statement: string
  readonly when?: string
  readonly source: string
  readonly basedOn?: string | readonly string[]
  readonly locator?: Locator
  readonly attributedTo?: string
  readonly credibility: number
  readonly note?: string
  readonly inferred?: boolean
  readonly recorded?: string
}

/** A claim and, where its source is a new one, that source; then the claim's own `source` may be left out. */
export type ClaimArgs = Omit<ClaimFields, 'source'> & {
  readonly id: string
  readonly source?: string
  readonly newSource?: SourceFields & { readonly id: string }
}

/** Adds a claim about a relation or an entity, with its source in the same change if that is new. Fields at fault of a new source are named as in `source.title`. */
export function claim(graph: Graph, args: ClaimArgs): Change | Refusal {
  const { newSource: source, ...fields } = args
  if (!graph.get('relation', args.about) && !graph.get('entity', args.about))
    return refuse('What this claim is about is not here; it may have been removed.', 'about')
  const made = newClaim(graph, { ...fields, source: args.source ?? '' }, source)
  if (isRefusal(made)) return made
  return changeOf(`Add a claim about ${subject(graph, args.about)}`, added(...made))
}

/** Changes some fields of a claim; those that are undefined or blank go. */
export function editClaim(graph: Graph, args: Partial<ClaimFields> & { readonly id: string }): Change | Refusal {
  const before = graph.get('claim', args.id)
  if (!before) return missing('claim', args.id)
  const after = patched('claim', before, args)
  if (isRefusal(after)) return after
  if (!graph.get('relation', after.about) && !graph.get('entity', after.about))
    return missing('relation', after.about, 'about')
  const problem = misquoted(graph, after, graph.get('source', after.source))
  return problem ?? changeOf(`Edit a claim about ${subject(graph, before.about)}`, [{ before, after }])
}

/** Removes a claim; its source stays. */
export function removeClaim(graph: Graph, args: { readonly id: string }): Change | Refusal {
  const before = graph.get('claim', args.id)
  if (!before) return missing('claim', args.id)
  return changeOf(`Remove a claim about ${subject(graph, before.about)}`, removed([before]))
}

/** The records of a new claim: itself, after its source if that is new too. What it is about may be just being made. */
export function newClaim(
  graph: Graph,
  fields: ClaimFields & { readonly id: string },
  sourceFields?: SourceFields & { readonly id: string },
  prefix = ''
): readonly (Claim | Source)[] | Refusal {
  const source = sourceFields && newSource(graph, sourceFields, 'source.')
  if (isRefusal(source)) return source
  if (!source && fields.source.trim() === '') return refuse('Say which source says so.', `${prefix}source`)
  const made = recordFrom('claim', { ...fields, source: source ? source.id : fields.source }, prefix)
  if (isRefusal(made)) return made
  const conflict =
    new Set([made.id, made.about, source?.id ?? '']).size < 3
      ? refuse('Two new records have the same id.', `${prefix}id`)
      : undefined
  const problem =
    conflict ??
    idTaken(graph, made.id, `${prefix}id`) ??
    misquoted(graph, made, source ?? graph.get('source', made.source), prefix)
  return problem ?? (source ? [source, made] : [made])
}

/** A passage that its source does not have, or a source that is not there. */
function misquoted(graph: Graph, made: Claim, source: Source | undefined, prefix = ''): Refusal | undefined {
  if (!source) return missing('source', made.source, `${prefix}source`)
  for (const basis of basisOf(made))
    if (basis !== source.id && !graph.get('source', basis)) return missing('source', basis, `${prefix}basedOn`)
  const { paragraph, start, end } = made.locator ?? {}
  const paragraphs = source.text?.paragraphs
  if (paragraph !== undefined && paragraphs !== undefined && paragraph > paragraphs)
    return refuse(
      `“${named(source.title)}” has ${counted(paragraphs, 'paragraph')}, so there is no paragraph ${paragraph}.`,
      `${prefix}locator.paragraph`
    )
  return start !== undefined && end !== undefined && end < start
    ? refuse('The passage ends before it begins.', `${prefix}locator.end`)
    : undefined
}

/** Who or what a claim is about: “Russia and Hmeimim Air Base”. */
function subject(graph: Graph, about: string): string {
  const relation = graph.get('relation', about)
  if (!relation) return named(entityName(graph, about))
  return `${named(entityName(graph, relation.from))} and ${named(entityName(graph, relation.to))}`
}
