import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { ServerAddress } from '@core/external/address'

/** What listens on a port. Probed before the driver connects, as the driver's errors say less. `code`: Node's, such as ECONNREFUSED. */
export type Knock =
  | { readonly found: 'bolt' }
  | { readonly found: 'old-bolt' | 'http' | 'tls' | 'not-tls' | 'other' | 'closed' | 'silent' }
  | { readonly found: 'unreachable' | 'bad-certificate'; readonly code: string }

/** Bolt's preamble and the versions that we support: 5.8 down to 5.0, then 6.0. Neo4j before 5 has no elementId. */
const HELLO = Buffer.from([0x60, 0x60, 0xb0, 0x17, 0, 8, 8, 5, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0])

/** Opens a connection, says hello in Bolt and looks at the answer; never rejects, and never takes longer than `timeout` milliseconds. */
export async function knock(address: ServerAddress, timeout: number): Promise<Knock> {
  const began = Date.now()
  const found = await knockOnce(address, timeout)
  if (found.found !== 'closed' || address.encryption !== 'plain') return found
  // A server that requires encryption closes unencrypted connections.
  const encrypted = await knockOnce({ ...address, encryption: 'unchecked' }, timeout - (Date.now() - began))
  return encrypted.found === 'bolt' ? { found: 'tls' } : found
}

function knockOnce(address: ServerAddress, timeout: number): Promise<Knock> {
  return new Promise((resolve) => {
    let isOpen = false
    let answer = Buffer.alloc(0)
    const end = (result: Knock) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(result)
    }
    const timer = setTimeout(
      () => end(isOpen ? { found: 'silent' } : { found: 'unreachable', code: 'ETIMEDOUT' }),
      timeout
    )
    let isReady = false
    const hello = () => {
      isReady = true
      socket.write(HELLO)
    }
    const socket = openSocket(address, hello)
    socket.on('connect', () => {
      isOpen = true
    })
    socket.on('data', (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk])
      const seen = readAnswer(answer)
      if (seen) end(seen)
    })
    // A server that closes on our TLS greeting, or answers it with something else, speaks no TLS.
    const broken = () => (isReady ? 'closed' : 'not-tls')
    socket.on('error', (error) => end(judge(error, isOpen) ?? { found: broken() }))
    socket.on('close', () => end({ found: answer.length > 0 ? 'other' : broken() }))
  })
}

function openSocket({ host, port, encryption }: ServerAddress, onReady: () => void): Socket {
  if (encryption === 'plain') return connectPlain({ host, port }, onReady)
  const servername = /^[\d.]+$|:/.test(host) ? undefined : host
  return connectTls({ host, port, servername, rejectUnauthorized: encryption === 'checked' }, onReady)
}

function readAnswer(answer: Buffer): Knock | undefined {
  // An alert or handshake record of TLS 1.x, told in answer to something that was not TLS.
  if (answer[0] === 0x15 || answer[0] === 0x16) return { found: 'tls' }
  if (answer.length < 4) return undefined
  if (answer.subarray(0, 4).toString('latin1') === 'HTTP') return { found: 'http' }
  const [zero, , minor, major] = answer
  if (answer.readUInt32BE(0) === 0) return { found: 'old-bolt' }
  if (zero === 0 && major !== undefined && minor !== undefined && major >= 1 && major <= 0x20)
    return major < 5 ? { found: 'old-bolt' } : { found: 'bolt' }
  return { found: 'other' }
}

function judge(error: NodeJS.ErrnoException, isOpen: boolean): Knock | undefined {
  const code = error.code ?? ''
  if (CERTIFICATE.test(code)) return { found: 'bad-certificate', code }
  return isOpen ? undefined : { found: 'unreachable', code }
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME|ERR_TLS_/
