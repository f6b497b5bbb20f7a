import { isRefusal } from '@core/change/refusal'
import { encryptedInstead, readAddress, unencryptedMessage } from '@core/external/address'
import { plain } from '@core/text/quote'
import { shownPath } from '@core/text/shown-path'
import { codeOf, whyNot } from '../stores/error-messages'
import { disk } from '../stores/file-system'
import { saveCopy } from '../stores/json/save-copy'
import { processes } from '../stores/lock/holder'
import type { DatabaseConnection, Target } from '../stores/neo4j/hosted/database-connection'
import { StoreError } from '../stores/store'
import { askPassword } from './ask-password'
import { type Args, type Command, CommandError, type Io, textOf, UsageError } from './command'
import { openGraph } from './graph-file'

/** The variable in which a script leaves the password; typed on the command line everybody on the machine could read it. */
const PASSWORD = 'ENTENTE_NEO4J_PASSWORD'
const DATABASE_URI = /^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\//i

/** `entente copy FILE neo4j://…` and back: a whole graph into a Neo4j database or out of one, with nothing lost. */
export const copyCommand: Command = {
  name: 'copy',
  usage: 'copy FILE neo4j://HOST | neo4j://HOST FILE [--user NAME] [--database NAME] [--replace] [--beside] [--schema]',
  summary: `Copy a graph into a Neo4j database, or out of one; the password is asked for, or taken from ${PASSWORD}`,
  options: {
    user: { type: 'string', value: 'NAME', help: 'who you are to the server (neo4j)' },
    database: { type: 'string', value: 'NAME', help: 'which of the server’s databases (the user’s own)' },
    replace: { type: 'boolean', help: 'replace the graph or file that is there' },
    beside: { type: 'boolean', help: 'put the graph beside other data, which are left alone' },
    schema: { type: 'boolean', help: 'only list the constraints and indexes that a graph makes' }
  },
  async run(args, io) {
    // The driver is large: only this command loads it.
    const { SCHEMA } = await import('../stores/neo4j/hosted/schema')
    if (args.values.schema) {
      for (const { cypher } of SCHEMA) io.write(`${cypher};`)
      return 0
    }
    const [from, to, ...more] = args.positionals
    if (from === undefined || to === undefined || more.length > 0) throw new UsageError('Name a file and a database.')
    const [isOut, isIn] = [DATABASE_URI.test(from), DATABASE_URI.test(to)]
    if (isOut === isIn)
      throw new UsageError('One of the two must be a file, the other a database such as neo4j://localhost.')
    await (isIn ? copyIn(from, to, args, io) : copyOut(from, to, args, io))
    return 0
  }
}

async function copyIn(path: string, uri: string, args: Args, io: Io) {
  const graph = await openGraph(path, io, { exactly: true })
  const { fill } = await import('../stores/neo4j/hosted/fill')
  await connected(uri, args, io, async (connection, name) => {
    const tell = progress(io, 'copied')
    const result = await fill(connection, graph, {
      replace: args.values.replace === true,
      beside: args.values.beside === true,
      onSchema(statements) {
        io.warn(`Making ${statements.length} constraints and indexes, all on labels of Entente’s own:`)
        for (const { cypher } of statements) io.warn(`  ${cypher}`)
      },
      onProgress: tell
    })
    switch (result.kind) {
      case 'copied':
        if (result.resumed > 0) io.warn(`The first ${count(result.resumed)} records had been copied before.`)
        return io.warn(`“${name}” holds the graph.`)
      case 'external':
        throw new CommandError(
          `“${name}” holds other data. Choose an empty database, or say --beside to put the graph beside them; they are left alone.`
        )
      case 'other-graph':
        throw new CommandError(
          `“${name}” holds ${result.title === '' ? 'a graph' : `the graph “${plain(result.title)}”`} already. Choose another database, or say --replace to replace it.`
        )
    }
  })
}

