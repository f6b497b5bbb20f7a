import type { TransferListItem } from 'node:worker_threads'
import type { Channel, Event, Payload } from '@core/contract/contract'
import type { Dialogs } from '../handlers/desktop'
import type { Answer } from '../ipc/router'
import type { Vault } from '../session/connections'

// All work on a graph is done in a thread of its own, the graph worker, so that the main thread is free for the window
// and its keys. This is the protocol between the two.

/** What the graph worker gets when it starts. */
export interface GraphWorkerStart {
  /** The user's data folder. */
  readonly data: string
  /** Where the user keeps documents. */
  readonly documents: string
  /** The seed graph. */
  readonly seed: string
  /** The built file of the thread that draws figures. */
  readonly figures: string
  /** The file to open first. */
  readonly file: string | undefined
}

/** Calls from main to the graph worker. */
export type GraphWorker = {
  /** Answers a request of the window. */
  answer(channel: Channel, input: string): Promise<Answer>
  /** Handles an OS open-file request. */
  request(path: string): void
  /** What a file is called that the user has dropped: JSON text of DroppedFile. */
  known(path: string): Promise<string>
  /** Writes the open graph to its file and closes it. */
  close(): Promise<void>
}

/** Calls from the graph worker to main: what only Electron's main thread can do. */
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

/** The connection to the other thread. */
export interface Line<Theirs extends Calls> {
  /** Calls a function of the other thread. Rejects with an Error of the same message, or with why the line is cut. */
  ask<N extends keyof Theirs & string>(name: N, ...args: Parameters<Theirs[N]>): Promise<Awaited<ReturnType<Theirs[N]>>>
  /** The other thread is gone: all pending and later calls reject with `error`. */
  cut(error: Error): void
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

/** Connects this end to the other thread, which may call `ours`. Arguments and results are copied. */
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
