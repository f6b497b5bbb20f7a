import { expect, test } from 'vitest'
import { add, closingLine, countPlaywright, countVitest } from '../../scripts/test-counts.mjs'

const vitest = (...statuses: string[]) => ({
  name: 'a.test.ts',
  status: statuses.includes('failed') ? 'failed' : 'passed',
  assertionResults: statuses.map((status, at) => ({ status, fullName: `test ${at}` }))
})

test('Vitest: passed, failed, skipped and to do', () => {
  const counts = countVitest({
    testResults: [vitest('passed', 'passed', 'failed'), vitest('skipped', 'todo', 'pending')]
  })
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: 3, skippedNames: ['test 0', 'test 1', 'test 2'] })
})

test('Vitest: a file that could not be loaded is one failure', () => {
  const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] }
  expect(countVitest({ testResults: [vitest('passed'), broken] })).toMatchObject({ passed: 1, failed: 1 })
})

test('Playwright: nested suites, and errors outside of tests', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] })
  const report = {
    suites: [
      {
        title: 'window.spec.ts',
        specs: [spec('opens', 'expected'), spec('closes', 'unexpected')],
        suites: [{ title: 'with Neo4j', specs: [spec('loads', 'skipped'), spec('saves', 'flaky')] }]
      }
    ],
    errors: [{ message: 'cannot load' }]
  }
  expect(countPlaywright(report)).toEqual({
    passed: 2,
    failed: 2,
    skipped: 1,
    skippedNames: ['window.spec.ts with Neo4j loads']
  })
})

test('the closing line sums both', () => {
  const a = { passed: 3, failed: 0, skipped: 1, skippedNames: ['a'] }
  expect(closingLine(add(a, a))).toBe('6 passed, 0 failed, 2 skipped')
})
