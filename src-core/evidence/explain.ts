import type { Graph } from '../graph/graph'
import type { AsOf } from './asked'
import { evidence, propertyEvidence } from './evidence'
import { type Derivation, RULES } from './rules'
import { type Evidence, ruleOf } from './status'
import { STATUS_LABELS } from './status-labels'
import { statusSentence } from './status-sentence'

/** One step of a derivation: the rule that acted, and what it did, a line each. */
interface Step {
  readonly rule: string
  readonly title: string
  readonly words: string
  readonly lines: readonly string[]
}

/** How a status came about: the status, its sentence, and the rules that acted, in their order; the last one is that of the status. */
export interface Explanation {
  readonly status: string
  readonly sentence: string
  readonly steps: readonly Step[]
}

/** How the status of a relation came about, as of dates on the three clocks. Throws RangeError where one is not EDTF. */
export function explain(graph: Graph, relation: string, at: AsOf = {}): Explanation {
  const type = graph.get('relationType', graph.get('relation', relation)?.type ?? '')
  const word = type?.label ?? graph.get('relation', relation)?.type ?? ''
  return explained(evidence(graph, relation, at), at, { aspect: type?.aspect ?? 'state', word })
}

/** The same for one property of an entity. */
export function explainProperty(
  graph: Graph,
  entity: string,
  property: string | undefined,
  at: AsOf = {}
): Explanation {
  const found = propertyEvidence(graph, entity, property, at)
  return explained(found, at, { aspect: 'state', word: property ?? graph.get('entity', entity)?.name ?? '' })
}

function explained(found: Evidence, at: AsOf, subject: Pick<Derivation, 'aspect' | 'word'>): Explanation {
  const ids = new Set([...found.supports, ...found.denies, ...found.uncertain].map(({ id }) => id))
  const counted = found.weighed.filter(({ claim }) => ids.has(claim.id))
  const steps = RULES.map(({ id, title, words, acted }) => ({
    rule: id,
    title,
    words,
    lines: found.weighed.length > 0 ? acted({ found, at, counted, ...subject }) : []
  })).filter(({ lines }) => lines.length > 0)
  const label = STATUS_LABELS[found.status]
  const last = { rule: found.status, title: label, words: ruleOf(found.status).words, lines: [] }
  return { status: label, sentence: statusSentence(found, at), steps: [...steps, last] }
}

/** An explanation as lines of text; what belongs to a rule is indented under it. */
export const explanationLines = ({ status, sentence, steps }: Explanation): readonly string[] => [
  sentence.startsWith(status) ? sentence : `${status}. ${sentence}`,
  ...steps.flatMap(({ title, words, lines }) => [`${title}: ${words}`, ...lines.map((line) => `  ${line}`)])
]
