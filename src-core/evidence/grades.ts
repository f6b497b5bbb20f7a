import { Reliability } from '../records/records'

/** Reliability of the source and credibility of the statement, judged apart (NATO AJP-2.1): B2. */
export interface Grade {
  readonly reliability: Reliability
  readonly credibility: number
}

const RANKS: ReadonlyMap<Reliability, number> = new Map(Reliability.options.map((letter, rank) => [letter, rank]))
const rank = ({ reliability }: Grade) => RANKS.get(reliability) ?? 0

/** A grade as it is written: B2. */
export const gradeText = ({ reliability, credibility }: Grade): string => `${reliability}${credibility}`

/** The best of these grades: by reliability, then by credibility; undefined where there is none. */
export const bestGrade = (grades: readonly Grade[]): Grade | undefined =>
  grades.reduce<Grade | undefined>((best, grade) => (best && compareGrades(best, grade) <= 0 ? best : grade), undefined)

/** Orders grades, the best first. */
const compareGrades = (a: Grade, b: Grade): number => rank(a) - rank(b) || a.credibility - b.credibility

/** Which side is weak: one that has nothing better than D–F with 4–6, where the other has A–C with 1–3. */
export function weakSide(support: readonly Grade[], denial: readonly Grade[]): 'support' | 'denial' | undefined {
  if (support.every(isPoor) && denial.some(isGood)) return 'support'
  return denial.every(isPoor) && support.some(isGood) ? 'denial' : undefined
}

const isPoor = (grade: Grade) => rank(grade) >= 3 && grade.credibility >= 4
const isGood = (grade: Grade) => rank(grade) <= 2 && grade.credibility <= 3
