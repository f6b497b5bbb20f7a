import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { workingCopy } from '@main/session/working-copy'
import { disk } from '@main/stores/file-system'
import { describe, expect, test } from 'vitest'
import { folder, sampleFile, sampleText } from '../sample'
import { FaultyFileSystem } from '../stores/faulty-file-system'

describe('the working copy', () => {
  test('that fails to be written leaves nothing half written', async () => {
    const seed = await sampleFile(sampleText(), 'seed.entente.json')
    const home = await folder()
    const fs = new FaultyFileSystem()
    await workingCopy(fs, seed, join(home, 'trial'))
    const steps = fs.steps.length
    for (let failAt = 1; failAt <= steps; failAt++) {
      const target = join(home, `${failAt}`)
      const faulty = Object.assign(new FaultyFileSystem(), { failAt, code: 'ENOSPC' })
      const made = await workingCopy(faulty, seed, target).then(
        () => true,
        () => false
      )
      const names = await readdir(target).catch(() => [])
      if (made) expect(await readFile(join(target, 'seed.entente.json'), 'utf8')).toBe(sampleText())
      else if (names.length > 0) expect(faulty.steps[failAt - 1]).toBe('syncFolder')
    }
  })

  test('that is there is never overwritten', async () => {
    const seed = await sampleFile(sampleText(), 'seed.entente.json')
    const home = await folder()
    await writeFile(join(home, 'seed.entente.json'), 'mine')
    expect(await workingCopy(disk, seed, home)).toEqual({ path: join(home, 'seed.entente.json'), isNew: false })
    expect(await readFile(join(home, 'seed.entente.json'), 'utf8')).toBe('mine')
  })
})
