import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { TASKS } from './tasks'

// A process of its own for what is measured: `measured.mjs TASK FILE`. Answers each line that it is told with figures.

const [name = '', path = ''] = process.argv.slice(2)
const say = (line: string) => void writeSync(1, `${line}\n`)
const task = await TASKS[name]?.(path)
createInterface({ input: process.stdin }).on('line', async () => {
  say(JSON.stringify(await task?.()))
})
say('ready')
