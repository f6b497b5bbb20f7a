import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A listener on a free loopback port that is no Neo4j; answers its host and port. Gone when the test is over. */
async function listener(onHello: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => onHello(socket))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Takes the connection and never says a word. */
export const silentListener = () => listener(() => {})

/** Answers the handshake as a server does that knows none of the versions it was offered. */
export const oldServer = () => listener((socket) => socket.end(Buffer.alloc(4)))

/** Bolt's SUCCESS with what every version wants to know of a server, and with nothing, each as one chunk of a message. */
const message = (bytes: readonly number[]) => Buffer.from([bytes.length >> 8, bytes.length & 255, ...bytes, 0, 0])
const text = (text: string) => [0x80 + text.length, ...Buffer.from(text)]
const HELLO = message(
  [0xb1, 0x70, 0xa2, ...text('server'), ...text('Neo4j/5.26.0'), ...text('connection_id')].concat(text('bolt-1'))
)
const DONE = message([0xb1, 0x70, 0xa0])

/** Answers the handshake for Bolt 5.4 and n messages (HELLO, LOGON), then nothing more. */
export const fallingSilent = (messages: number) =>
  listener((socket) => {
    let answered = 0
    socket.write(Buffer.from([0, 0, 4, 5]))
    socket.on('data', () => {
      // The driver may send LOGON with HELLO: each is answered at its turn.
      while (answered < messages) socket.write(answered++ === 0 ? HELLO : DONE)
    })
  })

/** Closes the connection of every client that sends something. */
export const hangingUp = () => listener((socket) => socket.end())

/** Greets like a mail server. */
export const mailServer = () => listener((socket) => socket.write('220 mail.example ESMTP\r\n'))
