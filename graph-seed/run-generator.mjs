// @ts-check
// `npm run generate`: runs the TypeScript of this folder as it is, so that the application's build need not know of it.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))

await runnerImport(at('generate-command.ts'), {
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@core': at('../src-core') } }
})
