import { isDate } from '../records/dates'
import { typedDate } from '../records/dates-typed'
import type { LineProblem, ParsedLine, Part, PartKind } from './parts'
import type { Atom } from './scan'

/** How many runs of words of one line are tried as dates, and how many words a date has at most. */
const MOST_DATE_TRIES = 100
const LONGEST_DATE_WORDS = 9
const LONGEST_DATE = 80
/** How many words a known name has at most where one of them could be a sign or a date. */
const LONGEST_NAME_WORDS = 12
/** How often one line asks for known names, and how many parts it has at most. */
const MOST_NAME_TRIES = 100
const MOST_PARTS = 40

const NAMES = ['from', 'relation', 'to'] as const
const MISSING = {
  from: 'Begin with a name: A > relation > B.',
  relation: 'Go on with > and the relation, such as “supports”.',
  to: 'Go on with > and the name at the other end.'
} as const

/** How many of a kind a line has: “two dates”. */
const PLURALS: Readonly<Partial<Record<PartKind, string>>> = {
  stance: 'signs for its stance',
  source: 'sources',
  paragraph: 'paragraphs',
  date: 'dates',
  grade: 'grades',
  statement: 'statements',
  voice: 'voices'
}

/** A date, and the atom behind it. */
interface DateAt {
  readonly part: Part
  readonly next: number
}

/** Reads the names of a line one after the other, with the marks that stand beside them. */
export class LineReader {
  readonly #line: string
  readonly #isName: (text: string) => boolean
  readonly #parts: Part[] = []
  readonly #problems: LineProblem[] = []
  #dateTries = 0
  #nameTries = 0

  constructor(line: string, isName: (text: string) => boolean) {
    this.#line = line
    this.#isName = isName
  }

