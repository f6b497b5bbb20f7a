import { ReferenceCheck } from '@core/formats/entente/reference-check'
import { circlesIn } from '@core/graph/circles'
import { Graph, type GraphBuilder } from '@core/graph/graph'
import { referenceProblems, type Sections } from '@core/graph/references'
import { type AnyRecord, KINDS, type Kind, notSameId } from '@core/records/records'
import { cypherName } from '@core/text/cypher-names'
import { isObject, jsonOrNothing } from '@core/text/json'
import { changesSince } from './changes'
import type { Ask, DatabaseConnection } from './database-connection'
import { type GraphNode, LAYOUT, readGraphNode } from './graph-node'
import { columnsOf, decode, LABELS, NOT_SAME, type NodeKind, type Row } from './layout'
import { TypeNames } from './type-names'

/** A loaded graph, and its state in the database. */
export interface Loaded {
  readonly node: GraphNode
  readonly graph: Graph
  readonly names: TypeNames
}

/** Why there is nothing to load. */
export type NotLoaded =
  | { readonly kind: 'none' }
  | { readonly kind: 'not-whole' }
  | { readonly kind: 'newer'; readonly layout: number }
  | { readonly kind: 'unreadable'; readonly problems: readonly string[] }

/** Called after each page: records read, of how many. */
export type Progress = (done: number, all: number) => void

/** Records of one page. */
const PAGE = 10_000
const PAGE_LIMIT = 60_000

/** Loads the graph page by page. Changes that others make meanwhile are applied on top. Rejects with ConnectionLost and ConnectionRefused. */
export async function load(
  connection: Pick<DatabaseConnection, 'transaction'>,
  onProgress: Progress = () => {}
): Promise<Loaded | NotLoaded> {
  const page: Page = (work) => connection.transaction(work, { limit: PAGE_LIMIT, reads: true })
  // One node is quickly read: a server that falls silent right away is not waited for as long as for a page.
  const node = await connection.transaction(readGraphNode, { reads: true })
  if (node === undefined) return { kind: 'none' }
  if (node === 'unreadable') return { kind: 'unreadable', problems: ['The node of the graph itself cannot be read.'] }
  if (node.layout > LAYOUT) return { kind: 'newer', layout: node.layout }
  if (node.copying !== null) return { kind: 'not-whole' }
  const all = await page(countAll)
  const names = TypeNames.read(await page(typeRows))
  if (!names) return { kind: 'unreadable', problems: ['The names of the types have been changed.'] }
  return new Loading(page, { node, names, all }, onProgress).run()
}

type Page = <T>(work: (ask: Ask) => Promise<T>) => Promise<T>

class Loading {
  readonly #page: Page
  readonly #node: GraphNode
  readonly #onProgress: Progress
  readonly #building: GraphBuilder
  readonly #problems: string[] = []
  readonly #all: number
  #names: TypeNames
  #done = 0

  constructor(
    page: Page,
    { node, names, all }: { readonly node: GraphNode; readonly names: TypeNames; readonly all: number },
    onProgress: Progress
  ) {
    this.#page = page
    this.#node = node
    this.#names = names
    this.#all = all
    this.#onProgress = onProgress
    const extra = jsonOrNothing(node.extra)
    if (!isObject(extra)) this.#problems.push('What stands at the top of the file is no JSON.')
    this.#building = Graph.building(node.title, new Map(isObject(extra) ? Object.entries(extra) : []), all)
  }

