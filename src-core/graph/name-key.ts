/** What two names have in common that look the same to a reader: case, accents, vowel signs, hyphens and blanks do not count; other signs do. */
export function nameKey(name: string): string {
  const plain = ASCII.test(name) ? name : name.normalize('NFKD').replace(UNSEEN, '').normalize('NFC')
  return plain.toLowerCase().replace(JOINTS, ' ').replace(APOSTROPHES, '').trim()
}

const ASCII = /^[ -~]*$/
/** Accents of Latin, Greek and Cyrillic, vowel signs of Arabic and Hebrew, tatweel, and what formats without being seen. */
const UNSEEN = /[\u0300-\u036f\u064b-\u065f\u0670\u0640\u0591-\u05c7]|\p{Cf}/gu
const JOINTS = /[\s\u002d\u2010-\u2015]+/g
const APOSTROPHES = /['’‘ʼ`´]/g
