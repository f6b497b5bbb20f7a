import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

// Build for the oldest runtime that we support, whichever version is installed.
process.env.ELECTRON_MAJOR_VER ??= '33'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const resolve = { alias: { '@core': at('src-core') } }

export default defineConfig({
  main: {
    resolve,
    build: {
      rolldownOptions: {
        input: {
          index: at('src-main/index.ts'),
          'graph-worker': at('src-main/graph-worker/graph-worker.ts'),
          figures: at('src-main/figure/figure-thread.ts'),
          entente: at('src-main/cli/entente.ts')
        }
      }
    }
  },
  preload: {
    resolve,
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('src-main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: at('src-renderer'),
    resolve,
    build: { rolldownOptions: { input: at('src-renderer/index.html') }, assetsInlineLimit: 0 },
    worker: { format: 'es' },
    plugins: [svelte({ configFile: false })]
  }
})
