import { type Word, withoutArticle } from './names'

/** Words of a name that follow each other, written as one. */
export interface NameRun {
  readonly term: string
  readonly words: readonly Word[]
}

const LONGEST = 4
const MOST_WORDS = 10

/** The words of a name that may be written as one: two to four that follow each other, with and without the articles between them. */
export function runsOf(plain: readonly Word[]): readonly NameRun[] {
  const runs: NameRun[] = []
  const words = plain.slice(0, MOST_WORDS)
  for (let from = 0; from < words.length; from++)
    for (let to = from + 2; to <= Math.min(words.length, from + LONGEST); to++) {
      const part = words.slice(from, to)
      const term = part.map((word) => word.term).join('')
      runs.push({ term, words: part })
      const bare = part
        .map((word, at) => (word.isArticle && at > 0 ? '' : at > 0 ? withoutArticle(word.term) : word.term))
        .join('')
      if (bare !== term) runs.push({ term: bare, words: part })
    }
  return runs
}
