import type { Tie } from './geometry'
import { type DrawnStatus, STATUS_STYLES } from './statuses'

/** A relation that is to be drawn: where it leads, its word, and how well it is supported. */
export interface Tied extends Tie {
  readonly word: string
  /** The word where there is no room for all of it. */
  readonly short?: string
  readonly status: DrawnStatus
  /** One side of its dispute is weak. */
  readonly weak?: boolean
  /** Points neither way. */
  readonly symmetric: boolean
}

/** A line of a drawing: a relation, or a bundle of parallel ones, whose word says how many they are. */
export interface Line<T extends Tied> extends Tied {
  /** Whether the mark of its status stands on it. */
  readonly marked: boolean
  /** The relations that it stands for: one, or those of a bundle by id. */
  readonly members: readonly T[]
}

/** Up to so many relations between the same two, or loops on one, have a line each; in a drawing of very many, so many. */
export const MOST_PARALLEL = 24
const MOST_PARALLEL_OF_MANY = 3

/** From how many relations on a drawing has very many. */
const MANY = 2000

/** How the line of a bundle with several statuses is drawn: plain, as its word counts the doubt. */
const PLAIN: DrawnStatus = 'database'

/** The lines that relations are drawn as, in window and figure alike: bundles, then single ones in the order in which they come. */
export function linesOf<T extends Tied>(relations: readonly T[]): readonly Line<T>[] {
  const sizes = bundleSizes(relations)
  const bundles = new Map<string, T[]>()
  const lines: Line<T>[] = []
  for (const relation of relations) {
    const id = bundleId(relation)
    if (!sizes.has(id)) {
      lines.push({ ...ownLine(relation), members: [relation] })
      continue
    }
    const members = bundles.get(id)
    if (members) members.push(relation)
    else bundles.set(id, [relation])
  }
  return [...[...bundles].map(([id, members]) => bundle(id, members)), ...lines]
}

/** How many relations are drawn in bundles, and how many lines these are. */
export function bundled(relations: readonly Tie[]): { readonly relations: number; readonly lines: number } {
  const sizes = [...bundleSizes(relations).values()]
  return { relations: sizes.reduce((sum, size) => sum + size, 0), lines: sizes.length }
}

/** Bundle → how many relations it stands for. */
function bundleSizes(relations: readonly Tie[]): ReadonlyMap<string, number> {
  const most = relations.length > MANY ? MOST_PARALLEL_OF_MANY : MOST_PARALLEL
  const counts = new Map<string, number>()
  for (const relation of relations) counts.set(bundleId(relation), (counts.get(bundleId(relation)) ?? 0) + 1)
  return new Map([...counts].filter(([, count]) => count > most))
}

/** Whether the id of a line is that of a bundle. */
export const isBundle = (id: string): boolean => id.includes(' ')

// No id of a record has a blank in it.
const bundleId = ({ from, to }: Tie) => (from < to ? `bundle ${from} ${to}` : `bundle ${to} ${from}`)

const ownLine = ({ id, from, to, word, short, status, weak = false, symmetric }: Tied) => ({
  ...{ id, from, to, word, status, weak, symmetric },
  ...(short !== undefined && { short }),
  marked: STATUS_STYLES[status].marked
})

function bundle<T extends Tied>(id: string, unsorted: readonly T[]): Line<T> {
  const members = [...unsorted].sort((a, b) => (a.id < b.id ? -1 : 1))
  const { from, to, status } = members[0] as T
  const bare = ({ word, short = word }: T) => short
  const word = bare(members[0] as T)
  const isOneStatus = members.every((member) => member.status === status)
  const isOneWord = members.every((member) => bare(member) === word)
  const isOneWay = members.every((member) => member.from === from && !member.symmetric)
  const number = thousands(members.length)
  const doubtful = members.filter((member) => STATUS_STYLES[member.status].keptWhenDimmed).length
  const doubt = isOneStatus || doubtful === 0 ? '' : `, ${thousands(doubtful)} in doubt`
  return {
    ...{ id, from, to, members, symmetric: !isOneWay },
    word: `${isOneWord ? `${number} × ${word}` : `${number} relations`}${doubt}`,
    status: isOneStatus ? status : PLAIN,
    weak: isOneStatus && members.every(({ weak }) => weak === true),
    marked: isOneStatus && STATUS_STYLES[status].marked
  }
}

/** A count with commas between thousands, as a reader of English expects it. */
export const thousands = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
