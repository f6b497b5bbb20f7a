import { link, mkdir, readFile, rename, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { processes } from '@main/stores/lock/holder'
import { listOpenFile } from '@main/stores/lock/open-files'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { adding, entity, folder, sampleFile, sampleText } from '../sample'
import { bundle } from './bundle'
import { LineProcess } from './line-process'
import { openStore, textOf } from './open'

/** Another name of a file: beside it, or in another folder of the disk. */
const PLACES: Record<string, (path: string) => Promise<string>> = {
  'beside it': async (path) => join(dirname(path), 'other.entente.json'),
  'in a folder elsewhere': async (path) => {
    const elsewhere = join(dirname(path), 'deep', 'down')
    await mkdir(elsewhere, { recursive: true })
    return join(elsewhere, 'sample.entente.json')
  }
}

const HELD = /has been editing it under another name, “.*sample\.entente\.json”, since .*Open that one/

let program = ''
beforeAll(async () => {
  program = await bundle('race-worker.ts')
}, 60_000)

const processOn = async (path: string) => {
  const started = new LineProcess(program, path)
  onTestFinished(() => started.kill())
  await started.line(0)
  return started
}

describe.each(Object.entries(PLACES))('two names of one file, the other %s', (_, place) => {
  const twoNames = async () => {
    const path = await sampleFile()
    const other = await place(path)
    await link(path, other)
    return { path, other }
  }

  test('have one writer: the second is told who, and under which name', async () => {
    const { path, other } = await twoNames()
    const first = await openStore(path)
    expect(first.readOnly).toBeUndefined()
    expect(first.notices.join()).toMatch(/has other names on this disk \(hard links\)/)
    const second = await openStore(other)
    expect(second.readOnly).toMatch(HELD)
    expect(second.mayPass).toBe(true)
    await expect(second.commit(adding(entity('turkey')))).rejects.toThrow('under another name')
  })

  test('still have one when the first has rewritten its own, and the old content stays under the second', async () => {
    const { path, other } = await twoNames()
    const first = await openStore(path)
    await first.commit(adding(entity('turkey')))
    await first.compact()
    expect(await readFile(other, 'utf8')).toBe(sampleText())
    expect((await openStore(other)).readOnly).toMatch(HELD)
    await first.close()
    const later = await openStore(other)
    expect(later.readOnly).toBeUndefined()
    expect(textOf(later)).toBe(sampleText())
  })

  test('are free for the second when the first is closed or killed', async () => {
    const { path, other } = await twoNames()
    const [first, second] = [await processOn(path), await processOn(other)]
    expect(await first.ask('open')).toBe('writes 1')
    expect(await second.ask('open')).toMatch(/^reads .* under another name/)
    await second.ask('close')
    await first.kill()
    expect(await second.ask('open')).toBe('writes 1')
  })

  test('have one writer also when the other name was given while the file was open', async () => {
    const path = await sampleFile()
    const first = await openStore(path)
    await first.commit(adding(entity('turkey')))
    await first.compact()
    const other = await place(path)
    await link(path, other)
    expect((await openStore(other)).readOnly).toMatch(HELD)
  })
})

test('ten names of one file, opened by ten processes at once, have one writer each time', async () => {
  const path = await sampleFile()
  const names = [path]
  for (let count = 1; count < 10; count++) {
    const name = join(dirname(path), `name-${count}.entente.json`)
    await link(path, name)
    names.push(name)
  }
  const racers = await Promise.all(names.map(processOn))
  for (let round = 1; round <= 5; round++) {
    const answers = await Promise.all(racers.map((racer) => racer.ask('open')))
    const writers = answers.flatMap((answer, at) => (answer.startsWith('writes') ? [at] : []))
    expect(writers, answers.join('\n')).toHaveLength(1)
    await Promise.all(racers.map((racer) => racer.ask('close')))
    // The writer's name has a file of its own now.
    const name = names[writers[0] ?? 0] ?? ''
    if (name !== path) {
      await unlink(name)
      await link(path, name)
    } else {
      const next = names[1] ?? ''
      await link(next, `${path}.new`)
      await rename(`${path}.new`, path)
    }
  }
}, 60_000)

test('a file with one name is told of none, also after it was rewritten', async () => {
  const path = await sampleFile()
  const first = await openStore(path)
  await first.commit(adding(entity('turkey')))
  await first.close()
  expect((await openStore(path)).notices).toEqual([])
})

test('the list of open files keeps no entry of what was closed, nor of a process that has ended', async () => {
  const list = { folder: join(await folder(), 'list') }
  const file = { path: '/a', id: '1 2', hasOtherNames: true }
  const since = '2025-03-02T12:00:00.000Z'
  const gone = { ...processes, isAlive: () => false }
  await listOpenFile(file, { processes, since }, list)
  const second = await listOpenFile({ ...file, path: '/b' }, { processes: gone, since }, list)
  if (!('unlist' in second)) throw new Error(`held under ${basename(second.heldBy.path)}`)
  await second.unlist()
  expect('unlist' in (await listOpenFile({ ...file, path: '/c' }, { processes, since }, list))).toBe(true)
})