  async run(): Promise<Loaded | NotLoaded> {
    // Two at a time: the server answers one while we read the rows of the other.
    await Promise.all([
      this.#nodes('entity').then((ends) => this.#relationships(ends)),
      (async () => {
        for (const kind of ['entityType', 'relationType', 'source', 'claim', 'view', 'conflict'] as const)
          await this.#nodes(kind)
      })()
    ])
    const later = await this.#page((ask) => changesSince(ask, this.#node))
    if (!later) this.#problems.push('A change that somebody else made cannot be read.')
    if (this.#problems.length > 0) return { kind: 'unreadable', problems: this.#problems }
    let graph = this.#building.finish()
    for (const { change } of later ?? []) {
      // Pages that were read after a change hold it already; applying it again makes no difference.
      graph = graph.with(change.edits)
      this.#names = this.#names.after(change)
    }
    const problems = misfits(graph)
    if (problems.length > 0) return { kind: 'unreadable', problems }
    const revision = this.#node.revision + (later?.length ?? 0)
    return { node: { ...this.#node, revision }, graph, names: this.#names }
  }

  /** All nodes of a kind, in the database's order of ids; answers the last id of each page. */
  async #nodes(kind: NodeKind): Promise<readonly string[]> {
    const columns = columnsOf(kind)
    const returned = columns.map((column) => `n.${cypherName(column)} AS ${cypherName(column)}`).join(', ')
    const cypher = `MATCH (n:${cypherName(LABELS[kind])}) WHERE n.id > $after RETURN ${returned} ORDER BY n.id LIMIT $page`
    const ends: string[] = []
    for (let after = ''; ; ) {
      let count = 0
      let last: unknown
      const take = (found: Fields) => {
        const row = rowOf(columns, found)
        this.#take(kind, row)
        last = row.id
        count++
      }
      await this.#page((ask) => ask(cypher, { after, page: BigInt(PAGE) }, take))
      if (typeof last !== 'string') return ends
      after = last
      ends.push(last)
      this.#tell(count)
      if (count < PAGE) return ends
    }
  }

  /** The relationships that begin at the entities of each page. */
  async #relationships(ends: readonly string[]) {
    const entity = cypherName(LABELS.entity)
    const types = [...this.#names.relationshipTypes, NOT_SAME].map(cypherName).join('|')
    const cypher = `MATCH (a:${entity}) WHERE a.id > $after AND a.id <= $last
      MATCH (a)-[r:${types}]->(b:${entity}) WHERE r.id IS NOT NULL
      RETURN r.id AS id, type(r) AS type, a.id AS from, b.id AS to, r.more AS more`
    let after = ''
    for (const last of ends) {
      let count = 0
      const take = (found: Fields) => {
        this.#takeRelationship(rowOf(RELATIONSHIP, found))
        count++
      }
      await this.#page((ask) => ask(cypher, { after, last }, take))
      after = last
      this.#tell(count)
    }
  }

  #takeRelationship(row: Row) {
    const { id, from, to } = row
    const isText = typeof from === 'string' && typeof to === 'string'
    if (row.type !== NOT_SAME) this.#take('relation', { ...row, type: this.#names.relationTypeOf(String(row.type)) })
    // A pair is its own id, so one that another tool has added is the same.
    else if (isText && id === notSameId(from, to)) this.#take('notSame', { id, pair: [from, to] })
  }

  #take(kind: Kind, row: Row) {
    const decoded = decode(kind, row)
    if ('record' in decoded) this.#building.add([decoded.record])
    else this.#problems.push(decoded.problem)
  }

  #tell(count: number) {
    this.#done += count
    this.#onProgress(this.#done, Math.max(this.#all, this.#done))
  }
}

/** Broken references: another tool may have removed a record that others name. */
function misfits(graph: Graph): readonly string[] {
  if (isSound(graph)) return []
  const sections = new Map<Kind, readonly AnyRecord[]>(KINDS.map((kind) => [kind, [...graph.all(kind).values()]]))
  return referenceProblems(Object.fromEntries(sections) as unknown as Sections, new Map()).map(({ message }) => message)
}

function isSound(graph: Graph): boolean {
  const references = new ReferenceCheck(graph)
  for (const kind of KINDS)
    for (const record of graph.all(kind).values()) if (!references.areSound(record)) return false
  const lists = { source: graph.all('source').values(), entityType: graph.all('entityType').values() }
  return circlesIn(lists).next().done === true
}

/** A row as the driver gives it. */
interface Fields {
  get(at: number): unknown
}

const RELATIONSHIP = ['id', 'type', 'from', 'to', 'more']

/** Columns are read by this order: looking each up by name takes longer than reading it. */
function rowOf(columns: readonly string[], found: Fields): Row {
  const row: Record<string, unknown> = {}
  for (let at = 0; at < columns.length; at++) {
    const value = found.get(at)
    if (value !== null) row[columns[at] ?? ''] = value
  }
  return row
}

/** The names of the types as the database holds them. */
export async function typeRows(ask: Ask) {
  const all: { kind: 'entityType' | 'relationType'; id: string; name: unknown }[] = []
  for (const kind of ['entityType', 'relationType'] as const)
    for (const row of await ask(`MATCH (n:${cypherName(LABELS[kind])}) RETURN n.id AS id, n.writtenAs AS name`))
      all.push({ kind, id: String(row.get('id')), name: row.get('name') })
  return all
}

/** Roughly how many nodes and relationships there are: the database keeps these counts. */
async function countAll(ask: Ask): Promise<number> {
  let all = 0
  for (const label of Object.values(LABELS)) {
    const [row] = await ask(`MATCH (n:${cypherName(label)}) RETURN count(n) AS count`)
    all += Number(row?.get('count') ?? 0)
  }
  const [row] = await ask(`MATCH (:${cypherName(LABELS.entity)})-[r]->() RETURN count(r) AS count`)
  return all + Number(row?.get('count') ?? 0)
}
