import { isRefusal } from '../change/refusal'
import { named } from '../commands/change-of'
import { recordFrom } from '../commands/fields'
import { joinProblem } from '../commands/rules'
import type { Edit } from '../graph/graph'
import type { Claim, RelationType } from '../records/records'
import { quote } from '../text/quote'
import type { ClaimDraft } from './claim-matcher'
import { dateOfRow } from './date-of-row'
import { type EntityRows, nameProblem } from './entity-rows'
import type { NewEntity } from './name-book'
import { passageOf } from './passage'
import { RowKeys } from './row-keys'
import type { RowProblem, RowTexts } from './row-texts'
import type { Setting } from './setting'
import { gradeOf, stanceOf } from './words'

/** An end of a relation; `add` makes it where it is new. */
interface End {
  readonly name: string
  readonly type: string
  readonly id?: string
  readonly made?: NewEntity
  readonly isTyped: boolean
}

/** Rows that are relations, each with its claim. */
export class RelationRows {
  readonly #setting: Setting
  readonly #entities: EntityRows
  readonly #relations = new Map<string, string>()
  /** From whom the relations of the graph have been looked up. */
  readonly #known = new Set<string>()
  readonly #found = new Set<string>()
  readonly #keys: RowKeys
  readonly drafts: ClaimDraft[] = []
  readonly edits: Edit[] = []
  /** How many rows join what their relation does not join as a rule, and why the first of them. */
  unfitting = 0
  unfit: string | undefined
  /** A date of which nobody knows the order. */
  undecided: string | undefined

  constructor(setting: Setting, entities: EntityRows) {
    this.#setting = setting
    this.#keys = new RowKeys(setting, 'claim')
    this.#entities = entities
  }

  /** How many relations of the table are there already. */
  get there(): number {
    return this.#found.size
  }

