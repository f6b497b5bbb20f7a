import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Change } from '@core/change/change'
import { describe, expect, test } from 'vitest'
import { adding, entity, sampleText } from '../sample'
import { canMount } from './disks'
import { countChanges, numbered } from './ledger'
import { openStore, textOf } from './open'
import { smallDisk } from './places'
import { report } from './runs'

const mounts = canMount()

describe('no space left on a real disk (needs a mount)', () => {
  const KIB = 1024

  test.runIf(mounts)('refuses a change, keeps all before it, and uses the room that is made', async () => {
    const disk = await smallDisk(64 * KIB)
    const path = join(disk, 'sample.entente.json')
    await writeFile(path, sampleText())
    const store = await openStore(path)
    await store.commit(adding(entity('iran')))
    await writeFile(join(disk, 'other'), Buffer.alloc(32 * KIB))

    const large = { ...entity('turkey'), summary: 'x'.repeat(40_000) }
    await expect(store.commit(adding(large))).rejects.toThrow(
      /not saved: the disk is full\. Everything saved before is as it was\. Make room/
    )
    expect(store.readOnly).toBeUndefined()
    expect(store.graph.get('entity', 'turkey')).toBeUndefined()

    await rm(join(disk, 'other'))
    await store.commit(adding(entity('iraq')))
    await store.close()
    expect([...(await openStore(path)).graph.all('entity').keys()].sort()).toEqual(['iran', 'iraq', 'russia', 'syria'])
  })

  test.runIf(mounts)('leaves every change in the journal when the file cannot be written anew', async () => {
    const disk = await smallDisk(64 * KIB)
    const path = join(disk, 'sample.entente.json')
    await writeFile(path, sampleText())
    const store = await openStore(path)
    await store.commit(adding({ ...entity('iran'), summary: 'x'.repeat(20_000) }))
    await expect(store.close()).rejects.toThrow(/could not be written anew: the disk is full\. Your changes are safe/)
    expect(await readFile(path, 'utf8')).toBe(sampleText())

    const again = await openStore(path)
    expect(again.graph.get('entity', 'iran')).toBeDefined()
    expect(again.notices.join()).toMatch(/1 change not yet in the file was recovered, the last one “Add iran”/)
  })

  test.runIf(mounts)(
    'opens what is there, says that nothing can be kept, and keeps it once there is room',
    async () => {
      const disk = await smallDisk(16 * KIB)
      const path = join(disk, 'sample.entente.json')
      await writeFile(path, sampleText())
      await writeFile(join(disk, 'other'), Buffer.alloc(8 * KIB))
      const told: string[] = []
      const store = await openStore(path, { onEvent: (event) => told.push(JSON.stringify(event)) })
      await expect.poll(() => told.join()).toContain('the disk is full')
      expect(textOf(store)).toBe(sampleText())
      await expect(store.commit(adding(entity('iran')))).rejects.toThrow(/the disk is full/)
      await rm(join(disk, 'other'))
      await store.commit(adding(entity('iran')))
      expect(store.graph.get('entity', 'iran')).toBeDefined()
    }
  )

  test.runIf(mounts)(
    'costs nothing that was acknowledged wherever it runs out, and the user is told within a second',
    async () => {
      let longest = 0
      let refusals = 0
      for (const pages of PAGES) {
        const path = join(await smallDisk(pages * 4 * KIB), 'sample.entente.json')
        await writeFile(path, sampleText())
        const store = await openStore(path)
        const timed = async (task: Promise<void>) => {
          const start = performance.now()
          const error = await task.then(
            () => undefined,
            (error) => error
          )
          longest = Math.max(longest, performance.now() - start)
          if (!error) return true
          refusals++
          expect(error.message, `${pages} pages`).toMatch(/the disk is full/)
          return false
        }
        let kept = 0
        // Writing the file anew takes room as well, at another moment in each round.
        for (let tries = 1; tries <= 24; tries++) {
          if (await timed(store.commit(padded(kept + 1)))) kept++
          if (tries % 7 === 0) await timed(store.compact())
        }
        expect(countChanges(store.graph), `${pages} pages`).toBe(kept)
        await timed(store.close())
        expect(countChanges((await openStore(path)).graph), `${pages} pages`).toBe(kept)
      }
      expect(refusals).toBeGreaterThan(PAGES.length)
      expect(longest).toBeLessThan(1000)
      report({
        fault: 'A disk that is really full (tmpfs), with room for 16 to 160 KiB',
        times: refusals,
        unit: `refusals on ${PAGES.length} disks`,
        result: `0 lost, the user told after ${Math.ceil(longest)} ms at most`
      })
    }
  )
})

const PAGES = Array.from({ length: 37 }, (_, at) => at + 4)

/** The numbered change, with some text. */
function padded(count: number): Change {
  const { label, edits } = numbered(count)
  return { label, edits: [...edits, { after: { ...entity(`padding-${count}`), summary: 'x'.repeat(1500) } }] }
}
