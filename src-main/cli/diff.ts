import { diff } from '@core/change/change'
import { type Deed, type Difference, differences } from '@core/change/differences'
import { databaseLabels } from '@core/external/database-labels'
import type { Graph } from '@core/graph/graph'
import type { AnyRecord, Kind } from '@core/records/records'
import { KIND_LABELS } from '@core/records/sections'
import { plain } from '@core/text/quote'
import { editInWords } from '@core/view/edit-messages'
import { type Find, subjectOf } from '@core/view/field-labels'
import { type Command, type Io, UsageError } from './command'
import { openGraph } from './graph-file'
import { json } from './lines'

/** `entente diff A B`: what B has that A has not, and the other way round, field by field; exit code 1 where they differ. */
export const diffCommand: Command = {
  name: 'diff',
  usage: 'diff A B [--json]',
  summary:
    'Say what was added, removed and changed from one file to another; exit code 0 where nothing was, 1 where they differ',
  options: { json: { type: 'boolean', help: 'a JSON list with every field as it stands in the files' } },
  async run({ positionals: [a, b, ...more], values }, io) {
    if (a === undefined || b === undefined || more.length > 0) throw new UsageError('Name two files to compare.')
    const [from, to] = [await openGraph(a, io), await openGraph(b, io)]
    return values.json ? tellAsJson(from, to, io) : tell(from, to, io)
  }
}

const SIGNS: Readonly<Record<Deed, string>> = { added: '+', changed: '~', removed: '-' }

/** How much of one value is shown; --json has it whole. */
const LONGEST = 300

function tell(from: Graph, to: Graph, io: Io): number {
  const find = findIn(from, to)
  const counts: Record<Deed, number> = { added: 0, changed: 0, removed: 0 }
  const head = headDifference(from, to)
  if (head) {
    io.write('~ Graph')
    for (const { field, before, after } of head.fields) io.write(fieldLine(field, shown(before), shown(after)))
  }
  for (const edit of diff(from, to).edits) {
    const words = editInWords(edit, find, databaseLabels)
    const record = edit.after ?? edit.before
    if (!words || !record) continue
    counts[words.deed]++
    io.write(`${SIGNS[words.deed]} ${KIND_LABELS[words.kind]}  ${plain(nameOf(record, find), LONGEST)}`)
    for (const { label, before, after } of words.fields)
      io.write(
        words.deed === 'changed'
          ? fieldLine(label, before, after)
          : `    ${plain(label)}: ${plain(after ?? before ?? '', LONGEST)}`
      )
  }
  const all = counts.added + counts.changed + counts.removed
  if (all + (head ? 1 : 0) === 0) io.warn('The two say the same.')
  else io.warn(`${counts.added} added, ${counts.changed} changed, ${counts.removed} removed.`)
  return all > 0 || head ? 1 : 0
}

function tellAsJson(from: Graph, to: Graph, io: Io): number {
  const find = findIn(from, to)
  const rows = [...differences(from, to)].map(({ kind, id, ...rest }) => {
    const record = kind === 'graph' ? undefined : find(kind, id)
    return { kind, id, name: record ? nameOf(record, find) : to.title, ...rest }
  })
  io.write(json(rows))
  return rows.length > 0 ? 1 : 0
}

function headDifference(from: Graph, to: Graph): Difference | undefined {
  for (const difference of differences(from, to)) return difference.kind === 'graph' ? difference : undefined
  return undefined
}

/** Records as they are in the second file; those that are gone, as they were in the first. */
const findIn =
  (from: Graph, to: Graph): Find =>
  <K extends Kind>(kind: K, id: string) =>
    to.get(kind, id) ?? from.get(kind, id)

/** A claim is named with what it is about: one statement may stand in many places. */
function nameOf(record: AnyRecord, find: Find): string {
  const subject = subjectOf(record, find)
  if (record.kind !== 'claim') return subject
  const about = find('relation', record.about) ?? find('entity', record.about)
  return `${about ? subjectOf(about, find) : record.about}: “${subject}”`
}

const shown = (value: unknown) =>
  value === undefined ? undefined : typeof value === 'string' ? value : json([value]).slice(2, -2)

function fieldLine(label: string, before: string | undefined, after: string | undefined): string {
  const text = (value: string) => plain(value, LONGEST)
  const values =
    before === undefined || after === undefined
      ? `${before === undefined ? '+' : '-'} ${text(after ?? before ?? '')}`
      : `${text(before)} → ${text(after)}`
  return `    ${text(label)}: ${values}`
}
