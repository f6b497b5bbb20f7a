import { scriptOf, type Word, withoutArticle, wordText } from './names'
import { type Spoken, spoken, together } from './spoken'

/** A part of a name: a word, or words that are one name together, as Abd al-Rahman and Abu Bakr are. */
export interface NamePart {
  readonly text: string
  /** As it is written, without case and marks. */
  readonly term: string
  /** How it is said; also without an article that is written together with it. Nothing where the script is not known. */
  readonly said: readonly Spoken[]
  /** What stands before it and is one name with it: father, mother or servant of. */
  readonly bond: Bond | ''
  /** What it stands for in any tongue. */
  readonly ids: readonly string[]
  /** May be missing in the other spelling: `of`, `bin`. */
  readonly isOptional: boolean
  /** A single letter that stands for a name. */
  readonly isInitial: boolean
  /** A father's name of its own form, as Ivanovich. */
  readonly isPatronymic: boolean
}

export type Bond = 'abd' | 'abu' | 'umm'

/** How a word of a name is said. */
export function saidOf(text: string, word: Word): { readonly said: readonly Spoken[]; readonly bond: Bond | '' } {
  const written = withoutArabicArticle(wordText(text, word), word.term)
  const script = scriptOf(written)
  const served = SERVANTS.find((pattern) => pattern.test(written))
  const whole = spoken(served ? written.replace(served, '') : written, script)
  if (!whole) return { said: [], bond: '' }
  const bare = served ? undefined : spoken(written.replace(FUSED_ARTICLE, ''), script)
  return {
    said: bare && bare.units.length < whole.units.length ? [whole, bare] : [whole],
    bond: served ? 'abd' : ''
  }
}

/** What a word binds to the next, as it is written without case and marks. */
export const bondOf = (term: string): Bond | '' => BONDS.get(term) ?? ''

/** A part with the word that it is bound to. */
export const bound = (bond: Bond, part: NamePart): NamePart => ({
  ...part,
  bond,
  ids: bond === 'abd' ? [] : part.ids,
  isInitial: false
})

/** How a part is said with what it is bound to. */
export function saidWhole({ said, bond }: NamePart): readonly Spoken[] {
  const [before] = bond === '' ? [] : [BOND_SAID[bond]]
  return before ? said.map((one) => ({ ...together(before, one), isBare: one.isBare, script: one.script })) : said
}

/** Whether a word is a father's name made with -ovich, -ovna and the like. */
export const isPatronymic = (word: string): boolean => PATRONYMIC.test(word.toLowerCase().normalize('NFC'))

const withoutArabicArticle = (written: string, term: string) =>
  withoutArticle(term) === term ? written : written.replace(/^ا[\u064b-\u0652]*ل/, '')

// Elsissi, ElBaradei.
const FUSED_ARTICLE = /^(?:[ea]l(?=[^aeiou].{2})|[эа]ль(?=.{3})|אל(?=.{3}))['’]?/iu

// Abdelaziz, Abdurrahman: servant of, the article, and one of God's names; not Abdullah.
const SERVANTS = [
  /^abd[aeou]+l['’]?(?!l?l?[aā]h?$)(?=.{3})/iu,
  /^abd[aeou]+(?:r(?=r)|s(?=s)|n(?=n)|z(?=z)|t(?=t)|d(?=d)|sh(?=sh))/iu,
  /^абд[уеэаию]ль?(?!л?ла)(?=.{3})/iu,
  /^абд[уеэаию](?:р(?=р)|с(?=с)|н(?=н)|з(?=з)|д(?=д)|ш(?=ш))/iu,
  /^عبدال(?!له$|لّه$)(?=.{2})/u
]

const PATRONYMIC =
  /.{2}(?:[oe]v[iy]ch|yevich|[oe]wit?sch|[oe]wytsch|ovna|evna|[iy]vna|owna|ewna|ович|евич|йович|овна|евна|івна|ївна|овіч|евіч|аўна|еўна)$/

const BONDS: ReadonlyMap<string, Bond> = new Map(
  (
    [
      ['abd', 'abd abdul abdel abdal abdol abdoul abdur abdus abder عبد абд абдул абдель абдаль абдуль עבד'],
      ['abu', 'abu abou abo ebu aboo abi aba ابو ابي ابا абу אבו'],
      ['umm', 'umm um oum om ام умм ум אום']
    ] as const
  ).flatMap(([bond, words]) => words.split(' ').map((word): [string, Bond] => [word, bond]))
)

const latin = (word: string): Spoken => {
  const said = spoken(`${word}b`, 'Latn')
  return said ? { ...said, units: said.units.slice(0, word.length) } : { units: [], isBare: false, script: 'Latn' }
}

const BOND_SAID: Readonly<Record<Bond, Spoken>> = { abd: latin('abd'), abu: latin('ab'), umm: latin('um') }
