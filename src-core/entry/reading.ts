import { joinProblem } from '../commands/rules'
import type { Graph } from '../graph/graph'
import { relationsBetween } from '../queries/neighbours'
import type { Reliability } from '../records/records'
import { quote } from '../text/quote'
import { type End, readEnd, severalCalled } from './end'
import type { Entry, Kept, Reading, ReadPart, SourceMeant } from './entry'
import { adviceOf, sentenceOf, stanceOf, wordsOf } from './entry-words'
import { entitiesNamed, type FindNames, type RelationWord, relationsWorded, sourcesNamed } from './known-names'
import { parseLine } from './line'
import type { LineProblem, ParsedLine, Part } from './parts'

const WAITING = 'Looking the names up.'

/** Reads a line against a graph. */
export function readLine(graph: Graph, find: FindNames, line: string, kept: Kept = {}): Reading {
  const parsed = parseLine(line, (text) => graph.namedAlike(text).length > 0)
  return new LineInGraph(graph, find, parsed, kept).read()
}

class LineInGraph {
  readonly #graph: Graph
  readonly #find: FindNames
  readonly #parsed: ParsedLine
  readonly #kept: Kept
  readonly #problems: LineProblem[]
  readonly #read = new Map<Part, Omit<ReadPart, keyof Part>>()
  #isWaiting = false
  #caution: string | undefined

  constructor(graph: Graph, find: FindNames, parsed: ParsedLine, kept: Kept) {
    this.#graph = graph
    this.#find = find
    this.#parsed = parsed
    this.#kept = kept
    this.#problems = [...parsed.problems]
  }

  read(): Reading {
    const ends = { from: this.#end('from'), to: this.#end('to') }
    const word = this.#relation()
    const source = this.#source()
    const made = this.#entry(ends, word, source)
    for (const part of this.#parsed.parts) if (!this.#read.has(part)) this.#means(part, wordsOf(part))
    const parts = this.#parsed.parts.map((part): ReadPart => {
      const meant = this.#read.get(part) ?? { words: '', isKnown: false }
      return { ...part, ...meant }
    })
    const problems = this.#problems.sort((a, b) => a.start - b.start)
    const missing = this.#parsed.missing ?? (this.#isWaiting ? WAITING : made?.missing)
    const isSound = problems.length === 0 && missing === undefined
    return {
      parts,
      problems,
      ...(missing !== undefined && { missing }),
      ...(this.#caution !== undefined && { caution: this.#caution }),
      ...(isSound && made?.entry && { entry: made.entry, advice: made.advice })
    }
  }

  #part = (kind: Part['kind']) => this.#parsed.parts.find((part) => part.kind === kind)

  #means(part: Part, words: string, more: Partial<ReadPart> = {}) {
    this.#read.set(part, { isKnown: true, ...more, words })
  }

