import type { Random } from './random'

/** One made-up name, as three scripts write it, and as another hand would spell it in Latin. */
export interface Spelling {
  readonly Latn: string
  readonly variant: string
  readonly Arab: string
  readonly Cyrl: string
}

/** Latin, a common other spelling, Arabic, Cyrillic. */
const SYLLABLES: readonly (readonly [string, string, string, string])[] = [
  ['sha', 'cha', 'شا', 'ша'],
  ['mi', 'mee', 'مي', 'ми'],
  ['ra', 'ra', 'را', 'ра'],
  ['ju', 'jo', 'جو', 'джу'],
  ['la', 'la', 'لا', 'ла'],
  ['ni', 'ny', 'ني', 'ни'],
  ['ta', 'ta', 'تا', 'та'],
  ['bu', 'bou', 'بو', 'бу'],
  ['sa', 'sa', 'سا', 'са'],
  ['di', 'dee', 'دي', 'ди'],
  ['ha', 'ha', 'ها', 'ха'],
  ['ku', 'koo', 'كو', 'ку'],
  ['fa', 'fa', 'فا', 'фа'],
  ['zi', 'zee', 'زي', 'зи'],
  ['wa', 'oua', 'وا', 'ва'],
  ['na', 'na', 'نا', 'на']
]

/** A name of two or three syllables. */
export function spell(chance: Random): Spelling {
  const syllables = Array.from({ length: 2 + chance.below(2) }, () => chance.pick(SYLLABLES))
  const written = (column: 0 | 1 | 2 | 3) => syllables.map((syllable) => syllable[column]).join('')
  const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  return { Latn: upper(written(0)), variant: upper(written(1)), Arab: written(2), Cyrl: upper(written(3)) }
}
