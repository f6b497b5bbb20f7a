import type { TransferListItem } from 'node:worker_threads'
import type { Channel, Event, Payload } from '@core/contract/contract'
import type { Dialogs } from '../handlers/desktop'
import type { Answer } from '../ipc/router'
import type { Vault } from '../session/connections'

// Whatever works on a graph does so in a thread of its own, the graph worker, so that the main thread is free to draw the window
// and hear its keys. This is all that the two say to each other.

/** What the graph worker is given when it starts. */
export interface GraphWorkerStart {
  /** The user's data folder. */
  readonly data: string
  /** The seed graph. */
  readonly seed: string
  /** The file to begin with. */
  readonly file: string | undefined
}

/** What main asks of the graph worker. */
export type GraphWorker = {
  /** Answers a request of the window. */
  answer(channel: Channel, input: string): Promise<Answer>
  /** A file is to be opened by a request from outside. */
  request(path: string): void
  /** Writes everything to its file and lets go of it. */
  close(): Promise<void>
}

/** What the graph worker asks of main: what only Electron's main thread can do. */
export type Host = Dialogs &
  Vault & {
    send(event: Event, payload: Payload<Event>): void
    /** The window's title. */
    setTitle(name: string): void
  }

/** Either end of a channel between two threads. */
interface End {
  postMessage(message: Message, transfer?: readonly TransferListItem[]): void
  on(event: 'message', listener: (message: Message) => void): unknown
}

type Message =
  | { readonly call: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly answered: number; readonly value: unknown }
  | { readonly refused: number; readonly why: string }

type Calls = { readonly [name: string]: (...args: never[]) => unknown }

/** The other thread, as this one sees it. */
export interface Line<Theirs extends Calls> {
  /** Calls something over there; rejects with what it threw, as far as words can tell, or with why the line is dead. */
  ask<N extends keyof Theirs & string>(name: N, ...args: Parameters<Theirs[N]>): Promise<Awaited<ReturnType<Theirs[N]>>>
  /** Nobody is there any more: what was asked, and will be, rejects. */
  cut(error: Error): void
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

/** Joins this end to the other thread, which may call `ours`. What goes to and fro is copied. */
export function connect<Ours extends Calls, Theirs extends Calls>(end: End, ours: Ours): Line<Theirs> {
  const waiting = new Map<number, Waiting>()
  let calls = 0
  let dead: Error | undefined

  async function answer(call: number, name: string, args: readonly unknown[]) {
    try {
      const asked = ours[name] as ((...args: readonly unknown[]) => unknown) | undefined
      end.postMessage({ answered: call, value: await asked?.(...args) })
    } catch (error) {
      end.postMessage({ refused: call, why: error instanceof Error ? error.message : String(error) })
    }
  }

  function settle(call: number, how: (one: Waiting) => void) {
    const one = waiting.get(call)
    waiting.delete(call)
    if (one) how(one)
  }

  end.on('message', (message) => {
    if ('call' in message) void answer(message.call, message.name, message.args)
    else if ('answered' in message) settle(message.answered, ({ resolve }) => resolve(message.value as never))
    else settle(message.refused, ({ reject }) => reject(new Error(message.why)))
  })

  return {
    ask: (name, ...args) =>
      new Promise((resolve, reject) => {
        if (dead) return reject(dead)
        waiting.set(calls, { resolve, reject })
        end.postMessage({ call: calls++, name, args })
      }),
    cut(error) {
      dead ??= error
      for (const { reject } of waiting.values()) reject(dead)
      waiting.clear()
    }
  }
}
