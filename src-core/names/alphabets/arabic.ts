import { alphabet } from '../alphabet'

/** Arabic letters, those of Persian, Urdu and Kurdish among them. Short vowels are not written; alif, waw and ya are vowels or not. */
export const ARABIC = alphabet(
  `
ا,آ,أ,إ,ٱ:aeo ^ا,^أ:aeiou ^آ:ao ^إ:iea ^او,^أو:ouaw+wou~ ^اي,^إي,^أي,^ای,^ایی:ieay+yi~ ع:Aaeiou? ^ع:Aaeiou? و:wvuo ي,ی,ې:yi ى,ے:yia ئ:yieA? ؤ:wouA? ء:
^و:wv ^ي,^ی:yi
ب:bp پ:p ت:t ث:ts ج:jgZ چ:c ح:hx خ:xkh د:d ذ:dz ر:r ز:zs ژ:Zj س:s ش:Sc ص:s ض:dz ط:t ظ:zd غ:Ggk ف:fv ڤ,ۋ:v ق:qkgG ك,ک:kqg گ:gG
ل:l م:m ن:n ه,ہ,ۀ:h ه$,ہ$,ۀ$,ە$:hae? ة,ۃ:ae?+ht? ەە:ae ە:ae ھ:h? ٹ:t ڈ:d ڑ:rd ں:n ێ:ie ۆ:o ڵ:l ڕ:r تش:c دج:j تس:Cs
`,
  { isBare: true }
)
