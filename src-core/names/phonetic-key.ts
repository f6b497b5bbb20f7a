import { foldName, meantWords, scriptOf, type Word, wordText } from './names'
import { spoken } from './spoken'

// How a word sounds, in one alphabet for four scripts: its consonants, coarse enough that the usual transliterations of
// one name agree. S is sh and ch; j is g, gh, zh and j; h is also kh; A an opening vowel, which is all that is kept of vowels.

/** How a name sounds, the same for Julani, Jawlani, الجولاني and Джулани (`jln`); empty where its script is not known. Articles are left out. */
export function phoneticKey(name: string, words: readonly Word[] = meantWords(name)): string {
  let whole = ''
  for (const word of words) {
    const sound = phoneticWord(wordText(name, word))
    if (sound === undefined) return ''
    whole += whole === '' ? sound : sound.replace(/^A/, '')
  }
  return whole
}

/** How one word sounds; undefined where its script is not known. */
export function phoneticWord(word: string): string | undefined {
  const sounds = soundsOf(word.normalize('NFC').toLowerCase())
  if (sounds === undefined) return undefined
  const opening = sounds.startsWith('w') ? 'f' : /^[aeiouy]/.test(sounds) ? 'A' : ''
  const whole = opening + sounds.replace(/[aeiouyw]/g, '')
  return whole.length > 1 && whole.endsWith('h') ? whole.slice(0, -1) : whole
}

/** Consonants by the letters above, with vowels as a, e, i, o, u and the half-vowels w, y. */
function soundsOf(text: string): string | undefined {
  switch (scriptOf(text)) {
    case 'Latn':
      return latin(text)
    case 'Cyrl':
      return mapped(text.replaceAll('дж', 'ж').replace(/([б-джзк-нп-тф-щ])\1/g, '$1'), CYRILLIC)
    case 'Arab':
      return arabic(text)
    case 'Hebr':
      return mapped(text.normalize('NFKD').replace(/\p{M}/gu, ''), HEBREW)
    default:
      return /^\p{N}+$/u.test(text) ? text.normalize('NFKC') : others(text)
  }
}

/** By the alphabets that names are compared in, each letter by the sound that it has most often. */
function others(text: string): string | undefined {
  const said = spoken(text, scriptOf(text))
  return said?.units.map(({ lead, set }) => (set === 0 ? '' : (LEADS.get(lead) ?? lead))).join('')
}

const LEADS: ReadonlyMap<string, string> = new Map(
  Object.entries({ p: 'b', v: 'f', c: 'S', Z: 'j', g: 'j', G: 'j', x: 'h', q: 'k', C: 'ts', A: 'a' })
)

const mapped = (text: string, table: ReadonlyMap<string, string>) =>
  Array.from(text, (letter) => table.get(letter) ?? (/\d/.test(letter) ? letter : '')).join('')

const LATIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      dsch: 'j',
      tsch: 'S',
      tch: 'S',
      sch: 'S',
      sh: 'S',
      ch: 'S',
      dzh: 'j',
      dj: 'j',
      zh: 'j',
      gh: 'j',
      g: 'j',
      kh: 'h'
    },
    ...{ dh: 'd', th: 't', ph: 'f', v: 'f', p: 'b', q: 'k', ck: 'k', x: 'ks', c: 'k' }
  })
)

function latin(text: string): string {
  const plain = text
    .replace(/[şš]/g, 'sh')
    .replace(/[çčć]/g, 'ch')
    .replaceAll('đ', 'dj')
    .replaceAll('ž', 'zh')
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, (sign) => LATIN_LETTERS.get(sign) ?? '')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/([b-df-hj-np-tv-z])\1/g, '$1')
  return plain.replace(/dsch|tsch|tch|sch|dzh|[dckgtspz]h|dj|ck|./g, (letters) => LATIN.get(letters) ?? letters)
}

const LATIN_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ß: 's', æ: 'a', œ: 'o', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 't', ı: 'i', ə: 'a' })
)

const CYRILLIC: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      а: 'a',
      е: 'e',
      ё: 'o',
      и: 'i',
      і: 'i',
      ї: 'i',
      й: 'y',
      о: 'o',
      у: 'u',
      ў: 'w',
      ы: 'i',
      э: 'e',
      є: 'e',
      ю: 'u',
      я: 'a'
    },
    ...{
      б: 'b',
      п: 'b',
      в: 'f',
      ф: 'f',
      г: 'j',
      ґ: 'j',
      ж: 'j',
      д: 'd',
      т: 't',
      з: 'z',
      с: 's',
      ц: 'ts',
      ч: 'S',
      ш: 'S',
      щ: 'S'
    },
    ...{
      к: 'k',
      х: 'h',
      л: 'l',
      м: 'm',
      н: 'n',
      р: 'r',
      қ: 'k',
      ғ: 'j',
      һ: 'h',
      ң: 'n',
      ө: 'o',
      ү: 'u',
      ә: 'a',
      ј: 'y',
      ђ: 'j',
      ћ: 'S',
      ѓ: 'j',
      ќ: 'k',
      џ: 'j',
      ѕ: 'z',
      љ: 'l',
      њ: 'n'
    }
  })
)

const ARABIC: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      ا: 'a',
      ع: 'a',
      و: 'w',
      ي: 'y',
      ب: 'b',
      پ: 'b',
      ف: 'f',
      ڤ: 'f',
      ت: 't',
      ط: 't',
      ث: 't',
      د: 'd',
      ض: 'd',
      ذ: 'd'
    },
    ...{
      ز: 'z',
      ظ: 'z',
      س: 's',
      ص: 's',
      ش: 'S',
      چ: 'S',
      ج: 'j',
      غ: 'j',
      ژ: 'j',
      گ: 'j',
      ك: 'k',
      ق: 'k',
      ح: 'h',
      خ: 'h',
      ه: 'h'
    },
    ...{ ل: 'l', م: 'm', ن: 'n', ر: 'r' }
  })
)

function arabic(text: string): string {
  const bare = foldName(text)
  return mapped(bare.replaceAll('لله', 'ل').replaceAll('تش', 'ش'), ARABIC)
}

const HEBREW: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      א: 'a',
      ע: 'a',
      ו: 'w',
      י: 'y',
      ב: 'b',
      פ: 'b',
      ף: 'f',
      ג: 'j',
      ד: 'd',
      ה: 'h',
      ז: 'z',
      ח: 'h',
      ט: 't',
      ת: 't'
    },
    ...{ כ: 'k', ך: 'h', ק: 'k', ל: 'l', מ: 'm', ם: 'm', נ: 'n', ן: 'n', ס: 's', ש: 'S', צ: 'ts', ץ: 'ts', ר: 'r' }
  })
)
