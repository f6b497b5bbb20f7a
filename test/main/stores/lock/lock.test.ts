import type { Processes } from '@main/stores/lock/holder'
import { holderOf, type Lock, takeLock } from '@main/stores/lock/lock'
import { random } from '@seed/random'
import { describe, expect, test } from 'vitest'
import { FaultyFileSystem } from '../faulty-file-system'
import { SimulatedDisk } from '../simulated-disk'

const FOLDER = '/graphs/.sample.entente'
const since = '2025-03-02T12:00:00.000Z'

/** A machine on which processes live and die. */
class Machine {
  readonly disk = new SimulatedDisk()
  readonly #alive = new Set<number>()

  processes(pid: number): Processes {
    this.#alive.add(pid)
    return {
      self: { pid, started: `${pid}`, system: 'one', host: 'here', user: `user ${pid}` },
      isAlive: ({ pid, host }) => host !== 'here' || this.#alive.has(pid)
    }
  }

  kill(pid: number) {
    this.#alive.delete(pid)
  }

  async start(): Promise<this> {
    await this.disk.makeFolder(FOLDER)
    return this
  }

  take(pid: number, options: { force?: boolean; fs?: FaultyFileSystem } = {}) {
    const { fs = this.disk, ...rest } = options
    return takeLock({ fs, folder: FOLDER, processes: this.processes(pid), since }, rest)
  }

  async taken(pid: number): Promise<Lock> {
    const result = await this.take(pid)
    if ('heldBy' in result) throw new Error(`held by ${result.heldBy.pid}`)
    return result.lock
  }
}

const start = () => new Machine().start()

describe('the right to write', () => {
  test('goes to the first, and others hear who has it and since when', async () => {
    const machine = await start()
    const lock = await machine.taken(1)
    expect(await machine.take(2)).toMatchObject({ heldBy: { pid: 1, user: 'user 1', host: 'here', since } })
    expect(await lock.isOurs()).toBe(true)
    expect(await holderOf(machine.disk, FOLDER, machine.processes(2))).toMatchObject({ pid: 1 })
  })

  test('is free again when it is released, or its holder is gone', async () => {
    const machine = await start()
    await (await machine.taken(1)).release()
    expect(await holderOf(machine.disk, FOLDER, machine.processes(2))).toBeUndefined()
    await machine.taken(2)
    machine.kill(2)
    await machine.taken(3)
    expect((await machine.disk.list(FOLDER)).filter((name) => name.startsWith('lock-'))).toEqual(['lock-3'])
  })

  test('is not for the same process twice', async () => {
    const machine = await start()
    await machine.taken(1)
    expect(await machine.take(1)).toMatchObject({ heldBy: { pid: 1 } })
  })

  test('stays with a holder on another machine until it is taken by force, and then the holder knows', async () => {
    const machine = await start()
    const far: Processes = { self: { ...machine.processes(7).self, host: 'far' }, isAlive: () => true }
    const held = await takeLock({ fs: machine.disk, folder: FOLDER, processes: far, since })
    if ('heldBy' in held) throw new Error()
    expect(await machine.take(1)).toMatchObject({ heldBy: { host: 'far' } })
    expect(await machine.take(1, { force: true })).toHaveProperty('lock')
    expect(await held.lock.isOurs()).toBe(false)
  })

  test('is free where a power cut left nothing readable of it', async () => {
    const machine = await start()
    await machine.taken(1)
    machine.disk.put(`${FOLDER}/lock-1/holder.json`, Buffer.alloc(40))
    expect(await machine.take(2)).toHaveProperty('lock')
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'is with one at a time, however the steps of many fall (seed %i)',
    async (seed) => {
      const machine = await start()
      const chance = random(seed)
      const holding = new Set<number>()
      let taken = 0
      const live = async (pid: number) => {
        const fs = new FaultyFileSystem(machine.disk)
        fs.before = async () => {
          for (let turns = chance.below(6); turns > 0; turns--) await new Promise(setImmediate)
        }
        for (let round = 0; taken < 60; round++) {
          // Each round a new process, as some of them crash.
          const own = pid * 1000 + round
          const result = await machine.take(own, { fs })
          if ('heldBy' in result) continue
          taken++
          holding.add(own)
          expect([...holding]).toEqual([own])
          await fs.before(0)
          expect(await result.lock.isOurs()).toBe(true)
          holding.delete(own)
          if (chance.below(3) === 0) machine.kill(own)
          else await result.lock.release()
        }
      }
      await Promise.all(Array.from({ length: 8 }, (_, at) => live(at + 1)))
    }
  )

  test('is not given where the folder cannot be written to', async () => {
    const machine = await start()
    const fs = new FaultyFileSystem(machine.disk)
    Object.assign(fs, { failAt: 1, code: 'EROFS', forGood: true })
    await expect(machine.take(1, { fs })).rejects.toThrow(/EROFS/)
  })
})
