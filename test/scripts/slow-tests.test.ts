import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { LEFT_OUT, QUICK, SLOW_TESTS } from '../../scripts/slow-tests.mjs'

test('each test that is left out of a quick run is there, is left out, and is named', async () => {
  const missing = SLOW_TESTS.filter((path) => !existsSync(fileURLToPath(new URL(`../../${path}`, import.meta.url))))
  expect(missing).toEqual([])
  process.env[QUICK] = '1'
  onTestFinished(() => void delete process.env[QUICK])
  const { default: config } = await import('../../vitest.config')
  const node = config.test?.projects?.find((one) => JSON.stringify(one).includes('"name":"node"'))
  expect(node).toMatchObject({ test: { exclude: expect.arrayContaining(SLOW_TESTS) } })
  expect(LEFT_OUT).toEqual(expect.arrayContaining(SLOW_TESTS))
})
