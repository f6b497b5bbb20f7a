import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import neo4j from 'neo4j-driver'
import { libraries } from './libraries'

/** Where a server listens and how to get in. */
export interface Access {
  readonly uri: string
  readonly user: string
  readonly password: string
}

/** A server of our own, in a folder of its own. */
export interface Server extends Access {
  readonly port: number
  /** Its data, its logs; a setting may name a file in it. */
  readonly home: string
  /** Ends the process at once, as a power cut would; what it holds stays. */
  kill(): Promise<void>
  /** Starts it again on the same port, with what it held. */
  start(): Promise<void>
  /** Ends it and takes its folder away. */
  stop(): Promise<void>
}

/** What a server may be given. */
export interface ServerOptions {
  /** Lines for neo4j.conf, which win over ours. */
  readonly settings?: Readonly<Record<string, string>>
  /** Puts files into its folder before it starts: certificates. */
  readonly prepare?: (home: string) => Promise<void>
  /** How it is to be spoken to once it is set to want encryption. */
  readonly scheme?: 'bolt' | 'bolt+ssc'
  /** Leaves the first password, which must be changed before anything else can be done. */
  readonly keepFirstPassword?: boolean
}

const USER = 'neo4j'
const FIRST_PASSWORD = 'neo4j'
const PASSWORD = 'entente-test-7421'
const SLOWEST_START = 120_000

/** Starts a server of ours on a free loopback port; rejects where Java or Maven is missing. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const found = await libraries()
  if ('missing' in found) throw new Error(found.missing)
  const home = await mkdtemp(join(tmpdir(), 'entente-neo4j-'))
  const port = await freePort()
  const uri = `${options.scheme ?? 'bolt'}://127.0.0.1:${port}`
  await mkdir(join(home, 'conf'))
  await options.prepare?.(home)
  await writeFile(join(home, 'conf', 'neo4j.conf'), settingsText(port, options.settings))
  let process = await launch(found.folder, home, uri)
  const kill = () => end(process)
  try {
    if (!options.keepFirstPassword) await setPassword(uri)
  } catch (error) {
    await kill()
    throw error
  }
  return {
    uri,
    user: USER,
    password: options.keepFirstPassword ? FIRST_PASSWORD : PASSWORD,
    port,
    home,
    kill,
    async start() {
      process = await launch(found.folder, home, uri)
    },
    async stop() {
      await kill()
      await rm(home, { recursive: true, force: true })
    }
  }
}

const settingsText = (port: number, more: Readonly<Record<string, string>> = {}) =>
  Object.entries({
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'server.memory.pagecache.size': '64m',
    'db.tx_log.preallocate': 'false',
    'dbms.usage_report.enabled': 'false',
    ...more
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')

// The shell ends the server when its own input ends: so none outlives the tests, however these end. Who ends it in good
// order says so first; where nobody does, its folder goes as well.
const GUARD = 'home=$1; shift; "$@" & echo $!; read -r keep; kill -9 $!; wait; [ -n "$keep" ] || rm -rf "$home"'

/** Starts a program that works in a folder; answers its guard and its process. Both program and folder go when we do. */
export async function guarded(home: string, command: readonly string[]) {
  const guard = spawn('sh', ['-c', GUARD, 'sh', home, ...command], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true
  })
  const [pid] = await once(createInterface(guard.stdout), 'line')
  return { guard, pid: Number(pid) }
}

/** So little that two servers and the tests have room in 4 GiB. */
const MEMORY = ['-Xms128m', '-Xmx768m', '-XX:+UseSerialGC']

async function launch(libraries: string, home: string, uri: string): Promise<ChildProcess> {
  const java = [
    ...[...MEMORY, '-XX:TieredStopAtLevel=1'],
    ...['java.nio', 'java.io', 'sun.nio.ch'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    ...['-cp', `${libraries}/lib/*`, 'org.neo4j.server.CommunityEntryPoint'],
    ...[`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`]
  ]
  const { guard, pid } = await guarded(home, ['java', ...java])
  const deadline = Date.now() + SLOWEST_START
  while (!(await isListening(uri))) {
    if (isRunning(pid) && Date.now() < deadline) {
      await pause(100)
      continue
    }
    await end(guard)
    const log = await readFile(join(home, 'logs', 'neo4j.log'), 'utf8').catch(() => '')
    throw new Error(`Neo4j did not start. ${log.slice(-2000)}`)
  }
  return guard
}

async function end(guard: ChildProcess) {
  if (guard.exitCode !== null || guard.signalCode !== null) return
  const gone = once(guard, 'exit')
  guard.stdin?.end('keep\n')
  await gone
}

export function isRunning(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Whether it speaks Bolt, which it does a little after it has opened the port. */
async function isListening(uri: string): Promise<boolean> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(USER, 'x'), { connectionTimeout: 2_000 })
  try {
    await driver.getServerInfo()
    return true
  } catch (error) {
    return error instanceof neo4j.Neo4jError && error.code.startsWith('Neo.ClientError.Security.')
  } finally {
    await driver.close()
  }
}

async function setPassword(uri: string) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(USER, FIRST_PASSWORD))
  try {
    const query = 'ALTER CURRENT USER SET PASSWORD FROM $first TO $password'
    await driver.executeQuery(query, { first: FIRST_PASSWORD, password: PASSWORD }, { database: 'system' })
  } finally {
    await driver.close()
  }
}

/** A port of the loopback that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
