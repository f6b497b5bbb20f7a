import type { Reliability, Stance } from '../records/records'
import type { End } from './end'
import type { LineProblem, Part } from './parts'

/** What stays for the next line: a source by id, its paragraph, and the credibility of its claims (1–6). */
export interface Kept {
  readonly source?: string
  readonly paragraph?: number
  readonly credibility?: number
}

/** Where a claim comes from: a source that is there, or a new one. */
export type SourceMeant =
  | { readonly id: string }
  | { readonly id?: undefined; readonly title: string; readonly reliability: Reliability }

/** A line that can be carried out: a relation, the right way round, and the claim about it, if it makes one. */
export interface Entry {
  readonly from: End
  readonly to: End
  readonly type: string
  /** The relation that is there already. */
  readonly relation?: string
  readonly claim?: {
    readonly stance: Stance
    readonly statement: string
    readonly source: SourceMeant
    readonly when?: string
    readonly paragraph?: number
    /** Id of an entity, or a name. */
    readonly attributedTo?: string
    readonly credibility: number
  }
}

/** A part with what it means: in a word or two, and by id where it is something that the graph has. */
export interface ReadPart extends Part {
  readonly words: string
  readonly entity?: string
  /** Type of the entity that it names, there or new. */
  readonly type?: string
  /** Whether it means something for certain. */
  readonly isKnown: boolean
}

/** A line as it is understood against a graph. There is an entry where nothing is wrong or missing. */
export interface Reading {
  readonly parts: readonly ReadPart[]
  readonly problems: readonly LineProblem[]
  readonly missing?: string
  readonly entry?: Entry
  /** What of it is not taken as it was written. */
  readonly caution?: string
  /** What the entry does, and what is unusual about it, in a sentence or two. */
  readonly advice?: string
}
