import { alphabet } from '../alphabet'

/** Cyrillic letters of Russian, Ukrainian, Belarusian, Serbian, Bulgarian, Macedonian and of the Turkic tongues. */
export const CYRILLIC = alphabet(`
дж:j дз:zjC а:a б:b в:vfw г:ghG ґ:g д:d е:e ^е:y?+e ё:oe ^ё:y~+o ж:Zj з:z и:i і:i ї:y~+i й:yi к:kq л:l м:m н:n о:oa п:p р:r с:s
т:t у:uwo ф:f х:xhk ц:Cs ч:cC ш:S щ:S+c? ъ:aue? ь: ы:iy э:e є:y~+e ю:y~+u я:y~+a ў:wuv ё$:o ьё,ьо:y?+oe
ђ:jd ћ:cC ѓ:gj ќ:kc љ:l њ:n џ:j ј:yj ѕ:zC ә:ae қ:kq ғ:Gg ң:n ө:oe ү:u ұ:u һ:h ҳ:h ҷ:j ӣ:i ӯ:u
`)
