import { isRefusal } from '../change/refusal'
import { addEntityType, addRelationType, newTypeId } from '../commands/vocabulary'
import type { Edit, Graph } from '../graph/graph'
import type { RelationType } from '../records/records'
import { quote } from '../text/quote'

/** How many new types one table makes at most: with more, the column is not one of types. */
const MOST_NEW = 100

/** A relation type that a word means; `isBack` where it is the word from its end to its beginning. */
interface RelationWord {
  readonly type: RelationType
  readonly isBack: boolean
}

/** The types of a graph by their words, and those that a table adds. */
export class TypeBook {
  /** A graph of nothing but the types, the new ones among them. */
  #graph: Graph
  readonly #mayAdd: boolean
  readonly #entityTypes = new Map<string, string>()
  readonly #relations = new Map<string, RelationWord>()
  readonly #added: Edit[] = []

  constructor(types: Graph, mayAdd: boolean) {
    this.#graph = types
    this.#mayAdd = mayAdd
    for (const { id, label, plural } of types.all('entityType').values())
      for (const word of [id, plural ?? id, label]) this.#entityTypes.set(wordKey(word), id)
    const all = [...types.all('relationType').values()]
    for (const type of all) this.#relations.set(wordKey(type.inverse), { type, isBack: type.symmetric !== true })
    for (const type of all)
      for (const word of [type.id, type.label]) this.#relations.set(wordKey(word), { type, isBack: false })
  }

  get graph(): Graph {
    return this.#graph
  }

  get edits(): readonly Edit[] {
    return this.#added
  }

  /** The words of the new types. */
  get newWords(): readonly string[] {
    return this.#added.flatMap(({ after }) =>
      after?.kind === 'entityType' || after?.kind === 'relationType' ? [after.label] : []
    )
  }

  isEntityType(word: string): boolean {
    return this.#entityTypes.has(wordKey(word))
  }

  isRelation(word: string): boolean {
    return this.#relations.has(wordKey(word))
  }

  /** The id of the entity type of that word, new where it may be; or why there is none. */
  entityType(word: string): { readonly id: string } | { readonly problem: string } {
    const known = this.#entityTypes.get(wordKey(word))
    if (known !== undefined) return { id: known }
    const refused = this.#refusal('entity type', word)
    if (refused) return refused
    const id = newTypeId(this.#graph, 'entityType', word)
    const made = addEntityType(this.#graph, { id, label: word })
    if (isRefusal(made)) return { problem: made.refused }
    this.#take(made.edits)
    this.#entityTypes.set(wordKey(word), id)
    return { id }
  }

  /** The relation type of that word, forth or back, new where it may be; or why there is none. */
  relation(word: string): RelationWord | { readonly problem: string } {
    const known = this.#relations.get(wordKey(word))
    if (known) return known
    const refused = this.#refusal('relation type', word)
    if (refused) return refused
    const id = newTypeId(this.#graph, 'relationType', word)
    const made = addRelationType(this.#graph, { id, label: word, inverse: `← ${word}` })
    if (isRefusal(made)) return { problem: made.refused }
    this.#take(made.edits)
    const type = this.#graph.get('relationType', id)
    if (!type) return { problem: `There is no relation type ${quote(word)}.` }
    const found = { type, isBack: false }
    this.#relations.set(wordKey(word), found)
    return found
  }

  #refusal(what: string, word: string): { readonly problem: string } | undefined {
    if (!this.#mayAdd) return { problem: `There is no ${what} ${quote(word)} here.` }
    if (this.#added.length < MOST_NEW) return undefined
    return {
      problem: `${quote(word)} would be one more new type, and ${MOST_NEW} come in already. Is this column one of types?`
    }
  }

  #take(edits: readonly Edit[]) {
    this.#added.push(...edits)
    this.#graph = this.#graph.with(edits)
  }
}

/** Words of types that are the same to a reader. */
const wordKey = (word: string): string =>
  word
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
