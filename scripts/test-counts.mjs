// @ts-check

/** @typedef {{ passed: number, failed: number, skipped: number, skippedNames: readonly string[] }} Counts */

/** @type {Counts} */
export const NONE = { passed: 0, failed: 0, skipped: 0, skippedNames: [] }

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  skippedNames: [...a.skippedNames, ...b.skippedNames]
})

/** The closing line, which machines read. @param {Counts} counts */
export const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`

/**
 * Counts what Vitest's JSON reporter wrote. A file that could not be loaded has no tests, and counts as one failure.
 * @param {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} report
 * @returns {Counts}
 */
export function countVitest({ testResults }) {
  let counts = NONE
  for (const { status, assertionResults } of testResults) {
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
      counts = add(counts, { ...NONE, failed: 1 })
    for (const test of assertionResults) counts = add(counts, countOne(test.status, test.fullName))
  }
  return counts
}

/**
 * Counts what Playwright's JSON reporter wrote. An error outside of any test (a file that cannot be loaded) is a failure.
 * @typedef {{ title: string, specs?: { title: string, tests: { status: string }[] }[], suites?: Suite[] }} Suite
 * @param {{ suites: Suite[], errors?: unknown[] }} report
 * @returns {Counts}
 */
export function countPlaywright({ suites, errors = [] }) {
  const inside = (/** @type {Suite} */ { title, specs = [], suites = [] }, /** @type {string} */ path) => {
    const here = path ? `${path} ${title}` : title
    let counts = NONE
    for (const spec of specs)
      for (const test of spec.tests) counts = add(counts, countOne(test.status, `${here} ${spec.title}`))
    for (const suite of suites) counts = add(counts, inside(suite, here))
    return counts
  }
  return suites.map((suite) => inside(suite, '')).reduce(add, { ...NONE, failed: errors.length })
}

/** @param {string} status Vitest's or Playwright's word @param {string} name @returns {Counts} */
function countOne(status, name) {
  switch (status) {
    case 'passed':
    case 'expected':
    case 'flaky':
      return { ...NONE, passed: 1 }
    case 'failed':
    case 'unexpected':
      return { ...NONE, failed: 1 }
    default:
      return { ...NONE, skipped: 1, skippedNames: [name] }
  }
}
