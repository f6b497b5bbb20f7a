import { randomUUID } from 'node:crypto'
import type { Change } from '@core/change/change'
import { isRefusal } from '@core/change/refusal'
import type { Graph } from '@core/graph/graph'
import { ORDERS, type Order } from '@core/tables/dates'
import { guessMapping, seemsToHaveHeads } from '@core/tables/guess-mapping'
import { TableKnowledge } from '@core/tables/lookalikes-of-table'
import { type Mapping, MOST_MAPPING, readMapping, writeMapping } from '@core/tables/mapping'
import { planTable, type TableCounts, type TablePlan } from '@core/tables/plan'
import { type Sheet, sheetOf } from '@core/tables/sheet'
import { plain } from '@core/text/quote'
import { shownPath } from '@core/text/shown-path'
import { whyNot } from '../stores/error-messages'
import { disk } from '../stores/file-system'
import { JsonStore } from '../stores/json-store'
import { replaceFile } from '../stores/replace-file'
import { StoreError } from '../stores/store'
import { TaskControl } from '../stores/task-control'
import { encodingOf } from '../tables/encoding'
import { readTable } from '../tables/read-table'
import { type Args, type Command, CommandError, type Io, textOf, UsageError } from './command'
import { openGraph } from './graph-file'

/** `entente import FILE TABLE`: the rows of a table into a graph, as one change in its journal. */
export const importCommand: Command = {
  name: 'import',
  usage:
    'import FILE TABLE [--mapping FILE] [--save-mapping FILE] [--source TITLE] [--relation WORD] [--type WORD] [--order dmy] [--encoding NAME] [--delimiter SIGN] [--sheet NAME] [--dry-run]',
  summary: 'Add the rows of a table (CSV, TSV, XLSX)',
  options: {
    mapping: { type: 'string', value: 'FILE', help: 'what the columns are (guessed from their names and values)' },
    'save-mapping': { type: 'string', value: 'FILE', help: 'write down what the columns are taken for' },
    source: { type: 'string', value: 'TITLE', help: 'the source of rows that name none (the table itself)' },
    relation: { type: 'string', value: 'WORD', help: 'the relation of rows that name none' },
    type: { type: 'string', value: 'WORD', help: 'the type of new names where nothing else says it' },
    order: { type: 'string', value: 'ORDER', help: `how dates stand: ${ORDERS.join(', ')} (as the dates tell)` },
    encoding: { type: 'string', value: 'NAME', help: 'such as windows-1256 (guessed)' },
    delimiter: { type: 'string', value: 'SIGN', help: 'what parts the cells; tab for the tabulator (guessed)' },
    sheet: { type: 'string', value: 'NAME', help: 'the sheet of a workbook (the first one)' },
    'dry-run': { type: 'boolean', help: 'only count; change nothing' }
  },
  async run(args, io) {
    const [path, table, ...more] = args.positionals
    if (path === undefined || table === undefined || more.length > 0)
      throw new UsageError('Name one graph file and one table.')
    const kept = await keptMapping(textOf(args, 'mapping'))
    const sheet = await sheetIn(table, args, kept)
    if (args.values['dry-run'] === true) return imported(table, sheet, kept, await openGraph(path, io), args, io)
    try {
      const store = await JsonStore.open(path, { poll: Infinity, idle: Infinity })
      try {
        if (store.readOnly !== undefined) throw new CommandError(`${shownPath(path)}: ${store.readOnly}`)
        return await imported(table, sheet, kept, store.graph, args, io, (change) => store.commit(change))
      } finally {
        await store.close()
      }
    } catch (error) {
      if (error instanceof StoreError) throw new CommandError(error.message)
      throw error
    }
  }
}

/** Plans, counts, says what is wrong, and commits where there is something to commit to; answers the exit code. */
async function imported(
  table: string,
  sheet: Sheet,
  kept: Mapping | undefined,
  graph: Graph,
  args: Args,
  io: Io,
  commit?: (change: Change) => Promise<void>
): Promise<number> {
  const knowledge = new TableKnowledge(graph)
  const hasHeads = seemsToHaveHeads([{ cells: sheet.heads }, ...sheet.rows])
  const mapping = withOptions(kept ?? finished(guessMapping(knowledge, sheet, hasHeads)), args)
  const plan = planned(sheet, mapping, knowledge)
  const saveTo = textOf(args, 'save-mapping')
  if (saveTo !== undefined) await saved(saveTo, mapping)
  for (const line of linesOf(plan.counts)) io.write(line)
  tell(table, plan, io)
  if (plan.change.edits.length > 0) await commit?.(plan.change)
  return plan.problems.length > 0 ? 1 : 0
}

async function saved(path: string, mapping: Mapping) {
  await replaceFile(disk, path, Buffer.from(writeMapping(mapping))).catch((error) => {
    const { why, todo } = whyNot(error)
    throw new CommandError(`${shownPath(path)}: could not be written: ${why}. ${todo}`)
  })
}

