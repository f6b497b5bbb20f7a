import { meantWords, withoutArticle, wordText } from './names'
import { phoneticWord } from './phonetic-key'

/**
 * Under what a name is kept so that it is found in another spelling or script: the sounds of its words in a row, without
 * articles; as it is written, in lower case, where a script is not known. Cheap, as every name of a graph gets one.
 */
export function soundKey(name: string): string {
  const words = PLAIN.test(name) ? name.split(' ') : meantWords(name).map((word) => wordText(name, word))
  let whole = ''
  for (const word of words) {
    const sound = soundOf(word)
    if (sound === undefined) return `=${name.normalize('NFKC').toLowerCase().trim()}`
    whole += whole !== '' && sound.startsWith('A') ? sound.slice(1) : sound
  }
  return whole || `=${name.normalize('NFKC').toLowerCase().trim()}`
}

const PLAIN = /^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*$/u
const NUMBER = /^[0-9]+$/
const ARTICLES: ReadonlySet<string> = new Set(['the', 'al', 'el'])

// The words of names come again and again.
const kept = new Map<string, string | undefined>()
const MOST_KEPT = 50_000

function soundOf(word: string): string | undefined {
  if (NUMBER.test(word)) return word
  if (kept.has(word)) return kept.get(word)
  if (kept.size >= MOST_KEPT) kept.clear()
  const sound = ARTICLES.has(word.toLowerCase()) ? '' : phoneticWord(withoutArticle(word))
  kept.set(word, sound)
  return sound
}
