// Names that say whose servant somebody is: Abd al-Rahman, Abdul Rahman, Abdelrahman, Abdurrahman, عبد الرحمن, عبدالرحمن. They are
// one name, written together or apart, whatever stands for the article in between.

const FUSED = [
  /^abd[aeou]+(?:l|r(?=r)|s(?=s)|n(?=n)|z(?=z)|t(?=t)|d(?=d)|sh(?=sh))(?!l?l?ah?$)(?=.{2})/u,
  /^абд[уеэаию](?:ль?|р(?=р)|с(?=с)|н(?=н)|з(?=з)|д(?=д)|ш(?=ш))(?!л?лах?$)(?=.{2})/u,
  /^عبدال(?!له$)(?=.{2})/u
]

const APART: ReadonlyMap<string, string> = new Map([
  ...'abd abdul abdel abdal abdol abdoul abdur abdus abder abdu abdou abdoel'
    .split(' ')
    .map((word) => [word, 'abd'] as const),
  ...'абд абдул абдуль абдель абдал абдаль абдур абдус'.split(' ').map((word) => [word, 'абд'] as const),
  ['عبد', 'عبد']
])

const LETTERS = 3

/** How many letters of a folded word stand for `servant` and the article behind it; 0 where it is no such name. */
export function fusedLetters(term: string): number {
  if (term.length < LETTERS + 3) return 0
  for (const pattern of FUSED) {
    const [found] = pattern.exec(term) ?? []
    if (found) return found.length
  }
  return 0
}

/** How many letters `servant` has in every script. */
export const SERVANT_LETTERS = LETTERS

/** The word for servant, without an article that hangs on it; undefined where a folded word is another. */
export const servantIn = (term: string): string | undefined => APART.get(term)
