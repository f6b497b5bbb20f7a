import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll } from 'vitest'

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** Builds a file beside this one into a program that Node runs as a process of its own; answers where it is. */
export async function bundle(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-bundle-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  await build({
    configFile: false,
    logLevel: 'error',
    root: at(''),
    resolve: { alias: { '@core': at('src-core'), '@main': at('src-main'), '@seed': at('graph-seed') } },
    ssr: { noExternal: true },
    build: {
      ssr: at(`test/main/stores/${name}`),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } }
    }
  })
  return join(folder, `${basename(name, '.ts')}.mjs`)
}
