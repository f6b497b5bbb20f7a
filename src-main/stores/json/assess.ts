import { type Change, diff, invert, mergeAll, same } from '@core/change/change'
import { type Conflict, mergeThree } from '@core/change/merge-three'
import type { Graph } from '@core/graph/graph'
import type { Problem } from '@core/text/problem-messages'
import { codeOf } from '../error-messages'
import { decodeJournal, type Entry, JOURNAL_VERSION, type JournalContent } from '../journal/chain'
import { StoreError } from '../store'
import type { TaskControl } from '../task-control'
import { type FileContent, type GraphContent, type Reading, readGraph } from './content'
import * as messages from './messages'
import type { Place } from './place'
import type { Aside } from './set-aside'

/** Another state of the graph that can be saved under another name. */
export interface RecoverableVersion {
  readonly what: string
  readonly graph: Graph
}

/** The bytes of a graph file, as far as they tell one from another. */
export type Snapshot = Pick<FileContent, 'hash' | 'size'>

/** The state on the disk: all of it read, nothing changed yet. */
export interface AssessedFile {
  /** The graph with every saved change. */
  readonly graph: Graph
  /** The file as it is; undefined if it is not there. */
  readonly file: GraphContent | undefined
  /** The base of `carried`: the file, or our copy where the file is gone or damaged. */
  readonly snapshot: Snapshot
  /** The changes that are not in the snapshot. */
  readonly carried: readonly Entry[]
  /** The journal's changes that are not in the file. */
  readonly recovered: readonly Entry[]
  /** Messages for the user. */
  readonly told: readonly string[]
  /** Why nothing may be changed. */
  readonly readOnly?: string
  /** What is wrong with the file. */
  readonly problems?: readonly Problem[]
  /** What must be set aside before a new journal is begun. */
  readonly aside: readonly Aside[]
  readonly conflicts: readonly Conflict[]
  readonly recoverableVersions: readonly RecoverableVersion[]
}

/** Reads a file and its journal. Rejects with StoreError when nothing in it can be shown, or with Node's error. */
export async function assess(place: Place, control: TaskControl): Promise<AssessedFile> {
  const [file, bytes] = await Promise.all([
    ifThere(readGraph(place.fs, place.path, control)),
    ifThere(place.fs.read(place.sidecar.journal))
  ])
  const reading = file?.reading
  const journal = bytes && decodeJournal(bytes)
  if (!bytes || !journal) return fileOnly(place, file, reading)
  if (!journal.header) return withFault(place, fileOnly(place, file, reading), journal, bytes)
  if (journal.header.version > JOURNAL_VERSION)
    return { ...fileOnly(place, file, reading), readOnly: messages.newerJournal() }
  const found = await withJournal({ place, file, reading, journal, bytes, control })
  return withFault(place, found, journal, bytes)
}

/** Changes made one after the other, as one. */
export const inOne = (entries: readonly Entry[]): Change =>
  mergeAll(
    '',
    entries.map(({ change }) => change)
  )

/** The graph with these changes. Their hashes have been checked, so `before` need not be. */
const replay = (graph: Graph, entries: readonly Entry[]): Graph => graph.with(inOne(entries).edits)

const NOTHING = { carried: [], recovered: [], told: [], aside: [], conflicts: [], recoverableVersions: [] } as const

const missing = () => Object.assign(new Error('There is no such file.'), { code: 'ENOENT' })

async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((error) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
}

function fileOnly({ name }: Place, file: GraphContent | undefined, reading: Reading | undefined): AssessedFile {
  if (!file || !reading) throw missing()
  if ('problems' in reading) throw unreadable(name, reading.problems)
  const [first, ...more] = reading.dateProblems
  const readOnly = messages.notWhole(reading)
  return {
    ...NOTHING,
    ...(first && { told: [messages.unreadableDates(name, first, more.length > 0)] }),
    ...(readOnly !== undefined && { readOnly, problems: reading.doubled }),
    graph: reading.graph,
    file,
    snapshot: file
  }
}

function unreadable(name: string, problems: readonly Problem[]): StoreError {
  const { length } = problems
  const summary = length === 1 ? (problems[0]?.message ?? '') : `${length} things in it are wrong.`
  return new StoreError(`“${name}” cannot be opened. ${summary} Nothing was changed.`, { problems })
}

interface Evidence {
  readonly place: Place
  readonly file: GraphContent | undefined
  readonly reading: Reading | undefined
  readonly journal: JournalContent
  readonly bytes: Buffer
  readonly control: TaskControl
}