  #wrong({ start, end }: Part, words: string, hasChoice = false) {
    this.#problems.push({ start, end, words, ...(hasChoice && { hasChoice }) })
  }

  #end(kind: 'from' | 'to'): End | undefined {
    const part = this.#part(kind)
    if (!part) return undefined
    const found = readEnd(this.#graph, this.#find, part)
    if (found === undefined) this.#isWaiting = true
    if (!found || 'wrong' in found) {
      if (found) this.#wrong(part, found.wrong, found.hasChoice)
      this.#means(part, found ? 'not known' : kind, { isKnown: false })
      return undefined
    }
    const label = this.#graph.get('entityType', found.type)?.label.toLowerCase()
    const own = found.id === undefined ? { words: `new ${label}` } : { words: kind as string, entity: found.id }
    this.#means(part, own.words, { ...own, type: found.type })
    return found
  }

  #relation(): readonly RelationWord[] {
    const part = this.#part('relation')
    if (!part) return []
    const words = relationsWorded(this.#graph, part.text)
    if (words.length > 0) this.#means(part, 'relation')
    else {
      this.#means(part, 'not known', { isKnown: false })
      const how = 'A new kind is made with “Add a relation”.'
      this.#wrong(part, `No relation is called ${quote(part.text)}. ${how}`, true)
    }
    return words
  }

  /** What the line cites; undefined where it cites nothing, or nothing that can be told. */
  #source(): SourceMeant | undefined {
    const part = this.#part('source')
    const letter = this.#part('grade')?.text[0] as Reliability | undefined
    const { source: kept } = this.#kept
    if (!part) {
      if (kept === undefined || !this.#graph.get('source', kept)) return undefined
      return this.#graded({ id: kept })
    }
    if (part.text === '') return undefined
    const ids = sourcesNamed(this.#graph, part.text)
    const [id] = ids.length > 1 && kept !== undefined && ids.includes(kept) ? [kept] : ids
    if (id !== undefined && (ids.length === 1 || id === kept)) {
      const { publisher } = this.#graph.get('source', id) ?? {}
      this.#means(
        part,
        part.isNew ? 'source, there already' : publisher && publisher !== part.text ? publisher : 'source'
      )
      return this.#graded({ id })
    }
    if (ids.length === 0 && (part.isNew || letter)) {
      this.#means(part, 'new source')
      return { title: part.text, reliability: letter ?? 'F' }
    }
    this.#means(part, ids.length > 0 ? `${ids.length} sources` : 'not known', { isKnown: false })
    if (ids.length > 0) this.#wrong(part, `${ids.length} sources go by ${quote(part.text)}.`, true)
    else {
      const how = 'To make it new, write @+ and its title, or a grade such as C3.'
      this.#wrong(part, `No source is called ${quote(part.text)}. ${how}`, true)
    }
    return undefined
  }

  /** The letter of a grade belongs to the source: with that of one that is there it is only compared. */
  #graded(source: { readonly id: string }): SourceMeant {
    const part = this.#part('grade')
    const { reliability, title = source.id } = this.#graph.get('source', source.id) ?? {}
    if (part && reliability !== undefined && part.text[0] !== reliability) {
      this.#means(part, `source keeps ${reliability}`)
      this.#caution = `${quote(title)} has the grade ${reliability}, not ${part.text[0]}, and keeps it.`
    }
    return source
  }

  #entry(
    ends: { readonly from: End | undefined; readonly to: End | undefined },
    words: readonly RelationWord[],
    source: SourceMeant | undefined
  ): { readonly missing?: string; readonly entry?: Entry; readonly advice?: string } | undefined {
    const { from: first, to: last } = ends
    if (!first || !last || words.length === 0) return undefined
    const [fromPart, wordPart, toPart] = [this.#part('from'), this.#part('relation'), this.#part('to')]
    if (!fromPart || !wordPart || !toPart) return undefined
    if (isSame(first, last)) {
      this.#wrong(toPart, 'Both ends are the same. Name another one.')
      return undefined
    }
    const fitting = words.filter(({ type, isBack }) =>
      this.#joins(type.id, isBack ? last : first, isBack ? first : last)
    )
    const [word, second] = fitting.length > 0 ? fitting : words
    if (!word || second) {
      this.#wrong(wordPart, `Several relations are called ${quote(wordPart.text)}.`, true)
      return undefined
    }
    const { type, isBack } = word
    const [from, to] = isBack ? [last, first] : [first, last]
    if (isBack) {
      this.#means(wordPart, `back: ${type.label}`)
      for (const [part, name] of [
        [fromPart, 'to'],
        [toPart, 'from']
      ] as const) {
        const meant = this.#read.get(part)
        if (meant?.words === part.kind) this.#read.set(part, { ...meant, words: name })
      }
    }
    const relation = relationThere(this.#graph, from, type.id, to)
    const claim = this.#claim(from, type.label, to, source)
    const missing = this.#unsaid(claim !== undefined, relation !== undefined)
    if (missing) return { missing }
    const entry = { from, to, type: type.id, ...(relation !== undefined && { relation }), ...(claim && { claim }) }
    return { entry, advice: adviceOf(this.#graph, entry, this.#part('statement') !== undefined) }
  }

  #joins(type: string, from: End, to: End): boolean {
    return joinProblem(this.#graph, type, from.type, to.type) === undefined
  }

  #claim(from: End, label: string, to: End, source: SourceMeant | undefined): Entry['claim'] {
    if (!source) return undefined
    const stance = stanceOf(this.#part('stance'))
    const said = this.#part('statement')?.text
    const paragraph = this.#paragraph(source)
    const voice = this.#voice()
    const when = this.#part('date')?.text
    return {
      stance,
      statement: said || sentenceOf(stance, `${this.#name(from)} ${label} ${this.#name(to)}`),
      source,
      credibility: Number(this.#part('grade')?.text[1] ?? this.#kept.credibility ?? 6),
      ...(when !== undefined && { when }),
      ...(paragraph !== undefined && { paragraph }),
      ...(voice !== undefined && { attributedTo: voice })
    }
  }

  #paragraph(source: SourceMeant): number | undefined {
    const part = this.#part('paragraph')
    const { source: kept, paragraph } = this.#kept
    if (!part) return source.id !== undefined && source.id === kept ? paragraph : undefined
    const { paragraphs } = this.#graph.get('source', source.id ?? '')?.text ?? {}
    if (paragraphs !== undefined && Number(part.text) > paragraphs)
      this.#wrong(part, `The source has ${paragraphs} paragraphs, so there is no paragraph ${part.text}.`)
    return Number(part.text)
  }

  /** Whoever says so: an entity by that name, or a name alone. */
  #voice(): string | undefined {
    const part = this.#part('voice')
    if (!part || part.text === '') return undefined
    const ids = entitiesNamed(this.#graph, this.#find, part.text)
    if (!ids) this.#isWaiting = true
    const [id, second] = ids ?? []
    if (second !== undefined) this.#wrong(part, severalCalled(this.#graph, part.text, ids ?? []), true)
    this.#means(part, id === undefined ? 'voice, as a name' : 'voice', { ...(id !== undefined && { entity: id }) })
    return id ?? part.text
  }

  /** What a claim needs and has not, or a line that would add nothing. */
  #unsaid(hasClaim: boolean, isThere: boolean): string | undefined {
    if (hasClaim) return undefined
    const cited = this.#part('source')
    if (cited) return undefined // told where it stands
    const needsSource = (['stance', 'paragraph', 'date', 'grade', 'statement', 'voice'] as const).find(this.#part)
    if (needsSource) return 'Say which source says so: @ and its title or publisher.'
    return isThere ? 'This relation is here already. Add what a source says: @ and its title or publisher.' : undefined
  }

  #name(end: End): string {
    return end.id === undefined ? end.name : (this.#graph.get('entity', end.id)?.name ?? end.id)
  }
}

function relationThere(graph: Graph, from: End, type: string, to: End): string | undefined {
  if (from.id === undefined || to.id === undefined) return undefined
  const isSymmetric = graph.get('relationType', type)?.symmetric === true
  return relationsBetween(graph, from.id, to.id).find(
    (relation) => relation.type === type && (relation.from === from.id || isSymmetric)
  )?.id
}

const isSame = (a: End, b: End) =>
  a.id === undefined ? b.id === undefined && a.name === b.name && a.type === b.type : a.id === b.id
