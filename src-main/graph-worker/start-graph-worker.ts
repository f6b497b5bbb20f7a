import { Worker } from 'node:worker_threads'
import type { Answer } from '../ipc/router'
import { connect, type House, type Office, type OfficeStart } from './messages'

/** The office as main sees it. */
export interface RunningOffice {
  /** Answers a request of the window, whatever happens. */
  answer(...request: Parameters<Office['answer']>): Promise<Answer>
  wish(path: string): void
  /** Resolves when all is written and the office is gone; rejects when something could not be written to its file. */
  close(): Promise<void>
}

const STOPPED =
  'The part of Entente that keeps your graph has stopped. Nothing that was shown as saved is lost. Close Entente and start it again.'

/** Starts the office, whose built file `entry` is. What it does when it dies is said by `house` in an `app:error`. */
export function startOffice(entry: string, start: OfficeStart, house: House): RunningOffice {
  const worker = new Worker(entry, { workerData: start, name: 'office' })
  const line = connect<House, Office>(worker, house)
  let isClosing = false
  const stopped = (error: unknown) => {
    line.cut(new Error(STOPPED))
    if (isClosing) return
    console.error('The office has stopped.', error)
    house.send('app:error', { message: STOPPED })
    isClosing = true
  }
  worker.on('error', stopped)
  worker.on('exit', stopped)
  return {
    answer: (channel, input) => line.ask('answer', channel, input).catch((error: Error) => ({ error: error.message })),
    wish: (path) => void line.ask('wish', path).catch(() => house.send('app:error', { message: STOPPED })),
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