async function withJournal(evidence: Evidence): Promise<AssessedFile> {
  const { place, file, reading, journal } = evidence
  const { name } = place
  const held = file && snapshotsOf(journal).find(({ hash }) => hash === file.hash)
  if (held && reading && 'graph' in reading) {
    const carried = journal.entries.slice(held.changes)
    return { ...fileOnly(place, file, reading), graph: replay(reading.graph, carried), carried, recovered: carried }
  }
  const kept = await keptCopy(place, journal, evidence.control)
  if (file && reading && 'graph' in reading) return changedOutside(evidence, file, reading, kept)
  // A deleted file is restored only where changes would be lost with it, or where we may have moved it ourselves.
  const wasClosed = journal.entries.length === 0 && journal.compactions.length === 0
  if (!kept || (!file && wasClosed)) return fileOnly(place, file, reading)
  if (!file || !reading)
    return { ...NOTHING, ...kept, recovered: kept.carried, file, told: [messages.goneRestored(name)] }
  const problems = 'problems' in reading ? reading.problems : []
  return { ...NOTHING, ...kept, file, readOnly: messages.spoilt(problems), problems }
}

/** The file hashes that the journal knows, and how many of its changes each file holds; the latest first. */
const snapshotsOf = ({ header, compactions }: JournalContent) => [
  ...compactions.map(({ compacting, changes }) => ({ hash: compacting, changes })).reverse(),
  ...(header ? [{ hash: header.snapshot, changes: 0 }] : [])
]

interface KeptCopy {
  readonly snapshot: Snapshot
  readonly graph: Graph
  readonly before: Graph
  readonly carried: readonly Entry[]
}

/** The graph from our own copy of the snapshot. */
async function keptCopy(
  { fs, sidecar }: Place,
  journal: JournalContent,
  control: TaskControl
): Promise<KeptCopy | undefined> {
  for (const { hash, changes } of snapshotsOf(journal)) {
    const copy = await ifThere(readGraph(fs, sidecar.base(hash), control))
    if (copy?.hash !== hash || 'problems' in copy.reading) continue
    const before = copy.reading.graph
    const carried = journal.entries.slice(changes)
    return { snapshot: copy, before, graph: replay(before, carried), carried }
  }
  return undefined
}

function changedOutside(
  { place, journal, bytes }: Evidence,
  file: GraphContent,
  reading: Extract<Reading, { graph: Graph }>,
  kept: KeptCopy | undefined
): AssessedFile {
  const { name, now } = place
  const found = fileOnly(place, file, reading)
  const recoverableVersions = kept ? [{ what: `“${name}” as Entente last kept it`, graph: kept.graph }] : []
  if (found.readOnly !== undefined) return { ...found, recoverableVersions }
  if (journal.entries.length === 0) {
    if (kept && isSameGraph(kept.graph, reading.graph)) return found
    const records = kept && diff(kept.graph, reading.graph).edits.length
    return { ...found, recoverableVersions, told: [...found.told, messages.changedOutside(name, records)] }
  }
  // Without our copy the journal still says what each record was before our changes.
  const all = inOne(journal.entries)
  const before = kept?.before ?? reading.graph.with(invert(all).edits)
  const ours = kept?.graph ?? reading.graph.with(all.edits)
  const { graph, change, conflicts } = mergeThree(before, ours, reading.graph)
  const told = [...found.told, messages.merged(name, diff(before, reading.graph).edits.length, conflicts.length)]
  return {
    ...found,
    graph,
    carried: change.edits.length > 0 ? [{ at: now().toISOString(), change }] : [],
    recovered: journal.entries,
    conflicts,
    told,
    recoverableVersions,
    aside: [{ what: 'journal', bytes }]
  }
}

/** Whether two graphs have the same title and unknown fields. */
export const isSameHead = (a: Graph, b: Graph): boolean =>
  a.title === b.title && same(Object.fromEntries(a.extra), Object.fromEntries(b.extra))

const isSameGraph = (a: Graph, b: Graph) => isSameHead(a, b) && diff(a, b).edits.length === 0

function withFault({ name }: Place, found: AssessedFile, journal: JournalContent, bytes: Buffer): AssessedFile {
  switch (journal.fault) {
    case 'none':
      return found
    case 'torn': {
      const end = Buffer.from(bytes.subarray(journal.sound))
      return {
        ...found,
        aside: [...found.aside, { what: 'end-of-journal', bytes: end }],
        told: [...found.told, messages.torn(name, end.length)]
      }
    }
    case 'damaged': {
      const { graph } = found
      // Changes that depend on the damaged one are left out.
      const whole = mergeThree(graph, replay(graph, journal.later), graph).graph
      return {
        ...found,
        readOnly: messages.damaged(journal.entries.length, journal.later.length),
        recoverableVersions: [
          { what: `“${name}” up to the damage`, graph },
          { what: `“${name}” with the changes behind the damage`, graph: whole },
          ...found.recoverableVersions
        ]
      }
    }
  }
}
