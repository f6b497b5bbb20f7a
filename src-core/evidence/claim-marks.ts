import type { WeighedClaim } from './weigh'

/** What one has to know of a claim beside its stance and grade, in the words of the status’s sentence; none where there is nothing. */
export const claimMarks = ({ claim, voice, isParty, time }: WeighedClaim): readonly string[] => [
  ...(isParty ? ['a party to it'] : []),
  ...(voice.kind === 'unnamed' ? ['unnamed'] : []),
  ...(claim.inferred ? ['inferred'] : []),
  ...(time.undated ? ['undated'] : [])
]
