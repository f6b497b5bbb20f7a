import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expired } from '@main/stores/json/backups'
import { describe, expect, test } from 'vitest'
import { sampleFile } from '../../sample'
import { countInFile, numbered } from '../ledger'
import { openStore } from '../open'

const now = new Date('2025-03-31T12:00:00Z')
const HOUR = 60 * 60 * 1000
const hoursAgo = (hours: number) => ({ path: `${hours}`, at: new Date(now.getTime() - hours * HOUR) })
const kept = (hours: readonly number[]) => {
  const backups = hours.map(hoursAgo)
  const gone = expired(backups, now)
  return backups.filter((backup) => !gone.includes(backup)).map(({ path }) => Number(path))
}

describe('of many backups', () => {
  test('the last ten stay, however old', () => {
    const years = Array.from({ length: 12 }, (_, at) => (at + 1) * 24 * 365)
    expect(kept(years)).toEqual(years.slice(0, 10))
  })

  test('the last one of each of thirty days stays', () => {
    // Four a day over forty days, at 11, 7, 3 o’clock and 23 o’clock of the day before.
    const hours = Array.from({ length: 160 }, (_, at) => 1 + at * 6)
    const left = kept(hours)
    expect(left.slice(0, 10)).toEqual(hours.slice(0, 10))
    const days = left.slice(10).map((hours) => hoursAgo(hours).at.toISOString().slice(0, 10))
    expect(new Set(days).size).toBe(days.length)
    expect(days.at(0)).toBe('2025-03-28')
    expect(days.at(-1)).toBe('2025-03-02')
    for (const hours of left.slice(10)) expect(hoursAgo(hours).at.getUTCHours()).toBeGreaterThanOrEqual(17)
  })
})

test('each time the file is written anew what it was becomes a backup, as it was to the byte', async () => {
  const path = await sampleFile()
  let time = now.getTime()
  const store = await openStore(path, { now: () => new Date(time) })
  for (let count = 1; count <= 14; count++) {
    time += 1000
    await store.commit(numbered(count))
    await store.compact()
  }
  const folder = join(dirname(path), '.sample.entente/backups')
  const names = (await readdir(folder)).sort()
  const counts = await Promise.all(names.map(async (name) => countInFile(await readFile(join(folder, name), 'utf8'))))
  expect(counts).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
})
