import { alphabet } from '../alphabet'

/** Latin letters by the spellings of many tongues at once: English, French, German, Turkish, Polish, Croatian, and of Arabic. */
export const LATIN = alphabet(`
schtsch,shch,szcz,stsch:S+c? tsch,tch:c dsch,dzh,dž,dj,dż:j sch:S sh:S ch:cSxkh cz:cC sz:Ss sj:sS+y? gj:gjd kj:kc lj:l+y? nj:n+y? dse$:zjC+e rz:Zr zh:Zj dz:zjC
kh:xkh gh:Ggqxh ph:fp th:tsdz dh:dzt bh:b ck:k qu:k+wv? q:qkgGc x:kxSh+s? ts,tz:Csz
b:b c:kcjCs d:d f:fv g:gGjhk h:hx h$:h? j:jZyxh k:kq l:l m:m n:n p:p r:r s:sz t:t v:vfw w:wvuo z:zsC
ç:cs č:c ć:cC ş,š:S ś:Ss ž,ż:Zz ź:zZ ñ,ń,ň:n+y? ł:lw ğ:Ggyhw? đ:jd ð:d þ:t ß:s ţ,ț:Ct ř:rZ ḥ:hx ḫ,ẖ:xk ġ:Gg ǧ:jg ĝ:Ggj
ṯ:ts ḏ,ḍ:dz ẓ:zd ṣ:s ṭ:t ď:d ť:t ģ:gj ķ:kc
a:a e:e e$:e~ i:i ı:ie o:o u:uow y:yi ə:ae ö:oeu ü:ui ä:ae å:oa ø:oe æ:ae œ:oe
aa:a ee:ie oo:ou ou:uow ie:ie ei,ey:eia+yi? ai,ay:aei+yi? au,aou:aow+wu? aw:aow+wv~ ow:ou+wv ij:iy+y? ya,ia:y~+a yu,iu:y~+u yo,io:y~+oe ye:y?+e
^ye,^je:yj?+e ^ie:yi?+e ^yi:y?+i tss:C
`)