async function copyOut(uri: string, path: string, args: Args, io: Io) {
  if (args.values.replace !== true && (await isThere(path)))
    throw new CommandError(`${shownPath(path)}: is there already. Choose another name, or say --replace to replace it.`)
  const { load } = await import('../stores/neo4j/hosted/load')
  const { notLoaded } = await import('../stores/neo4j/hosted/not-loaded')
  await connected(uri, args, io, async (connection, name) => {
    const loaded = await load(connection, progress(io, 'read'))
    if ('kind' in loaded) {
      const { message, problems } = notLoaded(name, loaded)
      throw new CommandError([message, ...problems.map((problem) => plain(problem.message, 300))].join('\n'))
    }
    await saveCopy({ fs: disk, processes, now: () => new Date() }, path, loaded.graph).catch((error) => {
      if (error instanceof StoreError) throw new CommandError(error.message)
      const { why, todo } = whyNot(error)
      throw new CommandError(`${shownPath(path)}: could not be written: ${why}. ${todo}`)
    })
    io.warn(`${shownPath(path)}: holds the graph of “${name}”.`)
  })
}

async function isThere(path: string): Promise<boolean> {
  return disk.facts(path).then(
    () => true,
    (error) => {
      if (codeOf(error) === 'ENOENT') return false
      throw new CommandError(`${shownPath(path)}: cannot be written: ${whyNot(error).why}.`)
    }
  )
}

/** Does something with a database after a test of the connection; throws CommandError with what is wrong. */
async function connected(
  uri: string,
  args: Args,
  io: Io,
  work: (connection: DatabaseConnection, name: string) => Promise<void>
) {
  const target = await targetOf(uri, args, io)
  const { tryConnection } = await import('../stores/neo4j/connect/try-connection')
  const { database, ...rest } = target
  const verdict = await tryConnection({ ...rest, ...(database !== undefined && { database }) })
  if (verdict.outcome === 'failed') throw new CommandError(verdict.message)
  const { DatabaseConnection, ConnectionLost, ConnectionRefused, nameOf } = await import(
    '../stores/neo4j/hosted/database-connection'
  )
  const words = await import('../stores/neo4j/hosted/messages')
  const connection = new DatabaseConnection(target)
  try {
    await work(connection, nameOf(target))
  } catch (error) {
    if (error instanceof ConnectionLost || error instanceof ConnectionRefused)
      throw new CommandError(words.interrupted(nameOf(target), await words.whyNotNow(error, connection)))
    if (error instanceof StoreError) throw new CommandError(error.message)
    throw error
  } finally {
    await connection.close().catch(() => {})
  }
}

async function targetOf(uri: string, args: Args, io: Io): Promise<Target> {
  // A password in the address can be seen in the list of processes: it is refused, and not repeated.
  if (uri.includes('@'))
    throw new UsageError('Leave user and password out of the address: there is --user, and the password is asked for.')
  const address = readAddress(uri)
  if (isRefusal(address)) throw new UsageError(address.refused)
  const instead = encryptedInstead(address)
  if (instead) io.warn(`${unencryptedMessage(plain(address.host))} ${instead}:// encrypts it, where the server can.`)
  const user = textOf(args, 'user') ?? 'neo4j'
  const password = process.env[PASSWORD] ?? (await askPassword(`Password of ${plain(user)}: `))
  if (password === undefined)
    throw new UsageError(`No password was given. Type it in a terminal, or put it into ${PASSWORD}.`)
  const database = textOf(args, 'database')
  return { uri: address.uri, user, password, database }
}

/** Reports each tenth that is done, where it takes long. */
function progress(io: Io, done: string) {
  const began = Date.now()
  let told = 0
  return (records: number, all: number) => {
    const tenth = Math.floor((10 * records) / Math.max(all, 1))
    if (tenth <= told || tenth >= 10 || Date.now() - began < SOON) return
    told = tenth
    io.warn(`${count(records)} of ${count(all)} records ${done}`)
  }
}

const SOON = 400

const count = (number: number) => number.toLocaleString('en-GB').replaceAll(',', '\u202f')
