import { randomUUID } from 'node:crypto'
import { isRefusal } from '@core/change/refusal'
import type { Output } from '@core/contract/contract'
import { SHOWN_ROWS, type TableAnswer, type TablePreview, type TableReading } from '@core/contract/tables'
import { nameKey } from '@core/graph/name-key'
import { guessMapping, seemsToHaveHeads } from '@core/tables/guess-mapping'
import { TableKnowledge } from '@core/tables/lookalikes-of-table'
import { type Mapping, rolesFor } from '@core/tables/mapping'
import { planTable, type TablePlan } from '@core/tables/plan'
import type { RowProblem } from '@core/tables/row-texts'
import { type Sheet, sheetOf } from '@core/tables/sheet'
import { writeJson } from '@core/text/json'
import { plain } from '@core/text/quote'
import { StoreError } from '../stores/store'
import { Stopped, type TaskControl } from '../stores/task-control'
import { errorsCsv } from '../tables/errors-csv'
import { readTable, type TableFile } from '../tables/read-table'
import type { ImportDependencies } from './importing'
import type { KeptMappings } from './kept-mappings'

interface OpenTable {
  readonly id: string
  readonly path: string
  readonly file: TableFile
  readonly sheet: Sheet
  readonly knowledge: TableKnowledge
  readonly plan?: TablePlan
  readonly mapping?: Mapping
}

/** Edits in one message. */
const BATCH_SIZE = 500
/** Most entries of each list that the window gets. */
const MOST_LISTED = 200
/** Longest cell that is shown, in characters. */
const LONGEST_CELL = 160

/** Adds the rows of tables to the open graph: reads and plans here. The window applies the change and commits it. */
export class Tables {
  readonly #dependencies: ImportDependencies & { readonly kept: () => KeptMappings | undefined }
  #open: OpenTable | undefined

  constructor(dependencies: ImportDependencies & { readonly kept: () => KeptMappings | undefined }) {
    this.#dependencies = dependencies
  }

  /** Reads a table, as `reading` says or as it seems to be. */
  async read(handle: string, path: string, reading: TableReading = {}): Promise<Output<'table:choose'>> {
    try {
      const { graph } = this.#dependencies.storeOf(handle)
      const { fs, control } = this.#dependencies.begin(path)
      const file = await readTable(fs, path, reading, control)
      const hasHeads = reading.hasHeads ?? seemsToHaveHeads(file.rows)
      const sheet = await control.run('checking', sheetOf(file.name, file.rows, hasHeads))
      if (isRefusal(sheet)) throw new StoreError(`“${file.name}” was not read. ${sheet.refused}`)
      const knowledge = this.#open?.knowledge.graph === graph ? this.#open.knowledge : new TableKnowledge(graph)
      const kept = this.#dependencies.kept()?.forHeads(sheet.heads)
      const mapping = kept ?? (await control.run('checking', guessMapping(knowledge, sheet, hasHeads)))
      this.#open = { id: randomUUID(), path, file, sheet, knowledge }
      return {
        outcome: 'read',
        id: this.#open.id,
        name: file.name,
        rows: sheet.rows.length,
        heads: [...sheet.heads],
        reading: { ...file.text, ...(file.workbook && { sheet: file.workbook.sheet }), hasHeads },
        sheets: [...(file.workbook?.sheets ?? [])],
        mapping: { ...mapping, hasHeads },
        isKept: kept !== undefined
      }
    } catch (error) {
      if (error instanceof Stopped) return { outcome: 'cancelled' }
      if (!(error instanceof StoreError)) throw error
      return { outcome: 'failed', name: '', message: error.message }
    }
  }