  /** Takes a row in, or answers what is wrong with it. */
  take(texts: RowTexts): RowProblem | undefined {
    const { columns, types, mapping, sources, sheet, newId, recorded, names } = this.#setting
    const id = this.#keys.idOf(texts)
    if (typeof id === 'object') return id
    const date = dateOfRow(this.#setting, texts)
    if ('message' in date) {
      if (date.isUndecided) this.undecided ??= texts.get('date')
      return { ...texts.problem(date.message, columns.first('date')), ...(date.isUndecided && { waits: true }) }
    }
    const [stanceText, gradeText] = [texts.line1('stance'), texts.line1('grade')]
    const stance = stanceText === '' ? 'supports' : stanceOf(stanceText)
    if (stance === undefined)
      return texts.problem(`Stance ${quote(stanceText)}: write supports, denies or uncertain.`, columns.first('stance'))
    const grade = gradeText === '' ? {} : gradeOf(gradeText)
    if (grade === undefined)
      return texts.problem(
        `Grade ${quote(gradeText)}: reliability goes from A to F, credibility from 1 to 6.`,
        columns.first('grade')
      )
    const word = texts.line1('relation') || (mapping.relation ?? '')
    if (word === '') return texts.problem('No relation: the cell is empty.', columns.first('relation'))
    const relation = types.relation(word)
    if ('problem' in relation) return texts.problem(relation.problem, columns.first('relation'))
    const [start, end] = [
      this.#end('from', relation.type, relation.isBack, texts),
      this.#end('to', relation.type, relation.isBack, texts)
    ]
    if ('message' in start) return start
    if ('message' in end) return end
    const [from, to] = relation.isBack ? [end, start] : [start, end]
    if (isOne(from, to)) return texts.problem('To is the same as From.', columns.first('to'))
    const unfit = joinProblem(types.graph, relation.type.id, from.type, to.type)
    const title = texts.line1('source') || (mapping.source ?? sheet)
    const source = sources.find(title, grade.reliability)
    if ('problem' in source) return texts.problem(source.problem, columns.first('source'))
    // From here on nothing can be wrong with the row but the claim itself, which is made before the ends are.
    const attributed = texts.line1('attributed')
    const speaker = attributed === '' ? undefined : names.find(attributed)
    const isOwnSource = texts.get('source') === ''
    const passage = passageOf(this.#setting, texts, { isOwnSource, source: source.source })
    const claim = recordFrom('claim', {
      id: id ?? newId('c'),
      about: 'row',
      stance,
      statement: texts.get('statement') || `${start.name} ${word} ${end.name}.`,
      when: date.date,
      source: source.source.id,
      locator: passage.locator,
      attributedTo: speaker && 'there' in speaker ? speaker.there.id : attributed,
      credibility: grade.credibility ?? 6,
      note: passage.note,
      recorded
    })
    if (isRefusal(claim)) return texts.problem(claim.refused, this.#columnOf(claim.field))
    // A warning, no error: what a type joins is advice.
    if (unfit) {
      this.unfitting++
      this.unfit ??= unfit
    }
    const about = this.#relation(relation.type, this.#take(from, texts), this.#take(to, texts))
    const what = `${named(from.name)} —${named(relation.type.label)}→ ${named(to.name)}`
    this.drafts.push({
      line: texts.line,
      claim: { ...claim, about },
      given: this.#given(texts, grade.credibility),
      what,
      hasKey: id !== undefined
    })
    return undefined
  }

  #columnOf(field: string | undefined): number {
    const { columns } = this.#setting
    return field === 'attributedTo'
      ? columns.first('attributed')
      : field === 'statement' || field === 'note'
        ? columns.first(field)
        : -1
  }

  /** Which fields of the claim the row itself says, so that they change one that is there. */
  #given(texts: RowTexts, credibility: number | undefined): ReadonlySet<keyof Claim> {
    const given = new Set<keyof Claim>(['about', 'source'])
    if (texts.get('date') !== '') given.add('when')
    if (texts.get('statement') !== '') given.add('statement')
    if (texts.get('stance') !== '') given.add('stance')
    if (texts.get('attributed') !== '') given.add('attributedTo')
    if (credibility !== undefined) given.add('credibility')
    if (texts.get('note') !== '' || this.#setting.columns.properties.some(({ at }) => texts.at(at) !== ''))
      given.add('note')
    if (texts.get('passage') !== '') given.add('locator')
    return given
  }

  /** What stands at one end of a row; `from` and `to` are those of the table. */
  #end(role: 'from' | 'to', relation: RelationType, isBack: boolean, texts: RowTexts): End | RowProblem {
    const { columns, names, types, mapping } = this.#setting
    const at = columns.first(role)
    const name = texts.line1(role)
    const label = role === 'from' ? 'From' : 'To'
    if (name === '') return texts.problem(`${label} is empty.`, at)
    const bad = nameProblem(name)
    if (bad) return texts.problem(`${label} ${bad}.`, at)
    const word = texts.line1(role === 'from' ? 'fromType' : 'toType') || (role === 'from' ? texts.line1('type') : '')
    const typed = word === '' ? undefined : types.entityType(word)
    if (typed && 'problem' in typed) return texts.problem(typed.problem, columns.first(`${role}Type`))
    const meant = names.find(name, typed?.id)
    if ('problem' in meant) return texts.problem(meant.problem, at)
    if ('there' in meant) return { name, type: meant.there.type, id: meant.there.id, isTyped: true }
    if ('made' in meant) {
      if (typed && meant.made.isTyped && typed.id !== meant.made.type)
        return texts.problem(`${quote(name)} is another type in row ${meant.made.line}.`, at)
      return { name, type: meant.made.type, made: meant.made, isTyped: meant.made.isTyped }
    }
    if (typed) return { name, type: typed.id, isTyped: true }
    const ends = (role === 'from') !== isBack ? relation.from : relation.to
    const usual = mapping.type === undefined ? undefined : types.entityType(mapping.type)
    if (usual && 'problem' in usual) return texts.problem(usual.problem)
    const [only, ...others] = ends ?? []
    // Where the relation leaves no choice, that is what it is.
    if (only !== undefined && (others.length === 0 || usual === undefined || !ends?.includes(usual.id)))
      return others.length === 0 || usual
        ? { name, type: only, isTyped: false }
        : texts.problem(`Nothing says what ${quote(name)} is. Choose a type for new names.`, at)
    if (usual) return { name, type: usual.id, isTyped: false }
    return texts.problem(`Nothing says what ${quote(name)} is. Choose a type for new names.`, at)
  }

  /** The id of an end, which is made where it is new. */
  #take(end: End, texts: RowTexts): string {
    if (end.id !== undefined) return end.id
    const made = end.made ?? this.#entities.make(end.name, end.type, end.isTyped, texts.line)
    made.rows++
    return made.id
  }

  #relation(type: RelationType, from: string, to: string): string {
    const { graph, newId } = this.#setting
    for (const id of graph.get('entity', from) && !this.#known.has(from) ? graph.relationsOf(from) : []) {
      const relation = graph.get('relation', id)
      if (!relation) continue
      const isSymmetric = graph.get('relationType', relation.type)?.symmetric === true
      const key = pairKey(relation.type, isSymmetric, relation.from, relation.to)
      if (!this.#relations.has(key)) this.#relations.set(key, relation.id)
    }
    this.#known.add(from)
    const key = pairKey(type.id, type.symmetric === true, from, to)
    const known = this.#relations.get(key)
    if (known !== undefined) {
      if (graph.get('relation', known)) this.#found.add(known)
      return known
    }
    const id = newId('r')
    this.#relations.set(key, id)
    this.edits.push({ after: { kind: 'relation', id, type: type.id, from, to } })
    return id
  }
}

const isOne = (a: End, b: End) =>
  a.id !== undefined || b.id !== undefined
    ? a.id === b.id
    : a.made && b.made
      ? a.made === b.made
      : !a.made && !b.made && a.name === b.name

const pairKey = (type: string, isSymmetric: boolean, from: string, to: string) =>
  [type, ...(isSymmetric ? [from, to].sort() : [from, to])].join('\0')
