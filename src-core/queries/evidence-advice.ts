import { evidence, propertiesEvidence } from '../evidence/evidence'
import type { Evidence } from '../evidence/status'
import { credibilityLabel } from '../evidence/status-labels'
import type { WeighedClaim } from '../evidence/weigh'
import type { Graph } from '../graph/graph'
import type { Claim } from '../records/records'
import { plain } from '../text/quote'
import type { Advice } from './advice'

/** With how many claims of its stance one is compared, at most. */
const MOST_COMPARED = 200

/** How many relation types are named. */
const MOST_NAMED = 12

/**
 * What of the evidence may mislead: a claim graded as confirmed by others (AJP-2.1, credibility 1) that only one voice makes,
 * an inferred one whose note does not say which step it is (ICD 203), and relation types that do not say whether they last.
 */
export function* evidenceAdvice(graph: Graph): Generator<Advice> {
  yield* untimedTypes(graph)
  const confirmed = new Set<string>()
  for (const claim of graph.all('claim').values()) {
    if (claim.inferred && (claim.note ?? '').trim() === '')
      yield ofClaim(claim, 'inferred', 'it is inferred, and no note says which step that is.')
    if (claim.credibility === 1 && claim.stance !== 'uncertain') confirmed.add(claim.about)
  }
  for (const about of confirmed)
    for (const { weighed } of subjectsOf(graph, about))
      for (const one of weighed)
        if (one.claim.credibility === 1 && one.claim.stance !== 'uncertain' && !isConfirmed(one, weighed))
          yield ofClaim(
            one.claim,
            'credibility',
            `it is graded 1, “${credibilityLabel(1).toLowerCase()}”, and only one voice says so.`
          )
}

/** A relation, or each property of an entity about which something is claimed. */
const subjectsOf = (graph: Graph, about: string): Iterable<Evidence> =>
  graph.get('entity', about) ? propertiesEvidence(graph, about).values() : [evidence(graph, about)]

/** Whether another voice, known through other documents, says the same of a time that both share. */
function isConfirmed(one: WeighedClaim, all: readonly WeighedClaim[]): boolean {
  let compared = 0
  for (const other of all) {
    if (other.claim.stance !== one.claim.stance || other.voice.key === one.voice.key || other.voice.kind === 'analyst')
      continue
    if (++compared > MOST_COMPARED) return true
    const meets = one.held.first <= other.held.last && other.held.first <= one.held.last
    if (!meets && !one.time.undated && !other.time.undated) continue
    if (![...one.documents].some((id) => other.documents.has(id))) return true
  }
  return false
}

function* untimedTypes(graph: Graph): Generator<Advice> {
  const types = [...graph.all('relationType').values()].filter(({ aspect }) => aspect === undefined)
  if (types.length === 0) return
  const names = types.slice(0, MOST_NAMED).map(({ label }) => `“${plain(label)}”`)
  const more = types.length > MOST_NAMED ? ` and ${types.length - MOST_NAMED} more` : ''
  const [do_, they] = types.length === 1 ? ['does', 'it counts'] : ['do', 'they count']
  yield {
    path: [],
    message: `${names.join(', ')}${more} ${do_} not say by "aspect" whether what it names happens once or lasts; ${they} as lasting.`
  }
}

const ofClaim = (record: Claim, field: string, words: string): Advice => ({
  record,
  path: [field],
  message: `Claim ${plain(record.id)}: ${words}`
})
