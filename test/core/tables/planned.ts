import { isRefusal } from '@core/change/refusal'
import type { Graph } from '@core/graph/graph'
import { Mapping } from '@core/tables/mapping'
import { type PlanOptions, planTable, type TablePlan } from '@core/tables/plan'
import type { Role } from '@core/tables/roles'
import { type Sheet, sheetOf } from '@core/tables/sheet'

/** A table of a text: a line for each row, cells parted by |. */
export function sheetFrom(text: string, name = 'sightings.csv'): Sheet {
  const raw = text
    .trim()
    .split('\n')
    .map((line, at) => ({ line: at + 1, cells: line.split('|').map((cell) => cell.trim()) }))
  return done(sheetOf(name, raw, true))
}

/** The result of steps. Throws what they refuse. */
export function done<T>(steps: Generator<number, T>): Exclude<T, { readonly refused: string }> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (!step.done) continue
    if (isRefusal(step.value)) throw new Error(step.value.refused)
    return step.value as Exclude<T, { readonly refused: string }>
  }
}

export const mappingOf = (sheet: Sheet, roles: readonly Role[], more: Partial<Mapping> = {}): Mapping =>
  Mapping.parse({ name: 'Sightings', columns: sheet.heads.map((head, at) => ({ head, role: roles[at] })), ...more })

let ids = 0

export function planned(
  graph: Graph,
  sheet: Sheet,
  roles: readonly Role[],
  more: Partial<Mapping> = {},
  options: Partial<PlanOptions> = {}
): TablePlan {
  return done(
    planTable(graph, sheet, mappingOf(sheet, roles, more), {
      newId: () => `new-${++ids}`,
      recorded: '2026-01-01T00:00:00Z',
      ...options
    })
  )
}
