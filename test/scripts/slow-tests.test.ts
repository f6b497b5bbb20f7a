import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { LEFT_OUT, SLOW_TESTS } from '../../scripts/slow-tests.mjs'

test('each test that is left out of a quick run is there, and is named', () => {
  const missing = SLOW_TESTS.filter((path) => !existsSync(fileURLToPath(new URL(`../../${path}`, import.meta.url))))
  expect(missing).toEqual([])
  expect(LEFT_OUT).toEqual(expect.arrayContaining(SLOW_TESTS))
})
