import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Holder, processes } from '@main/stores/lock/holder'
import { describe, expect, test } from 'vitest'

const holder = (changes: Partial<Holder>): Holder => ({ ...processes.self, since: '', released: false, ...changes })

describe('a holder', () => {
  test('that is this process is alive', () => {
    expect(processes.isAlive(holder({}))).toBe(true)
  })

  test('that has ended is not, and not before', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    await once(child, 'spawn')
    const pid = child.pid ?? 0
    if (process.platform !== 'linux') expect(processes.isAlive(holder({ pid }))).toBe(true)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(processes.isAlive(holder({ pid }))).toBe(false)
  })

  test.runIf(process.platform === 'linux')('is not taken for another process that later got its number', () => {
    expect(processes.isAlive(holder({ started: '1' }))).toBe(false)
  })

  test.runIf(process.platform === 'linux')('of an earlier run of the system is gone', () => {
    const [, space] = processes.self.system.split(' ')
    expect(processes.isAlive(holder({ system: `another ${space}` }))).toBe(false)
  })

  test.runIf(process.platform === 'linux')('in a container is out of sight, so it may be alive', () => {
    const [boot] = processes.self.system.split(' ')
    expect(processes.isAlive(holder({ system: `${boot} pid:[1]`, pid: 999_999_999 }))).toBe(true)
  })

  test('on another machine may be alive', () => {
    expect(processes.isAlive(holder({ host: 'elsewhere', pid: 999_999_999 }))).toBe(true)
  })
})
