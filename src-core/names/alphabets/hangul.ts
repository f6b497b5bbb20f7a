import { alphabet } from '../alphabet'

/** Korean letters (jamo) as NFD parts a syllable: initials, vowels, finals; by Revised Romanisation and McCune–Reischauer. */
export const HANGUL = alphabet(`
ᄀ,ᄁ:gk ᄂ:n ᄃ,ᄄ:dt ᄅ:lr ᄆ:m ᄇ,ᄈ:bp ᄉ,ᄊ:sS ᄋ: ᄌ,ᄍ:jcZ ᄎ:c ᄏ:k ᄐ:t ᄑ:p ᄒ:h
ᅡ:a ᅢ:ae ᅣ:y~+a ᅤ:y~+ae ᅥ:oeu ᅦ:e ᅧ:y~+oeu ᅨ:y~+e ᅩ:o ᅪ:wo~+a ᅫ:w~+ae ᅬ:oew ᅭ:y~+o ᅮ:uow ᅯ:wu~+oe ᅰ:w~+e ᅱ:wu~+i ᅲ:y~+u ᅳ:ueo ᅴ:ui ᅵ:ie
ᆨ,ᆩ,ᆿ:gk ᆫ:n ᆮ,ᇀ,ᆺ,ᆻ,ᆽ,ᆾ:dts ᆯ:lr ᆷ:m ᆸ,ᇁ:bp ᆼ:n+g? ᆪ,ᆰ:gk ᆬ,ᆭ:n ᆱ:m ᆲ,ᆳ,ᆴ,ᆵ,ᆶ:lr ᆹ:bp ᇂ:h?
`)