  /** The same table, read in another way. */
  async readAgain(handle: string, id: string, reading: TableReading): Promise<Output<'table:read'>> {
    return this.read(handle, this.#table(handle, id).path, reading)
  }

  /** What the table would bring. */
  async plan(
    handle: string,
    id: string,
    mapping: Mapping,
    answers: readonly TableAnswer[]
  ): Promise<Output<'table:plan'>> {
    const open = this.#table(handle, id)
    const { graph } = this.#dependencies.storeOf(handle)
    const { control } = this.#dependencies.begin(open.path)
    const knowledge = open.knowledge.graph === graph ? open.knowledge : new TableKnowledge(graph)
    try {
      const plan = await this.#planned(open.sheet, mapping, answers, knowledge, control)
      // Another table may have been read meanwhile.
      if (this.#open?.id === id) this.#open = { ...open, knowledge, mapping, ...('counts' in plan && { plan }) }
      if (isRefusal(plan)) return { outcome: 'refused', message: plan.refused }
      return { outcome: 'planned', preview: previewOf(plan, open.sheet) }
    } catch (error) {
      if (error instanceof Stopped) return { outcome: 'cancelled' }
      throw error
    }
  }

  #planned(
    sheet: Sheet,
    mapping: Mapping,
    answers: readonly TableAnswer[],
    knowledge: TableKnowledge,
    control: TaskControl
  ) {
    return control.run(
      'comparing',
      planTable(knowledge.graph, sheet, mapping, {
        newId: (prefix) => `${prefix}-${randomUUID()}`,
        recorded: new Date().toISOString(),
        answers: new Map(answers.map(({ key, answer }) => [key, answer])),
        knowledge
      })
    )
  }

  /** Some rows as they stand, with what the last plan says of them. */
  rows(handle: string, id: string, from: number): Output<'table:rows'> {
    const { sheet, plan, mapping } = this.#table(handle, id)
    const problems = new Map<number, RowProblem>()
    for (const problem of plan?.problems ?? []) if (!problems.has(problem.line)) problems.set(problem.line, problem)
    const roles = mapping ? rolesFor(mapping, sheet.heads) : []
    const named = isRefusal(roles)
      ? []
      : roles.flatMap((role, at) => (['from', 'to', 'name'].includes(role) ? [at] : []))
    const alike = new Set(plan?.lookalikes.map(({ key }) => key))
    return {
      rows: sheet.rows.slice(from, from + SHOWN_ROWS).map(({ line, cells, problem }) => {
        const found = problems.get(line)
        const words = found?.message ?? problem
        return {
          line,
          cells: cells.map((cell) => plain(cell, LONGEST_CELL)),
          ...(words !== undefined && { problem: words }),
          ...(found?.column !== undefined && { column: found.column }),
          alike: named.filter((at) => alike.has(nameKey(cells[at] ?? '')))
        }
      })
    }
  }

  /** A part of the change of the last plan. Throws StoreError when there is none. */
  change(handle: string, id: string, part: number): Output<'table:change'> {
    const { plan } = this.#table(handle, id)
    if (!plan) throw new StoreError('That table has not been looked at. Open it once more.')
    const { label, edits } = plan.change
    const more = edits.length > (part + 1) * BATCH_SIZE
    return { label, edits: writeJson(edits.slice(part * BATCH_SIZE, (part + 1) * BATCH_SIZE)), more }
  }

  /** Keeps what the columns are for tables with the same heads. */
  keep(handle: string, id: string, mapping: Mapping): void {
    this.#dependencies.kept()?.keep(this.#table(handle, id).sheet.heads, mapping)
  }

  /** The rows that were left out, as CSV, and a name for that file. */
  errors(handle: string, id: string): { readonly text: string; readonly name: string } {
    const { sheet, plan } = this.#table(handle, id)
    return { text: errorsCsv(sheet, plan?.problems ?? []), name: `${sheet.name.replace(/\.\w+$/, '')}-errors.csv` }
  }

  #table(handle: string, id: string): OpenTable {
    this.#dependencies.storeOf(handle)
    if (this.#open?.id !== id) throw new StoreError('That table has been put away. Open it once more.')
    return this.#open
  }
}

function previewOf(plan: TablePlan, sheet: Sheet): TablePreview {
  const places = new Map(sheet.rows.map(({ line }, at) => [line, at]))
  const byMessage = new Map<string, TablePreview['problems'][number]>()
  for (const { line, message } of plan.problems) {
    const first = byMessage.get(message)
    byMessage.set(
      message,
      first ? { ...first, more: first.more + 1 } : { at: places.get(line) ?? 0, line, message, more: 0 }
    )
  }
  const grouped = [...byMessage.values()]
  return {
    counts: plan.counts,
    problems: grouped.slice(0, MOST_LISTED),
    problemCount: grouped.length,
    changes: plan.changes.slice(0, MOST_LISTED).map((one) => ({ ...one })),
    changeCount: plan.changes.length,
    newTypes: [...plan.newTypes],
    lookalikes: plan.lookalikes.slice(0, MOST_LISTED).map(({ key, name, rows, candidates }) => ({
      key,
      name,
      rows,
      candidates: candidates.map(({ id, name, type }) => ({ id, name, type }))
    })),
    lookalikeCount: plan.lookalikes.length + plan.moreLookalikes,
    notes: [...plan.notes],
    ...(plan.asks && { asks: { orders: [...plan.asks.orders], example: plan.asks.example } }),
    edits: plan.change.edits.length
  }
}
