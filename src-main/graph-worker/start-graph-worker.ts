import { Worker } from 'node:worker_threads'
import type { Answer } from '../ipc/router'
import { connect, type GraphWorker, type GraphWorkerStart, type Host } from './messages'

/** The graph worker, as main uses it. */
export interface RunningGraphWorker {
  /** Answers a request of the window; never rejects. */
  answer(...request: Parameters<GraphWorker['answer']>): Promise<Answer>
  request(path: string): void
  /** What a file is called that the user has dropped; nothing once the worker has stopped. */
  known(path: string): Promise<string>
  /** Resolves when everything is written and the thread has ended. Rejects when something could not be written to its file. */
  close(): Promise<void>
}

const STOPPED =
  'The part of Entente that keeps your graph has stopped. Nothing that was shown as saved is lost. Close Entente and start it again.'

/** Starts the graph worker from its built file `entry`. When it dies, `host` sends an `app:error`. */
export function startGraphWorker(entry: string, start: GraphWorkerStart, host: Host): RunningGraphWorker {
  const worker = new Worker(entry, { workerData: start, name: 'graph-worker' })
  const line = connect<Host, GraphWorker>(worker, host)
  let isClosing = false
  const stopped = (error: unknown) => {
    line.cut(new Error(STOPPED))
    if (isClosing) return
    console.error('The graph worker has stopped.', error)
    host.send('app:error', { message: STOPPED })
    isClosing = true
  }
  worker.on('error', stopped)
  worker.on('exit', stopped)
  return {
    answer: (channel, input) => line.ask('answer', channel, input).catch((error: Error) => ({ error: error.message })),
    request: (path) => void line.ask('request', path).catch(() => host.send('app:error', { message: STOPPED })),
    known: (path) => line.ask('known', path).catch(() => 'null'),
    async close() {
      try {
        await line.ask('close')
      } finally {
        isClosing = true
        await worker.terminate()
      }
    }
  }
}
