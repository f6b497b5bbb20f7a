import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { adding, entity, sampleFile, sampleText } from '../sample'
import { openStore } from './open'

const spoilt = () => sampleText().replace(/("id":"russia"[^\n]*?)\}(,?)$/m, '$1,"period":["since", 1991.5]}$2')

test('a file with a date that cannot be read opens, says so, can be edited, and keeps the line to the byte', async () => {
  const text = spoilt()
  expect(text).not.toBe(sampleText())
  const path = await sampleFile(text)
  const store = await openStore(path)
  expect(store.readOnly).toBeUndefined()
  expect(store.notices).toEqual([
    expect.stringMatching(
      /^A date in “sample\.entente\.json” cannot be read\. .* Entity russia, "period": A list is not a date/
    )
  ])
  await store.commit(adding(entity('turkey')))
  await store.close()
  const kept = await readFile(path, 'utf8')
  const line = (of: string) => of.split('\n').find((one) => one.startsWith('{"id":"russia"'))
  expect(kept).toContain('"turkey"')
  expect(line(kept)).toContain('"period":["since", 1991.5]')
  const again = await openStore(path)
  expect(again.notices.length).toBe(1)
  await again.close()
})
