import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const alias = {
  '@core': at('src-core'),
  '@main': at('src-main'),
  '@renderer': at('src-renderer'),
  '@seed': at('graph-seed')
}

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/renderer/**', 'test/app/**']
        }
      },
      {
        resolve: { alias, conditions: ['browser'] },
        plugins: [svelte({ configFile: false })],
        test: { name: 'renderer', environment: 'happy-dom', include: ['test/renderer/**/*.test.ts'] }
      }
    ]
  }
})
