import type { ClaimFields } from '@core/commands/claims'
import type { SourceFields } from '@core/commands/sources'
import { dateText } from '@core/records/date-labels'
import type { Claim, Locator, Stance } from '@core/records/records'
import type { App } from '../state/app.svelte'
import { enteredDate, isNoDate } from './date-entry'
import { SourceChoice } from './source-choice.svelte'

/** Where in a form for a claim an error can stand, named as the commands name it. */
export const CLAIM_FIELDS = [
  'statement',
  'when',
  'property',
  'source',
  'locator.paragraph',
  'attributedTo',
  'note'
] as const
export const NEW_SOURCE_FIELDS = ['source.title', 'source.publisher', 'source.published', 'source.url'] as const

/** A claim as it is being written, with its source. */
export class ClaimDraft {
  stance = $state<Stance>('supports')
  when = $state('')
  statement = $state('')
  property = $state('')
  /** Number of a paragraph, as typed. */
  passage = $state('')
  attributedText = $state('')
  /** The entity that the statement is attributed to, while the text is its name. */
  attributedId = $state<string>()
  credibility = $state('6')
  /** Our own step from what the source says; the note says which. */
  inferred = $state(false)
  note = $state('')
  readonly source: SourceChoice
  readonly #locator: Locator | undefined
  readonly #whenBefore: unknown
  /** What it began with, as the last claim had it. */
  #proposed = $state.raw<Proposal>({})

  /** What of it still is as in the last entry, in words. */
  readonly carried: readonly string[] = $derived.by(() => {
    const { source, when, voice } = this.#proposed
    return [
      ...(source !== undefined && source === this.source.id ? ['source'] : []),
      ...(when !== undefined && when === this.when ? ['date'] : []),
      ...(voice !== undefined && voice === this.attributedText ? ['voice'] : [])
    ]
  })

  /** Whether nothing has been said yet, so that it is no claim: what is only proposed says nothing. */
  readonly isEmpty = $derived.by(
    () =>
      this.statement.trim() === '' &&
      (this.source.isEmpty || this.carried.includes('source')) &&
      (this.when.trim() === '' || this.carried.includes('date')) &&
      this.passage.trim() === '' &&
      this.note.trim() === ''
  )

  /** What has to be said first, in one sentence. */
  readonly missing: string | undefined = $derived.by(() => {
    const { source } = this
    if (this.statement.trim() === '') return 'Say in your own words what the source states.'
    if (source.isEmpty) return 'Choose the source that says so, or type the title of a new one.'
    if (source.id === undefined && !source.isNew) return `Choose a source, or make “${source.text.trim()}” a new one.`
    if (isNoDate(this.when, this.#whenBefore)) return 'The date of the claim cannot be read yet.'
    if (source.isNew && isNoDate(source.published)) return 'The date of the source cannot be read yet.'
    return this.passageProblem
  })

  readonly passageProblem: string | undefined = $derived.by(() =>
    this.passage.trim() !== '' && paragraphOf(this.passage) === undefined
      ? 'The passage is the number of a paragraph, such as 7.'
      : undefined
  )

  constructor(app: App, claim?: Claim) {
    this.source = new SourceChoice(app, claim?.source)
    this.#locator = claim?.locator
    this.#whenBefore = claim?.when
    if (claim) this.#fill(app, claim)
    else this.#propose(app)
  }

  #fill(app: App, claim: Claim) {
    this.stance = claim.stance
    this.when = dateText(claim.when)
    this.statement = claim.statement
    this.property = claim.property ?? ''
    this.passage = claim.locator?.paragraph === undefined ? '' : String(claim.locator.paragraph)
    this.#attribute(app, claim.attributedTo)
    this.credibility = String(claim.credibility)
    this.inferred = claim.inferred === true
    this.note = claim.note ?? ''
  }

  /** Begins with what the last claim had, as far as it still is there. */
  #propose({ doc, lastClaim }: App) {
    const { source, when, attributedTo } = lastClaim.entry ?? {}
    if (source !== undefined && doc.graph.get('source', source)) this.source.use(source)
    this.when = dateText(when)
    this.#attribute({ doc }, attributedTo)
    this.#proposed = {
      source: this.source.id,
      when: this.when || undefined,
      voice: this.attributedText || undefined
    }
  }

  #attribute({ doc }: Pick<App, 'doc'>, to: string | undefined) {
    const entity = doc.graph.get('entity', to ?? '')
    this.attributedId = entity?.id
    this.attributedText = entity?.name ?? to ?? ''
  }

  /** Takes out what still is as in the last entry. */
  clearCarried() {
    const { carried } = this
    if (carried.includes('source')) this.source.clear()
    if (carried.includes('date')) this.when = ''
    if (carried.includes('voice')) {
      this.attributedId = undefined
      this.attributedText = ''
    }
  }

  /** Its fields as the commands take them; the source's id where it is one that the graph has. */
  get fields(): Omit<ClaimFields, 'about' | 'source' | 'recorded'> & { readonly source?: string } {
    return {
      stance: this.stance,
      statement: this.statement,
      property: this.property,
      when: enteredDate(this.when, this.#whenBefore),
      locator: this.#locatorNow(),
      attributedTo: this.attributedId ?? this.attributedText,
      credibility: Number(this.credibility),
      note: this.note,
      ...(this.inferred ? { inferred: true } : { inferred: undefined }),
      ...(this.source.id !== undefined && { source: this.source.id })
    }
  }

  /** The fields of its source where that is a new one. */
  get newSource(): SourceFields | undefined {
    return this.source.id === undefined ? this.source.fields : undefined
  }

  get snapshot() {
    const { stance, when, statement, property, passage, attributedText, attributedId, source } = this
    const { credibility, inferred, note } = this
    const said = [stance, when, statement, property, passage, attributedText, attributedId]
    return [...said, credibility, inferred, note, ...source.snapshot]
  }

  /** A place inside the paragraph means nothing in another one. */
  #locatorNow(): Locator | undefined {
    const paragraph = paragraphOf(this.passage)
    if (paragraph === this.#locator?.paragraph) return this.#locator
    const { start: _start, end: _end, paragraph: _paragraph, ...rest } = this.#locator ?? {}
    return { ...rest, ...(paragraph !== undefined && { paragraph }) }
  }
}

interface Proposal {
  readonly source?: string | undefined
  readonly when?: string | undefined
  readonly voice?: string | undefined
}

function paragraphOf(text: string): number | undefined {
  const number = Number(/^(?:¶\s*)?(\d{1,6})$/.exec(text.trim())?.[1])
  return number >= 1 ? number : undefined
}
