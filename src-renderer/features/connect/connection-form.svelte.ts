import type { Connection, Login } from '@core/contract/neo4j'
import { BOLT_PORT, type Scheme } from '@core/external/address'
import type { ConnectionFailure, DatabaseInfo, FailureKind } from '@core/external/connection'
import { type ExploredPlace, isSameDatabase } from '@core/external/explored-place'
import type { Client } from '../../client'

/** The part of the form that a failure is about. */
export type Part = 'scheme' | 'host' | 'port' | 'login' | 'database'

/** Result of the last attempt. */
export type Verdict =
  | { readonly outcome: 'connected'; readonly server: string; readonly databases: readonly DatabaseInfo[] }
  | ConnectionFailure

/** What a form may be in the middle of. */
export type Doing = 'testing' | 'looking' | 'exploring' | 'keeping'

/** The form of a connection. The password lives in here and goes with the dialog. */
export class ConnectionForm {
  connections = $state.raw<readonly Connection[]>([])
  cannotStore = $state<string>()
  /** Id of the connection that the form was filled from; its kept password serves while none is typed. */
  chosen = $state('')
  scheme = $state<Scheme>('neo4j')
  host = $state('localhost')
  port = $state(String(BOLT_PORT))
  user = $state('neo4j')
  password = $state('')
  keep = $state(false)
  database = $state('')
  /** What is under way, by the name under which it can be stopped. */
  doing = $state.raw<{ readonly what: Doing; readonly task: string }>()
  /** Result of the last attempt, for the form as it was then. */
  #last = $state.raw<{ readonly typed: string; readonly verdict: Verdict }>()
  readonly #client: Client

  readonly kept = $derived(this.connections.find(({ id }) => id === this.chosen))
  /** Whether main has the password for what the form says: the address and user are still those that it was kept for. */
  readonly hasKept = $derived(this.kept?.hasPassword === true && this.#isAt(this.kept))
  readonly place = $derived(`${this.host.trim()}:${this.port.trim()}`)
  readonly missing = $derived.by(() => {
    if (this.host.trim() === '') return 'Type the name or address of the server.'
    if (/[\s/@?#]/.test(this.host.trim())) return 'The host is a name or an address alone, such as db.example.org.'
    const port = Number(this.port)
    if (!/^\d+$/.test(this.port.trim()) || port < 1 || port > 65_535) return 'The port is a number from 1 to 65535.'
    return undefined
  })
  /** What is under way, in words. */
  readonly words = $derived.by(() => {
    switch (this.doing?.what) {
      case 'testing':
        return `Knocking at ${this.place}`
      case 'exploring':
        return 'Looking at what the database holds'
      default:
        return 'Looking what is kept there'
    }
  })
  readonly verdict = $derived(this.#last?.typed === this.typed() ? this.#last.verdict : undefined)
  readonly failure = $derived(this.verdict?.outcome === 'failed' ? this.verdict : undefined)
  readonly databases = $derived(this.verdict?.outcome === 'connected' ? this.verdict.databases : [])

  constructor(client: Client) {
    this.#client = client
  }

  /** Fills the form with the connection used last, or with the place that the open graph came from. */
  async load(own?: ExploredPlace): Promise<void> {
    this.#list(await this.#client.request('neo4j:connections', {}))
    const known = own
      ? this.connections.find((one) => one.user === own.user && isSameDatabase(own, { ...one, database: own.database }))
      : this.connections[0]
    if (known) this.fill(known.id)
    if (!own) return
    this.host = own.host
    this.port = String(own.port)
    this.user = own.user
    this.database = own.database
    if (!known) this.scheme = own.scheme
  }

  /** Fills the form with a connection used before, or empties it. */
  fill(id: string): void {
    const { scheme, host, port, user, database, hasPassword } = this.connections.find((one) => one.id === id) ?? {}
    this.chosen = id
    this.scheme = scheme ?? 'neo4j'
    this.host = host ?? 'localhost'
    this.port = String(port ?? BOLT_PORT)
    this.user = user ?? 'neo4j'
    this.database = database ?? ''
    this.password = ''
    this.keep = hasPassword ?? false
  }

  async forget(): Promise<void> {
    this.#list(await this.#client.request('neo4j:forget', { id: this.chosen }))
    this.fill('')
  }

  /** Tries to get in; the verdict stands until something in the form is changed. */
  async test(): Promise<void> {
    const answer = await this.during('testing', (task) =>
      this.#client.request('neo4j:test', { task, login: this.login(), ...this.#wanted() })
    )
    if (answer.outcome === 'stopped') return
    if (answer.outcome === 'failed') return this.judge(answer)
    const { version, edition, databases } = answer.server
    if (this.database === '') this.database = answer.database
    const server = `Neo4j ${version}${edition ? ` ${edition}` : ''}`
    this.judge({ outcome: 'connected', server, databases })
  }

  /** Begins to explore; undefined when it came to nothing, which the verdict then says, or was stopped. */
  async explore(into: string | undefined) {
    const answer = await this.during('exploring', (task) =>
      this.#client.request('neo4j:explore', {
        task,
        login: this.login(),
        keep: this.keep,
        ...this.#wanted(),
        ...(into && { into })
      })
    )
    if (answer.outcome === 'exploring') return answer
    if (answer.outcome === 'failed') this.judge(answer)
    return undefined
  }

  stop(): void {
    if (this.doing) void this.#client.request('neo4j:stop', { task: this.doing.task })
  }

  login(): Login {
    return {
      scheme: this.scheme,
      host: this.host.trim(),
      port: Number(this.port),
      user: this.user,
      ...(this.password === '' && this.hasKept ? { connection: this.chosen } : { password: this.password })
    }
  }

  judge(verdict: Verdict): void {
    this.#last = { typed: this.typed(), verdict }
  }

  /** Asks main something that can be stopped; what went wrong is an answer too. */
  async during<Answer>(what: Doing, ask: (task: string) => Promise<Answer>): Promise<Answer | ConnectionFailure> {
    const task = crypto.randomUUID()
    this.doing = { what, task }
    try {
      return await ask(task)
    } catch (error) {
      return { outcome: 'failed', kind: 'other', message: error instanceof Error ? error.message : String(error) }
    } finally {
      this.doing = undefined
    }
  }

  #list({ connections, cannotStore }: { connections: readonly Connection[]; cannotStore?: string | undefined }) {
    this.connections = connections
    this.cannotStore = cannotStore
  }

  #wanted() {
    return this.database === '' ? {} : { database: this.database }
  }

  #isAt({ scheme, host, port, user }: Connection): boolean {
    return (
      scheme === this.scheme && host === this.host.trim() && String(port) === this.port.trim() && user === this.user
    )
  }

  /** Everything that a verdict depends on. The database is not part of it: one chooses it after the test. */
  typed(): string {
    return JSON.stringify([this.scheme, this.host, this.port, this.user, this.password])
  }
}

/** The part of the form that a failure is about; undefined where it is about none. */
export function partOf(kind: FailureKind): Part | undefined {
  switch (kind) {
    case 'address':
    case 'unknown-host':
    case 'unreachable':
      return 'host'
    case 'nothing-there':
    case 'http':
    case 'not-neo4j':
      return 'port'
    case 'tls-needed':
    case 'tls-absent':
    case 'certificate':
    case 'routing':
      return 'scheme'
    case 'password':
    case 'password-expired':
    case 'too-many-attempts':
      return 'login'
    case 'not-allowed':
    case 'database-missing':
    case 'database-offline':
      return 'database'
    case 'silent':
    case 'too-old':
    case 'lost':
    case 'other':
      return undefined
  }
}
