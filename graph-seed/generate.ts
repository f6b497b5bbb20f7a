import { Graph } from '@core/graph/graph'
import type { Alias, AnyRecord, Claim, Entity, EntityType, RelationType, Source } from '@core/records/records'
import { type Random, random } from './random'
import { type Spelling, spell } from './spelling'

/** How large a graph to make and from which seed; the same two numbers give the same graph. */
export interface GenerateOptions {
  readonly entities: number
  readonly seed: number
}

const ENTITY_TYPES = ['person', 'organisation', 'armed-group', 'place', 'facility', 'event', 'agreement', 'state']
const RELATION_TYPES = [
  ['leads', 'led by'],
  ['supports', 'supported by'],
  ['meets', 'met by'],
  ['operates', 'operated by'],
  ['located-in', 'holds'],
  ['party-to', 'binds']
] as const
const RELATIONS_PER_ENTITY = 3
const ENTITIES_PER_SOURCE = 100

/** A synthetic graph like the seed's: names in three scripts, a few hubs and many leaves, dated claims in doubt and dispute. */
export function generateGraph({ entities, seed }: GenerateOptions): Graph {
  const chance = random(seed)
  const sources = Math.max(2, Math.ceil(entities / ENTITIES_PER_SOURCE))
  return Graph.of(`Synthetic graph of ${entities} entities, seed ${seed}`, [
    ...ENTITY_TYPES.map(entityType),
    ...RELATION_TYPES.map(([label, inverse]) => relationType(label, inverse)),
    ...times(sources, (at) => source(at, chance)),
    ...times(entities, (at) => entity(at, chance)),
    ...ties(entities, sources, chance)
  ])
}

const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
const idOf = (letter: string, at: number) => `${letter}-${String(at).padStart(7, '0')}`

const entityType = (id: string): EntityType => ({ kind: 'entityType', id, label: id.replaceAll('-', ' ') })

const relationType = (label: string, inverse: string): RelationType => ({
  kind: 'relationType',
  id: label,
  label: label.replaceAll('-', ' '),
  inverse
})

function source(at: number, chance: Random): Source {
  return {
    kind: 'source',
    id: idOf('s', at),
    title: `Report ${at + 1}`,
    publisher: `GraphSession ${chance.below(20) + 1}`,
    published: day(chance),
    reliability: chance.pick(['A', 'B', 'C', 'D', 'E', 'F'] as const),
    // Some sources only pass on an earlier one, so that independence has to be counted.
    ...(at > 0 && chance.below(5) === 0 && { basedOn: idOf('s', chance.below(at)) })
  }
}

function entity(at: number, chance: Random): Entity {
  const words = times(1 + chance.below(2), () => spell(chance))
  const written = (script: keyof Spelling) => words.map((word) => word[script]).join(' ')
  const aliases: Alias[] = []
  if (chance.below(2) === 0) aliases.push({ text: written('Arab'), kind: 'native', script: 'Arab' })
  if (chance.below(3) === 0) aliases.push({ text: written('Cyrl'), kind: 'transliteration', script: 'Cyrl' })
  if (chance.below(3) === 0) aliases.push({ text: written('variant'), kind: 'transliteration', script: 'Latn' })
  return {
    kind: 'entity',
    id: idOf('e', at),
    type: chance.pick(ENTITY_TYPES),
    name: `${written('Latn')} ${at + 1}`,
    aliases,
    ...(chance.below(4) === 0 && { summary: `Known since ${2000 + chance.below(25)}.` })
  }
}

/** Relations by preferential attachment (Barabási and Albert, 1999): an end is drawn from the ends drawn before. */
function ties(entities: number, sources: number, chance: Random): AnyRecord[] {
  const ends: number[] = []
  const draw = () =>
    ends.length > 0 && chance.below(4) > 0 ? (ends[chance.below(ends.length)] ?? 0) : chance.below(entities)
  const relations = times(entities < 2 ? 0 : entities * RELATIONS_PER_ENTITY, (at): AnyRecord => {
    const from = at < entities ? at : draw()
    let to = draw()
    if (to === from) to = (from + 1) % entities
    ends.push(from, to)
    return {
      kind: 'relation',
      id: idOf('r', at),
      type: chance.pick(RELATION_TYPES)[0],
      from: idOf('e', from),
      to: idOf('e', to)
    }
  })
  const claims = relations.map((relation, at) => claim(at, relation.id, sources, chance))
  return [...relations, ...claims]
}

function claim(at: number, relation: string, sources: number, chance: Random): Claim {
  const first = chance.below(8) > 0
  return {
    kind: 'claim',
    id: idOf('c', at),
    // One claim in eight is about an earlier relation, so that some have several and some none.
    about: first || at === 0 ? relation : idOf('r', chance.below(at)),
    stance: chance.pick(['supports', 'supports', 'supports', 'denies', 'uncertain'] as const),
    statement: `Statement ${at + 1} on this tie.`,
    when: chance.below(3) === 0 ? `${day(chance, 2010)}/${day(chance, 2023)}` : day(chance),
    source: idOf('s', chance.below(sources)),
    locator: { paragraph: 1 + chance.below(30) },
    credibility: 1 + chance.below(6),
    recorded: `${day(chance)}T12:00:00Z`
  }
}

const two = (value: number) => String(value).padStart(2, '0')
const day = (chance: Random, year = 2023) =>
  `${year + chance.below(2)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`