async function keptMapping(path: string | undefined): Promise<Mapping | undefined> {
  if (path === undefined) return undefined
  try {
    const { size } = await disk.facts(path)
    if (size > MOST_MAPPING) throw new CommandError(`${shownPath(path)}: is too large for a mapping.`)
    const mapping = readMapping((await disk.read(path)).toString('utf8'))
    if (isRefusal(mapping)) throw new CommandError(`${shownPath(path)}: ${mapping.refused}`)
    return mapping
  } catch (error) {
    if (error instanceof CommandError) throw error
    const { why } = whyNot(error)
    throw new CommandError(`${shownPath(path)}: could not be read: ${why}.`)
  }
}

async function sheetIn(path: string, args: Args, kept: Mapping | undefined): Promise<Sheet> {
  const [encoding, delimiter] = [textOf(args, 'encoding'), textOf(args, 'delimiter')]
  if (encoding !== undefined && encodingOf(encoding) === undefined)
    throw new UsageError(`There is no encoding “${plain(encoding)}” here.`)
  const sign = delimiter === 'tab' || delimiter === '\\t' ? '\t' : delimiter
  if (sign !== undefined && [...sign].length !== 1) throw new UsageError('--delimiter is one sign, or tab.')
  try {
    const options = { encoding, delimiter: sign, sheet: textOf(args, 'sheet') }
    const { name, rows, workbook } = await readTable(disk, path, options, new TaskControl())
    if (options.sheet !== undefined && workbook?.sheet !== options.sheet)
      throw new UsageError(
        workbook
          ? `There is no sheet “${plain(options.sheet)}”. There are: ${workbook.sheets.map((one) => plain(one)).join(', ')}.`
          : 'Only a workbook has sheets.'
      )
    const sheet = finished(sheetOf(name, rows, kept?.hasHeads ?? seemsToHaveHeads(rows)))
    if (isRefusal(sheet)) throw new CommandError(`${shownPath(path)}: ${sheet.refused}`)
    return sheet
  } catch (error) {
    if (error instanceof StoreError) throw new CommandError(error.message)
    throw error
  }
}

function withOptions(mapping: Mapping, args: Args): Mapping {
  const [source, relation, type, order] = ['source', 'relation', 'type', 'order'].map((name) => textOf(args, name))
  if (order !== undefined && !ORDERS.some((one) => one === order))
    throw new UsageError(`--order is one of ${ORDERS.join(', ')}.`)
  return {
    ...mapping,
    ...(source !== undefined && { source }),
    ...(relation !== undefined && { relation }),
    ...(type !== undefined && { type }),
    ...(order !== undefined && { order: order as Order })
  }
}

function planned(sheet: Sheet, mapping: Mapping, knowledge: TableKnowledge): TablePlan {
  const plan = finished(
    planTable(knowledge.graph, sheet, mapping, {
      newId: (prefix) => `${prefix}-${randomUUID()}`,
      recorded: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
      knowledge
    })
  )
  if (isRefusal(plan)) throw new CommandError(plan.refused)
  if (plan.asks)
    throw new UsageError(
      `Dates such as “${plain(plan.asks.example)}” can be read in several orders. Say --order ${plan.asks.orders.join(', or --order ')}.`
    )
  return plan
}

function finished<T>(steps: Generator<number, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

const linesOf = (counts: TableCounts): readonly string[] => [
  `${counts.rows} rows, ${counts.leftOut} of them left out`,
  `${counts.newEntities} new entities, ${counts.changedEntities} changed`,
  `${counts.newRelations} new relations, ${counts.relationsThere} there already`,
  `${counts.newClaims} new claims, ${counts.changedClaims} changed`,
  `${counts.newSources} new sources`,
  `${counts.same} rows say what is there already`
]

/** What is wrong, as compilers put it, and what a later look is worth. */
function tell(table: string, plan: TablePlan, io: Io) {
  for (const { line, message } of plan.problems) io.warn(`${shownPath(table)}:${line}: ${message}`)
  for (const { line, what, fields } of plan.changes)
    io.warn(
      `${shownPath(table)}:${line}: changes ${what}: ${fields.map(({ label, before, after }) => `${label} “${before}” to “${after}”`).join(', ')}`
    )
  if (plan.newTypes.length > 0) io.warn(`New types: ${plan.newTypes.map((word) => plain(word)).join(', ')}.`)
  for (const note of plan.notes) io.warn(note)
  const likely = plan.lookalikes.length + plan.moreLookalikes
  if (likely > 0)
    io.warn(
      `${likely === 1 ? '1 new name looks' : `${likely} new names look`} like one that was there: ${plan.lookalikes
        .slice(0, 5)
        .map(({ name, candidates }) => `${plain(name)} ≈ ${plain(candidates[0]?.name ?? '')}`)
        .join(', ')}. The window merges those that are one.`
    )
}
