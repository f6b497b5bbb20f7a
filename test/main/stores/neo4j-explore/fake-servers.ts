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

/** Closes the connection of every client that sends something. */
export const hangingUp = () => listener((socket) => socket.end())

/** Greets like a mail server. */
export const mailServer = () => listener((socket) => socket.write('220 mail.example ESMTP\r\n'))
