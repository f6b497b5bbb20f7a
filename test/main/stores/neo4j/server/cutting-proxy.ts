import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** Where a stream is cut, once. */
type Cut =
  /** The server gets COMMIT and answers; the answer never arrives. */
  | { readonly at: 'answer-to-commit' }
  /** The server never gets COMMIT. */
  | { readonly at: 'commit' }
  /** After n bytes to the server, or from it, counted over all connections from now on. */
  | { readonly at: 'to-server' | 'from-server'; readonly bytes: number }

/** Stands between a client and a server and does what networks do. */
export interface CuttingProxy {
  readonly port: number
  /** Cuts the connection there when it comes to it; resolves then. What comes after goes through. */
  cut(where: Cut): Promise<void>
  /** Hangs up on everybody and lets nobody in. */
  down(): Promise<void>
  /** Lets everybody in again, and cuts nothing. */
  up(): Promise<void>
  /** Takes connections and bytes and passes nothing on, until `up`. */
  silent(): void
  close(): Promise<void>
}

/** COMMIT as it goes over the line: a chunk of two bytes, a structure without fields, and the end of the message. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00])

/** A proxy before a port of the loopback, on a port of its own. */
export async function cuttingProxy(target: number): Promise<CuttingProxy> {
  const pairs = new Set<readonly [Socket, Socket]>()
  let pending: { readonly where: Cut; readonly done: () => void; left: number; hasCommit: boolean } | undefined
  let isSilent = false

  const hangUp = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy()
    pairs.clear()
  }
  const fire = () => {
    pending?.done()
    pending = undefined
    hangUp()
  }
  /** How much of a chunk goes through before the cut; undefined where nothing is cut in it. */
  const through = (chunk: Buffer, direction: 'to-server' | 'from-server'): number | undefined => {
    if (!pending) return undefined
    const { where } = pending
    switch (where.at) {
      case 'commit':
        return direction === 'to-server' && chunk.includes(COMMIT) ? chunk.indexOf(COMMIT) : undefined
      case 'answer-to-commit':
        if (direction === 'from-server') return pending.hasCommit ? 0 : undefined
        pending.hasCommit ||= chunk.includes(COMMIT)
        return undefined
      default:
        if (where.at !== direction) return undefined
        pending.left -= chunk.length
        return pending.left < 0 ? chunk.length + pending.left : undefined
    }
  }
  const pipe = (from: Socket, to: Socket, direction: 'to-server' | 'from-server') => {
    from.on('data', (chunk: Buffer) => {
      if (isSilent) return
      const goes = through(chunk, direction)
      if (goes === undefined) return void to.write(chunk)
      if (goes === 0) return fire()
      to.write(chunk.subarray(0, goes), fire)
    })
    from.on('error', () => {})
    from.on('close', () => to.destroy())
  }
  const listen = async (port: number): Promise<Server> => {
    const server = createServer((client) => {
      const upstream = connect(target, '127.0.0.1')
      pairs.add([client, upstream])
      pipe(client, upstream, 'to-server')
      pipe(upstream, client, 'from-server')
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    return server
  }

  let server = await listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const down = async () => {
    const closed = server.listening ? once(server, 'close') : undefined
    server.close()
    hangUp()
    await closed
  }
  return {
    port,
    cut: (where) =>
      new Promise((done) => {
        pending = { where, done, left: 'bytes' in where ? where.bytes : 0, hasCommit: false }
      }),
    down,
    async up() {
      isSilent = false
      pending = undefined
      if (!server.listening) server = await listen(port)
    },
    silent() {
      isSilent = true
    },
    close: down
  }
}
