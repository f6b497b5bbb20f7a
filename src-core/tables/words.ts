import type { Reliability, Stance } from '../records/records'
import { headKey } from './roles'

const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  supports:
    'supports|support|yes|y|true|1|confirmed|confirms|affirmed|ja|wahr|bestatigt|si|verdadero|confirmado|oui|vrai|confirme|vero|sim|evet|да|подтверждает|подтверждено|نعم|يؤكد|صحيح|כן|是|✓|x|+',
  denies:
    'denies|denied|deny|no|n|false|0|refuted|disputed|nein|falsch|bestreitet|niega|falso|non|faux|dementi|nie|nao|hayir|нет|отрицает|опровергает|لا|ينفي|לא|否|!',
  uncertain:
    'uncertain|unclear|maybe|possible|possibly|probable|probably|unconfirmed|suspected|alleged|vielleicht|unklar|moglich|unbestatigt|incierto|posible|quiza|incertain|possible|forse|incerto|belirsiz|возможно|неясно|не подтверждено|ربما|غير مؤكد|אולי|也许|?'
}

const STANCES: ReadonlyMap<string, Stance> = new Map(
  (['supports', 'denies', 'uncertain'] as const).flatMap((stance) =>
    STANCE_WORDS[stance].split('|').map((word): [string, Stance] => [headKey(word) || word, stance])
  )
)

/** The stance that a word or sign means; undefined where it means none. */
export const stanceOf = (text: string): Stance | undefined => STANCES.get(headKey(text) || text.trim())

/** A grade of the NATO Admiralty code as it was written: `A2`, `b-3`, `4`, `C`. */
export interface Grade {
  readonly reliability?: Reliability
  readonly credibility?: number
}

/** The grade in a text; undefined where it is none. */
export function gradeOf(text: string): Grade | undefined {
  const [, letter = '', number = ''] = /^([A-Fa-f])?\s*[-/.]?\s*([1-6])?$/.exec(text.trim()) ?? []
  if (letter === '' && number === '') return undefined
  return {
    ...(letter !== '' && { reliability: letter.toUpperCase() as Reliability }),
    ...(number !== '' && { credibility: Number(number) })
  }
}

/** Several names in one cell: parted by semicolons, bars or line ends. */
export const listed = (text: string): readonly string[] =>
  text
    .split(/[;|\n؛；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
