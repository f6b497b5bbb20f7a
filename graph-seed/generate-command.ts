import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { serialiseGraph } from '@core/formats/entente/serialise'
import { generateGraph } from './generate'

const USAGE = 'npm run generate -- --entities N --seed S --out FILE'

const wholeNumber = (text: string | undefined) =>
  text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined

function run(): number {
  try {
    const { values } = parseArgs({
      options: { entities: { type: 'string' }, seed: { type: 'string', default: '1' }, out: { type: 'string' } }
    })
    const entities = wholeNumber(values.entities)
    const seed = wholeNumber(values.seed)
    if (entities === undefined || seed === undefined || !values.out) {
      console.error(`Say how many entities, from which seed and into which file: ${USAGE}`)
      return 2
    }
    writeFileSync(values.out, serialiseGraph(generateGraph({ entities, seed })))
    return 0
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`)
    return 1
  }
}

process.exitCode = run()
