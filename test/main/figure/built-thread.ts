import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** Builds these parts of the program as the application is built; answers the folder they are in, which the caller removes. */
export async function built(input: Readonly<Record<string, string>>) {
  // Within the project, where what they need is found.
  await mkdir(at('out'), { recursive: true })
  const folder = await mkdtemp(at('out/test-built-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: at(''),
    resolve: { alias: { '@core': at('src-core') } },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, path]) => [name, at(path)])),
        output: { entryFileNames: '[name].mjs' }
      }
    }
  })
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** The built file of the thread that draws. */
export async function builtFigureThread() {
  const { folder, remove } = await built({ figures: 'src-main/figure/figure-thread.ts' })
  return { entry: join(folder, 'figures.mjs'), remove }
}
