import type { Reliability } from './records'

/** Reliability of a source in words, best first (NATO Admiralty code, AJP-2.1). F is no grade: it cannot be judged. */
export const RELIABILITY_WORDS: Readonly<Record<Reliability, string>> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Cannot be judged'
}

/** Credibility of a claim in words, index 0 is credibility 1 (NATO Admiralty code, AJP-2.1). 6 is no grade: it cannot be judged. */
export const CREDIBILITY_WORDS: readonly string[] = [
  'Confirmed by other sources',
  'Probably true',
  'Possibly true',
  'Doubtful',
  'Improbable',
  'Cannot be judged'
]

/** Both grades as one reads them: `Fairly reliable · probably true`. */
export function gradeInWords(reliability: Reliability, credibility: number): string {
  const claim = CREDIBILITY_WORDS[credibility - 1] ?? ''
  return `${RELIABILITY_WORDS[reliability]} · ${claim.toLowerCase()}`
}
