import type { WeighedClaim } from './weigh'

/** Of the claims that the clocks admit, those from which the conclusion is drawn, and how the two sides lie in time. */
export interface Sides {
  /** Of claims for it, hedged ones included. */
  readonly pro: readonly WeighedClaim[]
  readonly denials: readonly WeighedClaim[]
  /** `now`: they speak of the date that is asked. `last-known`: none does, and these were the last. `changed`: the one side holds after the other. */
  readonly as: 'now' | 'last-known' | 'changed' | 'none'
}

/** Which claims the conclusion rests on, for claims that the clocks admit. A state only can change, or be last known: what has happened has happened. */
export function sidesOf(claims: readonly WeighedClaim[], isState: boolean, isDated: boolean): Sides {
  const now = claims.filter(({ reach }) => reach === 'now')
  const [pro, denials] = [now.filter(isPro), now.filter((one) => !isPro(one))]
  if (!isState) {
    const happened = pro.reduce((first, { held }) => Math.min(first, held.first), Infinity)
    const meeting = denials.filter(({ time }) => time.last >= happened)
    if (pro.length > 0 && denials.length > 0 && meeting.length === 0)
      return pro.some(isFirm) ? { pro, denials, as: 'changed' } : { pro, denials: [], as: 'now' }
    return { pro, denials, as: now.length > 0 ? 'now' : 'none' }
  }
  if (pro.length > 0 && denials.length > 0) {
    // A hedge and a denial are in dispute whatever their times: a hedge is no history.
    const isChange = pro.some(isFirm) && !anyMeet(pro, denials, isDated)
    return { pro, denials, as: isChange ? 'changed' : 'now' }
  }
  const before = claims.filter(({ reach }) => reach === 'before')
  if (now.length === 0)
    return lastOf(
      before.filter(isPro),
      before.filter((one) => !isPro(one))
    )
  const begins = now.reduce((first, { held }) => Math.min(first, held.first), Infinity)
  const earlier = before.filter((one) => isPro(one) !== pro.length > 0 && one.held.last <= begins)
  // A hedge alone makes no history.
  if (earlier.length === 0 || ![...pro, ...earlier].some(isFirm)) return { pro, denials, as: 'now' }
  return { pro: pro.length > 0 ? pro : earlier, denials: denials.length > 0 ? denials : earlier, as: 'changed' }
}

/** Whether a claim of the one side and one of the other speak of a common day. Where no date is asked, one without a date meets any. */
function anyMeet(some: readonly WeighedClaim[], others: readonly WeighedClaim[], isDated: boolean): boolean {
  if (!isDated && [...some, ...others].some(({ time }) => time.undated)) return true
  const begun = [...some].sort((a, b) => a.held.first - b.held.first)
  // Of those that have begun by a day, the one that lasts longest is enough.
  let [next, longest] = [0, -Infinity]
  for (const { held } of [...others].sort((a, b) => a.held.last - b.held.last)) {
    for (let one = begun[next]; one && one.held.first <= held.last; one = begun[++next])
      longest = Math.max(longest, one.held.last)
    if (longest >= held.first) return true
  }
  return false
}

/**
 * What was last known of a state of which no claim speaks any more: it runs on until the next contrary claim, and is over where
 * its end was said.
 */
function lastOf(pro: readonly WeighedClaim[], denials: readonly WeighedClaim[]): Sides {
  const none: Sides = { pro: [], denials: [], as: 'none' }
  // A later hedge does not take away what was said without one.
  const firm = pro.filter(isFirm)
  const basis = firm.length > 0 ? firm : pro
  const end = latest(basis)
  const last = basis.filter(({ held }) => held.last === end)
  if (last.length === 0) return none
  const begins = last.reduce((first, { held }) => Math.min(first, held.first), Infinity)
  const contrary = denials.filter(({ held }) => held.last >= begins)
  const hedges = firm.length > 0 ? pro.filter((one) => !isFirm(one) && one.held.last >= begins) : []
  // Somebody says that it was not so any more, or never was: nothing is known of it then.
  if (contrary.length > 0 || last.some(({ time }) => time.after === 'over')) return none
  return { pro: [...last, ...hedges], denials: [], as: 'last-known' }
}

const latest = (claims: readonly WeighedClaim[]) =>
  claims.reduce((last, { held }) => Math.max(last, held.last), -Infinity)

const isPro = ({ claim }: WeighedClaim) => claim.stance !== 'denies'
const isFirm = ({ claim }: WeighedClaim) => claim.stance === 'supports'
