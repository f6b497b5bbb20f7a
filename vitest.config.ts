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

/** Tests that put something in a module's place, or watch one being loaded: they cannot share modules with others. */
const ISOLATED = 'test/**/*.isolated.test.ts'

const isQuick = process.env[QUICK] !== undefined

// Loading the modules anew for each file takes longer than the tests themselves.
const isolate = !isQuick
const leftOut = isQuick ? SLOW_TESTS : []

const node = { ...shared, environment: 'node' }

/** The window's tests. Those that share a page each leave it as they found it. */
const renderer = {
  ...shared,
  environment: 'happy-dom',
  setupFiles: [...shared.setupFiles, 'test/renderer/clean-page.ts']
}
const ofRenderer = { resolve: { alias, conditions: ['browser'] }, plugins: [svelte({ configFile: false })] }

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          ...node,
          name: 'node',
          isolate,
          include: ['test/**/*.test.ts'],
          exclude: ['test/renderer/**', 'test/app/**', SERVER_TESTS, ISOLATED, ...leftOut]
        }
      },
      { resolve: { alias }, test: { ...node, name: 'isolated', include: [ISOLATED], exclude: ['test/renderer/**'] } },
      {
        resolve: { alias },
        test: {
          ...node,
          name: 'neo4j',
          include: [SERVER_TESTS],
          globalSetup: ['test/main/stores/neo4j/server/shared-server.ts'],
          // All share one server with one database, so one file at a time; after the others, for its processors' sake.
          maxWorkers: 1,
          sequence: { groupOrder: 1 }
        }
      },
      {
        ...ofRenderer,
        test: {
          ...renderer,
          name: 'renderer',
          isolate,
          include: ['test/renderer/**/*.test.ts'],
          exclude: [ISOLATED, ...leftOut]
        }
      },
      {
        ...ofRenderer,
        test: { ...renderer, name: 'renderer-isolated', include: ['test/renderer/**/*.isolated.test.ts'] }
      }
    ]
  }
})
