import { randomUUID } from 'node:crypto'
import { Address, type Connection, type Login } from '@core/contract/neo4j'
import { z } from 'zod'
import { JsonFile } from '../app/json-file'
import type { FileSystem } from '../stores/file-system'

const MOST = 20

/** Keeps secrets for this user of this computer only. Each answer may come from another thread. */
export type Vault = {
  /** Why no secret can be kept here, in a sentence for the user; undefined when one can. */
  refusal(): Promise<string | undefined>
  seal(secret: string): Promise<string>
  /** Undefined where it was sealed for somebody else or elsewhere. */
  unseal(sealed: string): Promise<string | undefined>
}

const Kept = Address.extend({ id: z.string(), database: z.string().optional(), sealed: z.string().optional() })
const KeptFile = z.object({ connections: z.array(Kept) })

/** The connections that were used, newest first. Their passwords never leave main, and are on disk only as the system seals them. */
export class Connections {
  readonly #file: JsonFile<z.infer<typeof KeptFile>>
  readonly #vault: Vault
  /** What was typed since the start, for those that are opened again meanwhile; on no disk. */
  readonly #typed = new Map<string, string>()

  private constructor(file: JsonFile<z.infer<typeof KeptFile>>, vault: Vault) {
    this.#file = file
    this.#vault = vault
  }

  static async open(
    place: { readonly fs: FileSystem; readonly path: string; readonly onTrouble: (error: unknown) => void },
    vault: Vault
  ): Promise<Connections> {
    return new Connections(await JsonFile.open(place, KeptFile, { connections: [] }), vault)
  }

  /** What the window may know of them. */
  async list(): Promise<{ readonly connections: readonly Connection[]; readonly noKeeping?: string }> {
    const refusal = await this.#vault.refusal()
    return {
      connections: this.#file.value.connections.map(({ sealed, ...connection }) => ({
        ...connection,
        hasPassword: sealed !== undefined && refusal === undefined
      })),
      ...(refusal && { noKeeping: refusal })
    }
  }

  /** The password of a login: the one that was typed, else the one that is kept for just that server and user. */
  async passwordOf({ password, connection, ...address }: Login): Promise<string> {
    if (password !== undefined) return password
    const kept = this.#file.value.connections.find(({ id }) => id === connection)
    if (!kept?.sealed || (await this.#vault.refusal()) !== undefined || !isSame(kept, address)) return ''
    return (await this.#vault.unseal(kept.sealed)) ?? ''
  }

  /** The password for a server and user that was used since the start, else the one that is kept; undefined where it must be asked for. */
  async passwordAt(address: Address): Promise<string | undefined> {
    if (address.user === '') return ''
    const typed = this.#typed.get(keyOf(address))
    if (typed !== undefined) return typed
    const kept = this.#file.value.connections.find((one) => one.sealed !== undefined && isSame(one, address))
    if (!kept?.sealed || (await this.#vault.refusal()) !== undefined) return undefined
    return this.#vault.unseal(kept.sealed)
  }

  /** Holds the password of a login until the end. */
  async enter(login: Login): Promise<void> {
    this.#typed.set(keyOf(login), await this.passwordOf(login))
  }

  /** Why no password can be kept here, in a sentence; undefined when it can. */
  refusal(): Promise<string | undefined> {
    return this.#vault.refusal()
  }

  /** Puts a connection first, with its password or without. */
  async remember(login: Login, database: string, keep: boolean): Promise<void> {
    const { password: _password, connection: _connection, ...address } = login
    const keeps = keep && (await this.#vault.refusal()) === undefined
    const sealed = keeps ? { sealed: await this.#vault.seal(await this.passwordOf(login)) } : {}
    const others = this.#file.value.connections.filter((one) => !isSame(one, address) || one.database !== database)
    const first = { ...address, id: randomUUID(), database, ...sealed }
    this.#file.set({ connections: [first, ...others].slice(0, MOST) })
  }

  forget(id: string): void {
    this.#file.set({ connections: this.#file.value.connections.filter((one) => one.id !== id) })
  }

  async settled(): Promise<void> {
    await this.#file.settled()
  }
}

const keyOf = ({ scheme, host, port, user }: Address) => JSON.stringify([scheme, host, port, user])

const isSame = (a: Address, b: Address) => keyOf(a) === keyOf(b)
