import { defineConfig } from '@playwright/test'

// Each test starts the built application itself (see launch.ts), so there is no browser here to configure.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  tsconfig: '../../tsconfig.test.json',
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: 1,
  forbidOnly: true,
  retries: 0,
  // A start takes a second on a session and may take many on a loaded machine with a software display.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list'
})
