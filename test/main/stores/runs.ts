import { appendFileSync } from 'node:fs'

// How often chance is tried: enough to see a mistake in `npm test`, and far more in `npm run test:faults`, which also
// prints what was counted.

export const runs =
  process.env.ENTENTE_FAULTS === 'many'
    ? { powerCuts: 10_000, kills: 3_000, everyCode: true }
    : { powerCuts: 500, kills: 300, everyCode: false }

/** As the table writes numbers: 10 000. */
export const thousands = (count: number): string => count.toLocaleString('en-GB').replaceAll(',', ' ')

/** Part of a row of the table: the fault, how often it was tried, and the result. Parts of the same fault are added up. */
export interface Figures {
  readonly fault: string
  readonly times: number
  /** What is counted: “kills”. */
  readonly unit: string
  readonly result: string
}

/** Adds a row to the table, if one is made. */
export function report(figures: Figures): void {
  const path = process.env.ENTENTE_FAULTS_REPORT
  if (path) appendFileSync(path, `${JSON.stringify(figures)}\n`)
}
