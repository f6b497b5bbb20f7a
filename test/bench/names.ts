import { cpus } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type NamedEntity, NameIndex } from '@core/queries/name-index'
import { type Random, random } from '@seed/random'
import { spell } from '@seed/spelling'
import MiniSearch from 'minisearch'
import { table } from '../table.mjs'
import { at, median, milliseconds, timed } from './figures'

// Search over many names in three scripts, beside minisearch over the same names with its own prefix and fuzzy search, turn about, by the time that
// the processor takes.

const ENTITIES = 100_000
const QUERIES = 400
const ROUNDS = 3

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void
const held = () => {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1024 / 1024
}

const chance = random(5)
const entities: readonly NamedEntity[] = Array.from({ length: ENTITIES }, (_, at) => entity(at, chance))

const before = held()
const started = process.cpuUsage()
const index = new NameIndex({ get: (_, id) => entities[Number(id)], relationsOf: () => [] })
for (const one of entities) index.add(one)
index.find('warm')
const indexTime = milliseconds(started)
const indexHeld = held() - before

const mini = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], storeFields: [] })
const miniStarted = process.cpuUsage()
const miniBefore = held()
mini.addAll(
  entities.flatMap(({ id, name, aliases }) =>
    [name, ...aliases.map(({ text }) => text)].map((text, at) => ({ id: Number(id) * 8 + at, text }))
  )
)
const miniTime = milliseconds(miniStarted)
const miniHeld = held() - miniBefore

const rows = [['What', 'Ours: half, 95 %', 'minisearch: half, 95 %', 'Found', 'Goal']]
// Both have been compiled by then.
for (const asked of Object.values(questions()))
  for (const { text } of asked.slice(0, 20)) {
    index.find(text)
    mini.search(text, { prefix: true, fuzzy: 0.2, combineWith: 'AND' })
  }

const all: { readonly our: number[]; readonly their: number[] } = { our: [], their: [] }
for (const [kind, asked] of Object.entries(questions())) {
  const [our, their]: [number[], number[]] = [[], []]
  let found = 0
  for (let round = 0; round < ROUNDS; round++)
    for (const { text, id } of asked) {
      const hits = timed(our, () => index.find(text, { most: 20 }))
      timed(their, () => mini.search(text, { prefix: true, fuzzy: 0.2, combineWith: 'AND' }).slice(0, 20))
      if (round === 0 && hits.some(({ entity }) => entity === id)) found++
    }
  all.our.push(...our)
  all.their.push(...their)
  const shown = (times: readonly number[]) => `${median(times).toFixed(2)}, ${at(times, 0.95).toFixed(2)} ms`
  rows.push([kind, shown(our), shown(their), `${Math.round((100 * found) / asked.length)} %`, ''])
}
const total = (times: readonly number[]) => `${median(times).toFixed(2)}, ${at(times, 0.95).toFixed(2)} ms`
rows.push(['All together', total(all.our), total(all.their), '', '95 % ≤ 20 ms'])
rows.push(['Making the index', `${(indexTime / 1000).toFixed(2)} s`, `${(miniTime / 1000).toFixed(2)} s`, '', ''])
rows.push(['Memory of the index', `${indexHeld.toFixed(0)} MiB`, `${miniHeld.toFixed(0)} MiB`, '', ''])
console.log(
  `\n${cpus().length} cores, Node ${process.versions.node}. ${ENTITIES} entities with a name and 4 aliases each.\n`
)
console.log(table(rows))

function entity(at: number, chance: Random): NamedEntity {
  const words = Array.from({ length: 1 + chance.below(3) }, () => {
    const [one, other] = [spell(chance), spell(chance)]
    return {
      Latn: one.Latn + other.Latn.toLowerCase(),
      variant: one.variant + other.variant.toLowerCase(),
      Arab: one.Arab + other.Arab,
      Cyrl: one.Cyrl + other.Cyrl.toLowerCase()
    }
  })
  const written = (script: 'Latn' | 'variant' | 'Arab' | 'Cyrl') => words.map((word) => word[script]).join(' ')
  const alias = (text: string) => ({ text, kind: 'alias' as const })
  return {
    id: String(at),
    name: `${written('Latn')} ${at + 1}`,
    aliases: [
      alias(written('Arab')),
      alias(written('Cyrl')),
      alias(written('variant')),
      alias(`${spell(chance).Latn} ${spell(chance).Latn}`)
    ]
  }
}

/** What people type, and whom they mean. */
function questions() {
  const pick = () => chance.pick(entities)
  const of = (make: (entity: NamedEntity) => string) =>
    Array.from({ length: QUERIES }, () => {
      const entity = pick()
      return { text: make(entity), id: entity.id }
    })
  const latin = ({ name }: NamedEntity) => name.replace(/ \d+$/, '')
  return {
    'Whole name': of(latin),
    'Its first four letters': of((entity) => latin(entity).slice(0, 4)),
    'A letter wrong in each word': of((entity) =>
      latin(entity).replace(/(?<=\p{L}{2})\p{L}/gu, (letter, offset) => (offset % 7 < 2 ? 'o' : letter))
    ),
    'One letter left out': of((entity) => latin(entity).replace(/^(.{3})./, '$1')),
    'Another spelling in Latin': of(({ aliases }) => (aliases[2]?.text ?? '').replaceAll('sh', 'sch')),
    'Written together': of((entity) => latin(entity).replaceAll(' ', '')),
    'Hebrew letters, which no name has': of((entity) => hebrew(latin(entity))),
    'Greek letters, which no name has': of((entity) => greek(latin(entity))),
    'Nothing like it': of(() => `${spell(chance).Latn.split('').reverse().join('')}xq`)
  }
}

function swapped(text: string, pairs: string): string {
  const letters = new Map(pairs.split(' ').map((pair) => [pair.slice(0, -1), pair.slice(-1)]))
  return text.toLowerCase().replace(/sh|./g, (sign) => letters.get(sign) ?? (/[aeiou]/.test(sign) ? '' : sign))
}
function hebrew(text: string): string {
  return swapped(text, 'shש mמ rר jג lל nנ tט bב sס dד hה kק fפ zז wו')
}

function greek(text: string): string {
  return swapped(text, 'shσ mμ rρ jτ lλ nν tτ bβ sσ dδ hχ kκ fφ zζ wβ aα eε iι oο uο')
}
