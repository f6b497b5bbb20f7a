import { parentPort, workerData } from 'node:worker_threads'

// A graph worker with an unforeseen fault.
if (workerData.file === 'at once') throw new Error('It cannot begin.')
parentPort?.on('message', () => {
  setTimeout(() => {
    throw new Error('It cannot go on.')
  })
})
