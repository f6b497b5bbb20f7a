import { isRefusal } from '@core/change/refusal'
import { readAddress, type ServerAddress } from '@core/external/address'
import type { DatabaseInfo, ServerInfo, Verdict } from '@core/external/connection'
import type { Driver } from 'neo4j-driver'
import { knock } from './knock'
import { type Credentials, closeDriver, openDriver } from './open-driver'
import { unlessAborted } from './unless-aborted'
import { codeOf, failure, offline, silent, tooOld, verdictOfError, verdictOfKnock } from './verdict'

/** The login that the user typed; without a database, the user's home database. */
export interface ConnectionRequest extends Credentials {
  readonly uri: string
  readonly database?: string
}

/** How long an attempt may take in all, in milliseconds, and how much of it the probe of the port may take. */
const LIMITS = { whole: 4_800, knock: 3_000 }

/** Tries to connect and says the result in words; answers within 5 s, whatever the server does. Rejects only when `signal` is aborted. */
export function tryConnection(request: ConnectionRequest, signal?: AbortSignal): Promise<Verdict> {
  return unlessAborted(attempt(request), signal)
}

async function attempt(request: ConnectionRequest): Promise<Verdict> {
  const address = readAddress(request.uri)
  if (isRefusal(address)) return failure('address', address.refused)
  const began = Date.now()
  const broken = verdictOfKnock(await knock(address, LIMITS.knock), address)
  if (broken) return broken
  // Of a silent server the driver knows nothing to say: our word comes first.
  const driver = openDriver(address, request, LIMITS.whole * 2)
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<Verdict>((resolve) => {
    timer = setTimeout(() => resolve(silent(address)), LIMITS.whole - (Date.now() - began))
  })
  try {
    return await Promise.race([getIn(driver, address, request.database), tooLate])
  } finally {
    clearTimeout(timer)
    // Not awaited: a silent server would take longer than the 5 s.
    void closeDriver(driver)
  }
}

async function getIn(driver: Driver, address: ServerAddress, wanted: string | undefined): Promise<Verdict> {
  let database = wanted
  try {
    const server = await ask(driver)
    if (Number.parseInt(server.version, 10) < 5) return tooOld(`Version ${server.version}`)
    database = wanted ?? server.databases.find(({ isHome }) => isHome)?.name
    const known = server.databases.find(({ name }) => name === database)
    if (known && !known.isOnline) return offline(known.name)
    await rows(driver, 'RETURN 1', database)
    return { outcome: 'connected', server, database: database ?? '' }
  } catch (error) {
    return verdictOfError(error, address, database)
  }
}

/** What the server says about itself, as far as this user may ask. */
async function ask(driver: Driver): Promise<ServerInfo> {
  const { agent = '' } = await driver.getServerInfo({ database: 'system' })
  const [databases, [component]] = await Promise.all([
    rows(driver, 'SHOW DATABASES', 'system').catch(orNothing),
    rows(driver, 'CALL dbms.components() YIELD edition', 'system').catch(orNothing)
  ])
  return {
    version: agent.replace(/^Neo4j\//, ''),
    ...(component && { edition: String(component.edition) }),
    databases: listed(databases)
  }
}

/** Ignores missing rights of this user; any other error counts. */
function orNothing(error: unknown): readonly Row[] {
  if (codeOf(error) === 'Neo.ClientError.Security.Forbidden') return []
  throw error
}

type Row = Readonly<Record<string, unknown>>

async function rows(driver: Driver, query: string, database: string | undefined): Promise<readonly Row[]> {
  const session = driver.session({ database, defaultAccessMode: 'READ' })
  try {
    const { records } = await session.run(query, {}, { timeout: LIMITS.whole })
    return records.map((record) => record.toObject())
  } finally {
    await session.close()
  }
}

/** One row a database and member of the cluster: a database is online where any of its members is. */
function listed(found: readonly Row[]): readonly DatabaseInfo[] {
  const databases = new Map<string, DatabaseInfo>()
  for (const { name, currentStatus, home } of found) {
    const text = String(name)
    if (text === 'system') continue
    const isOnline = currentStatus === 'online' || databases.get(text)?.isOnline === true
    databases.set(text, { name: text, isOnline, isHome: home === true })
  }
  return [...databases.values()]
}