  read(segment: number, atoms: readonly Atom[]) {
    const kind = NAMES[segment]
    const [first] = atoms
    if (kind === undefined) {
      if (segment === 3 && first)
        this.#problem(first, 'A line is one relation, so > stands twice in it. Put a name that holds > in quotes.')
      return
    }
    const own = segment === 0 ? atoms : atoms.slice(1)
    let hasName = false
    for (let at = 0; at < own.length && this.#parts.length < MOST_PARTS; ) {
      const known = hasName ? 0 : this.#knownEnd(own, at)
      const mark = known === 0 ? this.#markAt(own, at) : undefined
      if (mark) {
        this.#add(mark.part)
        at = mark.next
        continue
      }
      const atom = own[at]
      if (!atom) break
      if (atom.kind === 'quoted' && hasName) {
        this.#add({ kind: 'statement', start: atom.start, end: atom.end, text: atom.text.trim(), isQuoted: true })
        at++
        continue
      }
      const next = Math.max(known, this.#runEnd(own, at, !hasName))
      const run = this.#run(own.slice(at, next), hasName ? 'unread' : kind)
      if (hasName)
        this.#problem(run, `“${run.text.slice(0, 40)}” is not understood here. Put what the source says in quotes.`)
      this.#add(run)
      hasName = true
      at = next
    }
  }

  done(): ParsedLine {
    const parts = this.#parts.sort((a, b) => a.start - b.start)
    const gap = NAMES.find((kind) => !parts.some((part) => part.kind === kind && part.text !== ''))
    for (const { kind, start, end, text } of parts)
      if (text === '' && (kind === 'source' || kind === 'voice'))
        this.#problem(
          { start, end },
          kind === 'source' ? '@ is followed by a source.' : '~ is followed by whoever says so.'
        )
    return { parts, problems: this.#problems, ...(gap && { missing: MISSING[gap] }) }
  }

  /** What a sign, a grade or a date at that atom says. */
  #markAt(atoms: readonly Atom[], at: number): DateAt | undefined {
    const atom = atoms[at]
    if (!atom) return undefined
    if (atom.kind === 'sign') return this.#signed(atoms, at, atom)
    if (atom.kind !== 'word') return undefined
    const { start, end, text } = atom
    const mark = (kind: PartKind, said: string) => ({ part: { kind, start, end, text: said }, next: at + 1 })
    const stance = STANCES.get(text)
    if (stance !== undefined) return mark('stance', stance)
    if (GRADE.test(text)) return mark('grade', text.toUpperCase())
    if (/^[#¶]/.test(text)) {
      const number = /^[#¶](\d{1,6})$/.exec(text)?.[1]
      if (number === undefined || Number(number) === 0)
        this.#problem(atom, 'After # stands the number of a paragraph, such as #3.')
      return mark('paragraph', number ?? '')
    }
    return this.#dateAt(atoms, at)
  }

  /** `@` and `~` with what follows them, up to the next mark. */
  #signed(atoms: readonly Atom[], at: number, sign: Atom): DateAt {
    const kind = sign.text === '@' ? 'source' : 'voice'
    const first = atoms[at + 1]
    const plus = kind === 'source' && first?.text === '+' && atoms[at + 2]?.kind === 'quoted'
    const quoted = plus ? atoms[at + 2] : first
    if (quoted?.kind === 'quoted') {
      const { end, text } = quoted
      const part = {
        kind,
        start: sign.start,
        end,
        text: text.trim(),
        isQuoted: true,
        ...(plus && { isNew: true })
      } as const
      return { part, next: at + (plus ? 3 : 2) }
    }
    const next = first?.kind === 'word' ? this.#runEnd(atoms, at + 1, false) : at + 1
    const last = atoms[next - 1] ?? sign
    const text = squeezed(this.#line.slice(sign.end, last.end))
    const isNew = kind === 'source' && text.startsWith('+')
    return {
      part: {
        kind,
        start: sign.start,
        end: last.end,
        text: isNew ? text.slice(1).trim() : text,
        ...(isNew && { isNew })
      },
      next
    }
  }

  /** Behind the last atom of a run of words that begins at that one: where a mark or quotes stand. */
  #runEnd(atoms: readonly Atom[], at: number, mayBeName: boolean): number {
    const first = atoms[at]
    if (first?.kind === 'quoted') return at + 1
    const isNew = first?.text.startsWith('+') === true
    let next = at + 1
    while (next < atoms.length && atoms[next]?.kind === 'word' && !this.#isMark(atoms, next)) next++
    // “+Person "A > B"”: the name of a new one may stand in quotes.
    if (mayBeName && isNew && atoms[next]?.kind === 'quoted') return next + 1
    return next
  }

  /** Behind the longest known name that begins at that atom; 0 where none does. */
  #knownEnd(atoms: readonly Atom[], at: number): number {
    const start = atoms[at]?.start
    let longest = 0
    const most = Math.min(atoms.length, at + LONGEST_NAME_WORDS)
    for (let last = at; last < most && atoms[last]?.kind === 'word' && this.#nameTries++ < MOST_NAME_TRIES; last++)
      if (this.#isName(squeezed(this.#line.slice(start, atoms[last]?.end)))) longest = last + 1
    return longest
  }

  /** Whether a word begins a mark. */
  #isMark(atoms: readonly Atom[], at: number): boolean {
    const atom = atoms[at]
    return atom?.kind === 'word' && (MARK.test(atom.text) || this.#dateAt(atoms, at) !== undefined)
  }

  #run(atoms: readonly Atom[], kind: PartKind): Part {
    const [first, last] = [atoms[0], atoms.at(-1)]
    const [start, end] = [first?.start ?? 0, last?.end ?? 0]
    if (last?.isOpen) this.#problem(last, 'These quotes are not closed.')
    if (first?.kind === 'quoted') return { kind, start, end, text: squeezed(first.text), isQuoted: true }
    if (!first?.text.startsWith('+') || kind === 'relation' || kind === 'unread')
      return { kind, start, end, text: squeezed(this.#line.slice(start, end)) }
    const words = [this.#line.slice(start + 1, last?.kind === 'quoted' ? last.start : end)]
    if (last?.kind === 'quoted') words.push(last.text)
    const isQuoted = last?.kind === 'quoted'
    return { kind, start, end, text: squeezed(words.join(' ')), isNew: true, ...(isQuoted && { isQuoted }) }
  }

  #dateAt(atoms: readonly Atom[], at: number): DateAt | undefined {
    const first = atoms[at]
    if (first?.kind !== 'word' || !MAY_BEGIN_DATE.test(first.text)) return undefined
    let most = at
    while (most - at + 1 < LONGEST_DATE_WORDS && atoms[most + 1]?.kind === 'word') most++
    for (let last = most; last >= at; last--) {
      const end = atoms[last]?.end ?? first.end
      const words = this.#line.slice(first.start, end)
      if (words.length > LONGEST_DATE || !/\d/.test(words)) continue
      if (++this.#dateTries > MOST_DATE_TRIES) {
        if (this.#dateTries === MOST_DATE_TRIES + 1)
          this.#problem(first, 'So many words could be dates that no more are looked for. Put the names in quotes.')
        return undefined
      }
      const text = typedDate(words)
      if (isDate(text)) return { part: { kind: 'date', start: first.start, end, text }, next: last + 1 }
    }
    return undefined
  }

  #add(part: Part) {
    const plural = PLURALS[part.kind]
    if (plural && this.#parts.some(({ kind }) => kind === part.kind))
      this.#problem(part, `The line has two ${plural}. Leave one of them out.`)
    this.#parts.push(part)
    if (this.#parts.length === MOST_PARTS)
      this.#problem(part, `The line has ${MOST_PARTS} parts or more. Split it, or put what the source says in quotes.`)
  }

  #problem({ start, end }: { readonly start: number; readonly end: number }, words: string) {
    this.#problems.push({ start, end, words })
  }
}

/** The signs of a stance, as Arabic and Chinese keyboards write them too. */
const STANCES: ReadonlyMap<string, string> = new Map([
  ['?', '?'],
  ['؟', '?'],
  ['？', '?'],
  ['!', '!'],
  ['！', '!']
])
const GRADE = /^[A-Fa-f][1-6]$/
const MARK = /^(?:[?!؟？！]$|[#¶]|[A-Fa-f][1-6]$)/
const squeezed = (text: string) => text.trim().replace(/\s+/g, ' ')

/** How the first word of a date may begin: most words of a name are seen to be none at once. */
const MAY_BEGIN_DATE =
  /^(?:-?\d|Y-?\d|\.\.|\/|year$|the$|about$|around$|circa$|ca?\.|from$|until$|ad$|ce$|spring|summer|autumn|fall|winter|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[.,]*$)/i
