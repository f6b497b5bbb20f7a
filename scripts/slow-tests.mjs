// @ts-check

/** Set in the environment of a quick run; vitest.config.ts then leaves the slow tests out. */
export const QUICK = 'ENTENTE_QUICK'

/** Test files that a quick run leaves out: together they take longer than all others. */
export const SLOW_TESTS = [
  'test/core/figure/worst.test.ts',
  'test/core/queries/name-scan.test.ts',
  'test/main/cli/process.test.ts',
  'test/main/figure/studio.test.ts',
  'test/main/stores/bit-flips.test.ts',
  'test/main/stores/failing-steps.test.ts',
  'test/main/stores/json/content.test.ts',
  'test/main/stores/json-store.contract.test.ts',
  'test/main/stores/kills.test.ts',
  'test/main/stores/concurrent-edits.test.ts',
  'test/main/stores/power-loss.test.ts',
  'test/main/stores/races.test.ts',
  'test/renderer/canvas/label-rule.test.ts'
]

/** What a quick run leaves out, printed at its end. */
export const LEFT_OUT = [
  'types (npm run types)',
  'tests with a Neo4j server (npm run test:neo4j)',
  'end-to-end tests in the built application (npm run test:app)',
  ...SLOW_TESTS
]
