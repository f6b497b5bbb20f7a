import type { StoreEvent } from '@main/stores/json/events'
import { JsonStore } from '@main/stores/json-store'
import { StoreError } from '@main/stores/store'
import { describe, expect, test } from 'vitest'
import { FaultyFileSystem } from './faulty-file-system'
import { countChanges, numbered } from './ledger'
import { QUIET, textOf } from './open'
import { diskWithSample, PATH, processOf } from './power-loss'
import { report } from './runs'
import type { SimulatedDisk } from './simulated-disk'

const MARK = 'Syria as they see it'

/** States of the file: before the store was opened, as it is when we begin, and as the other program makes it of that. */
interface Texts {
  readonly old: Buffer
  readonly recent: Buffer
  readonly edited: Buffer
}

/** What another program does to the file, in one or two steps. */
const EDITS: Record<string, (disk: SimulatedDisk, texts: Texts) => (() => void)[]> = {
  'truncates the file and writes it anew': (disk, { edited }) => {
    let write = (_bytes: Uint8Array) => {}
    return [
      () => {
        write = disk.openToWrite(PATH)
      },
      () => write(edited)
    ]
  },
  'renames a file over it': (disk, { edited }) => [() => disk.replace(PATH, edited)],
  'deletes the file': (disk) => [() => disk.replace(PATH, undefined)],
  'restores an old copy of the file': (disk, { old }) => [() => disk.put(PATH, old)],
  'restores the copy of a moment ago': (disk, { recent }) => [() => disk.put(PATH, recent)],
  'touches the file': (disk) => [() => disk.touch(PATH)]
}

/** A graph with two changes in its file, two in the journal, and an editor that has the file open too. */
async function start() {
  const disk = await diskWithSample()
  const old = await disk.read(PATH)
  const fs = new FaultyFileSystem(disk)
  const events: StoreEvent[] = []
  const onEvent = (event: StoreEvent) => void events.push(event)
  const store = await JsonStore.open(PATH, { ...QUIET, fs, processes: processOf(1), onEvent })
  for (const count of [1, 2]) await store.commit(numbered(count))
  await store.compact()
  for (const count of [3, 4]) await store.commit(numbered(count))
  const recent = await disk.read(PATH)
  const edited = Buffer.from(recent.toString().replace('Syria', MARK))
  fs.steps.length = 0
  return { disk, fs, store, events, texts: { old, recent, edited } }
}

type Started = Awaited<ReturnType<typeof start>>

/** What the store does while the other program is at it. */
const MOMENTS: Record<string, (started: Started) => Promise<unknown>> = {
  idle: ({ store }) => store.look(),
  'mid-edit': ({ store }) => store.commit(numbered(5)),
  'mid-compaction': ({ store }) => store.compact(),
  'while closing': ({ store }) => store.close()
}

/** Lets the other program begin before a step and end two steps later; then all is closed and opened again. */
async function meet(edit: string, moment: string, at: number) {
  const started = await start()
  const { disk, fs, store, texts } = started
  const steps = EDITS[edit]?.(disk, texts) ?? []
  fs.before = async (step) => {
    if (step === at) steps.shift()?.()
    if (step === at + 2) steps.shift()?.()
  }
  await MOMENTS[moment]?.(started).catch(unlessRefused)
  for (const step of steps) step()
  fs.before = async () => {}
  await store.look().catch(unlessRefused)
  await store.look().catch(unlessRefused)
  await store.close().catch(unlessRefused)
  const again = await JsonStore.open(PATH, { ...QUIET, fs: disk, processes: processOf(2) }).catch(unlessRefused)
  return { ...started, again: again ?? undefined }
}

function unlessRefused(error: unknown) {
  if (!(error instanceof StoreError)) throw error
}

/** Whether some file beside the graph, or the graph, holds these bytes or has these words in it. */
const reachable = ({ disk, again }: Awaited<ReturnType<typeof meet>>, wanted: Buffer | string) =>
  (again && textOf(again).includes(wanted.toString())) ||
  [...disk.files().values()].some((bytes) => bytes.includes(wanted))

const stepsOf = async (moment: string) => {
  const started = await start()
  await MOMENTS[moment]?.(started)
  return started.fs.steps.length
}

describe.each(Object.keys(EDITS))('another program %s', (edit) => {
  test.each(Object.keys(MOMENTS))(
    '%s: both versions can be reached',
    async (moment) => {
      const steps = await stepsOf(moment)
      expect(steps).toBeGreaterThan(0)
      for (let at = 1; at <= steps; at++) {
        const met = await meet(edit, moment, at)
        const where = `before step ${at}`
        expect(reachable(met, 'State 4'), `ours, ${where}`).toBe(true)
        // A file that is deleted when it has been closed stays deleted.
        if (edit === 'deletes the file' && moment === 'while closing' && !met.again) continue
        expect(met.again && !met.again.readOnly, where).toBe(true)
        const found = () => (met.again ? countChanges(met.again.graph) : 0)
        switch (edit) {
          case 'restores an old copy of the file':
            expect(reachable(met, met.texts.old), `theirs, ${where}`).toBe(true)
            break
          case 'restores the copy of a moment ago':
            expect(reachable(met, met.texts.recent), `theirs, ${where}`).toBe(true)
            break
          case 'touches the file':
            expect(met.events, where).toEqual([])
            expect(found(), where).toBeGreaterThanOrEqual(4)
            break
          case 'deletes the file':
            expect(found(), where).toBeGreaterThanOrEqual(4)
            break
          default:
            expect(reachable(met, MARK), `theirs, ${where}`).toBe(true)
        }
      }
      report({
        fault: 'Another program rewrites, replaces, deletes, restores or touches the file',
        times: steps,
        unit: 'moments (idle, editing, writing, closing)',
        result: 'both versions reachable'
      })
    },
    60_000
  )
})
