// @ts-check

/** Test files that `npm run test:quick` leaves out: together they take longer than all others. */
export const SLOW_TESTS = [
  'test/main/cli/process.test.ts',
  'test/main/stores/bit-flips.test.ts',
  'test/main/stores/failing-steps.test.ts',
  'test/main/stores/json-store.contract.test.ts',
  'test/main/stores/kills.test.ts',
  'test/main/stores/outside-edits.test.ts',
  'test/main/stores/power-loss.test.ts',
  'test/main/stores/races.test.ts'
]

/** What a quick run leaves out, printed at its end. */
export const LEFT_OUT = [
  'types (npm run types)',
  'tests with a Neo4j server (npm run test:neo4j)',
  'end-to-end tests in the built application (npm run test:app)',
  ...SLOW_TESTS
]
