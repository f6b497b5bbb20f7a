import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { QUICK, SLOW_TESTS } from './scripts/slow-tests.mjs'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const alias = {
  '@core': at('src-core'),
  '@main': at('src-main'),
  '@renderer': at('src-renderer'),
  '@seed': at('graph-seed')
}

// Slow is no failure: the machine that runs this may be doing something else as well.
const shared = { setupFiles: ['test/property-seed.ts'], testTimeout: 30_000, hookTimeout: 60_000 }

/** Tests against a real Neo4j. */
const SERVER_TESTS = 'test/**/*.neo4j.test.ts'

/** Tests that put something in a module's place: they cannot share modules with others. */
const MOCKED = 'test/{core,main}/**/*.mocked.test.ts'

const isQuick = process.env[QUICK] !== undefined

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'node',
          ...shared,
          environment: 'node',
          // Loading the modules anew for each file takes longer than the tests themselves.
          isolate: !isQuick,
          include: ['test/**/*.test.ts'],
          exclude: ['test/renderer/**', 'test/app/**', SERVER_TESTS, MOCKED, ...(isQuick ? SLOW_TESTS : [])]
        }
      },
      { resolve: { alias }, test: { name: 'mocked', ...shared, environment: 'node', include: [MOCKED] } },
      {
        resolve: { alias },
        test: {
          name: 'neo4j',
          ...shared,
          environment: 'node',
          include: [SERVER_TESTS],
          globalSetup: ['test/main/stores/neo4j/server/shared-server.ts'],
          // All share one server with one database, so one file at a time; after the others, for its processors' sake.
          maxWorkers: 1,
          sequence: { groupOrder: 1 }
        }
      },
      {
        resolve: { alias, conditions: ['browser'] },
        plugins: [svelte({ configFile: false })],
        test: {
          name: 'renderer',
          ...shared,
          environment: 'happy-dom',
          include: ['test/renderer/**/*.test.ts'],
          exclude: isQuick ? SLOW_TESTS : []
        }
      }
    ]
  }
})
