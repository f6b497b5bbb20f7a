import { diff } from '@core/change/change'
import { JsonStore } from '@main/stores/json-store'
import { StoreError } from '@main/stores/store'
import { random } from '@seed/random'
import { describe, expect, test } from 'vitest'
import { numbered } from './ledger'
import { QUIET } from './open'
import { diskWithSample, PATH, processOf } from './power-loss'
import { report } from './runs'

const JOURNAL = '/graphs/.sample.entente/journal'
const CHANGES = 5
/** In each of the four places. */
const FLIPS = 1000

/** A graph with its changes in the file, or still in the journal. */
async function saved(closed: boolean) {
  const disk = await diskWithSample()
  const store = await JsonStore.open(PATH, { ...QUIET, fs: disk, processes: processOf(1) })
  for (let count = 1; count <= CHANGES; count++) await store.commit(numbered(count))
  if (closed) await store.close()
  const sound = await open(disk)
  return { disk, sound }
}

type Disk = Awaited<ReturnType<typeof diskWithSample>>

const open = (disk: Disk) => JsonStore.open(PATH, { ...QUIET, fs: disk.copy(), processes: processOf(2) })

/** Result of opening with one bit flipped: the same graph, a word that something is wrong, or a wrong graph. */
async function outcome(disk: Disk, sound: JsonStore, path: string, bit: number) {
  const bytes = Buffer.from(await disk.read(path))
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  const flipped = disk.copy()
  flipped.put(path, bytes)
  let store: JsonStore
  try {
    store = await open(flipped)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return 'refused'
  }
  const same = store.graph.title === sound.graph.title && diff(store.graph, sound.graph).edits.length === 0
  if (same) return 'same'
  return store.readOnly || store.notices.join() !== sound.notices.join() ? 'told' : 'silently wrong'
}

describe('one flipped bit', () => {
  test.each([
    { where: 'the file of a graph that was closed', closed: true, path: PATH, outcomes: ['same', 'told'] },
    { where: 'the journal of a graph that was closed', closed: true, path: JOURNAL, outcomes: ['same'] },
    { where: 'the file of a graph with changes in the journal', closed: false, path: PATH, outcomes: ['same', 'told'] },
    { where: 'a journal with changes in it', closed: false, path: JOURNAL, outcomes: ['told'] }
  ])(
    'in $where never gives a wrong graph without a word',
    async ({ closed, path, outcomes }) => {
      const { disk, sound } = await saved(closed)
      const bits = (await disk.read(path)).length * 8
      const chance = random(path.length + Number(closed))
      const wrong: number[] = []
      const seen = new Set<string>()
      for (let run = 0; run < FLIPS; run++) {
        const bit = chance.below(bits)
        const result = await outcome(disk, sound, path, bit)
        seen.add(result)
        if (result === 'silently wrong') wrong.push(bit)
      }
      expect(wrong).toEqual([])
      expect([...seen].sort()).toEqual(outcomes)
      report({
        fault: 'One bit of the file or the journal is flipped',
        times: FLIPS,
        unit: 'flips',
        result: '0 opened silently wrong'
      })
    },
    120_000
  )
})
