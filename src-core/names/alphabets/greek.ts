import { alphabet } from '../alphabet'

/** Greek letters as they are said today. */
export const GREEK = alphabet(`
α:a β:vb γ:gGyj δ:dtz ε:e ζ:z η:ie θ:ts ι:iy κ:k λ:l μ:m ν:n ξ:kx+s ο,ω:o π:p ρ:r σ,ς:sz τ:t υ:iyuv φ:fp χ:xhk ψ:p+s
ου:uwo αι:ea ει,οι,υι:i αυ:a+vfu ευ:e+vfu μπ:m?+bp ντ:n?+dt γκ:n?+gk γγ:n+g γι:yg~+i τσ:cC τζ:jC
`)
