import { randomUUID } from 'node:crypto'
import { Address, type Connection, type Login } from '@core/contract/neo4j'
import { z } from 'zod'
import { JsonFile } from '../app/json-file'
import type { FileSystem } from '../stores/file-system'

const MOST = 20

/** Encrypts secrets for this user of this computer. Asynchronous, as the answer may come from another thread. */
export type Vault = {
  /** Why secrets cannot be stored here, as a message for the user; undefined when they can. */
  refusal(): Promise<string | undefined>
  seal(secret: string): Promise<string>
  /** Undefined where it was sealed for another user or on another computer. */
  unseal(sealed: string): Promise<string | undefined>
}

const Kept = Address.extend({ id: z.string(), database: z.string().optional(), sealed: z.string().optional() })
const KeptFile = z.object({ connections: z.array(Kept) })

/** Connections used before, newest first. Passwords never leave main, and are stored only as the system seals them. */
export class Connections {
  readonly #file: JsonFile<z.infer<typeof KeptFile>>
  readonly #vault: Vault
  /** Passwords typed since the start, in memory only, to open their graphs again. */
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

  /** The connections without their passwords. */
  async list(): Promise<{ readonly connections: readonly Connection[]; readonly cannotStore?: string }> {
    const refusal = await this.#vault.refusal()
    return {
      connections: this.#file.value.connections.map(({ sealed, ...connection }) => ({
        ...connection,
        hasPassword: sealed !== undefined && refusal === undefined
      })),
      ...(refusal && { cannotStore: refusal })
    }
  }

  /** The password of a login: the typed one, else the one stored for the same server and user. */
  async passwordOf({ password, connection, ...address }: Login): Promise<string> {
    if (password !== undefined) return password
    const kept = this.#file.value.connections.find(({ id }) => id === connection)
    if (!kept?.sealed || (await this.#vault.refusal()) !== undefined || !isSame(kept, address)) return ''
    return (await this.#vault.unseal(kept.sealed)) ?? ''
  }

  /** The password for a server and user: the one used since the start, else the stored one; undefined where the user must be asked. */
  async passwordAt(address: Address): Promise<string | undefined> {
    if (address.user === '') return ''
    const typed = this.#typed.get(keyOf(address))
    if (typed !== undefined) return typed
    const kept = this.#file.value.connections.find((one) => one.sealed !== undefined && isSame(one, address))
    if (!kept?.sealed || (await this.#vault.refusal()) !== undefined) return undefined
    return this.#vault.unseal(kept.sealed)
  }

  /** Remembers the password of a login until the program ends. */
  async enter(login: Login): Promise<void> {
    this.#typed.set(keyOf(login), await this.passwordOf(login))
  }

  /** Why no password can be stored here, as a message; undefined when it can. */
  refusal(): Promise<string | undefined> {
    return this.#vault.refusal()
  }

  /** Stores a connection as the newest, with its password or without. */
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
