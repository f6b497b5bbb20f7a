// @ts-check
// `npm run bench`: builds the measurements as the application is built and runs them. Says how fast; fails only when it
// could not be measured.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const at = (/** @type {string} */ path) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
// Within the project, where what draws figures finds its fonts.
mkdirSync(at('out'), { recursive: true })
const folder = mkdtempSync(at('out/bench-'))
try {
  await build({
    configFile: false,
    logLevel: 'error',
    root: at(''),
    resolve: { alias: { '@core': at('src-core'), '@main': at('src-main'), '@seed': at('graph-seed') } },
    // The rasteriser is native, and fonts are measured as the application measures them.
    ssr: { noExternal: true, external: ['@resvg/resvg-js', 'fontkit'] },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      rolldownOptions: {
        input: {
          bench: at('test/bench/bench.ts'),
          measured: at('test/bench/measured.ts'),
          names: at('test/bench/names.ts'),
          neo4j: at('test/bench/neo4j.ts'),
          status: at('test/bench/status.ts'),
          worst: at('test/bench/worst.ts'),
          'worst-export': at('test/bench/worst-export.ts'),
          figures: at('src-main/figure/figure-thread.ts')
        },
        output: { entryFileNames: '[name].mjs' }
      }
    }
  })
  // `npm run bench -- neo4j`, `-- names`, `-- status` or `-- worst` measures that alone.
  for (const part of process.argv.length > 2 ? process.argv.slice(2) : ['bench', 'names', 'status', 'neo4j', 'worst']) {
    const { status } = spawnSync(process.execPath, [join(folder, `${part}.mjs`), folder], { stdio: 'inherit' })
    if (status !== 0) process.exitCode = status ?? 1
  }
} finally {
  rmSync(folder, { recursive: true })
}
