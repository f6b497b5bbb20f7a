import { joinProblem } from '../commands/rules'
import { credibilityLabel, STANCE_LABELS } from '../evidence/status-labels'
import type { Graph } from '../graph/graph'
import { dateInWords } from '../records/date-labels'
import type { Stance } from '../records/records'
import { quote } from '../text/quote'
import type { Entry } from './entry'
import type { Part } from './parts'

/** What an entry does, and what is unusual about it. `isWorded`: its statement is the user's own. */
export function adviceOf(graph: Graph, { from, to, type, relation, claim }: Entry, isWorded: boolean): string {
  const made = { supports: 'a claim', denies: 'a denial', uncertain: 'an uncertain claim' }[claim?.stance ?? 'supports']
  const what = relation === undefined ? 'Adds the relation' : `Adds ${made} to a relation that is there`
  const withClaim = relation !== undefined ? '' : claim ? ` and ${made}` : ' without a claim: “No source”'
  const fresh = [from, to].flatMap((end) => (end.id === undefined ? [quote(end.name)] : []))
  const also = fresh.length > 0 ? `; new ${fresh.length > 1 ? 'are' : 'is'} ${fresh.join(' and ')}` : ''
  const problem = joinProblem(graph, type, from.type, to.type)
  const label = (id: string) => graph.get('entityType', id)?.label ?? id
  const widened = problem
    ? ` So far “${word(graph, type)}” has not joined ${label(from.type)} to ${label(to.type)}.`
    : ''
  const own = isWorded || !claim ? '' : ` In words: ${quote(claim.statement, 90)}`
  return `${what}${withClaim}${also}.${widened}${own}`
}

const word = (graph: Graph, type: string) => graph.get('relationType', type)?.label ?? type

/** The stance that a sign says; without one it supports. */
export const stanceOf = (part: Part | undefined): Stance =>
  part === undefined ? 'supports' : part.text === '!' ? 'denies' : 'uncertain'

/** What a claim says where the line has no words for it. */
export const sentenceOf = (stance: Stance, said: string) =>
  ({
    supports: `${said}.`,
    denies: `It is denied that ${said}.`,
    uncertain: `It is uncertain whether ${said}.`
  })[stance]

/** What a part says that needs no graph. */
export function wordsOf(part: Part): string {
  switch (part.kind) {
    case 'stance':
      return STANCE_LABELS[stanceOf(part)].toLowerCase()
    case 'paragraph':
      return 'paragraph'
    case 'date':
      return dateInWords(part.text)
    case 'grade':
      return credibilityLabel(Number(part.text[1])).toLowerCase()
    case 'unread':
      return 'not understood'
    default:
      return part.kind
  }
}
