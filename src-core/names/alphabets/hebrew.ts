import { alphabet } from '../alphabet'

/** Hebrew letters. Short vowels are not written; alef, he, vav and yod are vowels or not. */
export const HEBREW = alphabet(
  `
א,ע:Aaeiou? ב:bv ג:gj ד:d ה:h ה$:ahe? ו:vwuo ^ו:vw וו:vw ז:zZ ח:xh ט:t י:yi ^י:yi יי:yie כ:kx ך:xk ל:l מ,ם:m נ,ן:n ס:s פ:pf ף:fp
צ,ץ:Czs ק:kqg ר:r ש:Ss ת:ts ג׳,ג':j צ׳,ץ׳,צ',ץ':c ז׳,ז':Zj ח׳,ח':x ת׳,ת':ts ד׳,ד':dz
`,
  { isBare: true }
)
