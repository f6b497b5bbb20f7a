import { readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const LAYERS = ['src-core', 'src-main', 'src-renderer', 'graph-seed', 'scripts', 'test'] as const
const ALIASES = new Map([
  ['@core', 'src-core'],
  ['@main', 'src-main'],
  ['@renderer', 'src-renderer'],
  ['@seed', 'graph-seed']
])

interface Import {
  /** As it is written. */
  readonly name: string
  /** The package, or the file from the root with / between its parts. */
  readonly target: string
  readonly isPackage: boolean
  readonly isTypeOnly: boolean
}

interface Module {
  readonly path: string
  readonly code: string
  readonly imports: readonly Import[]
}

const ALL_FILES = new Set(LAYERS.flatMap((layer) => filesIn(layer)))
const MODULES = new Map([...ALL_FILES].map((path) => [path, read(path)]))
const inside = (folder: string) => [...MODULES.values()].filter(({ path }) => path.startsWith(`${folder}/`))
const ours = [...MODULES.values()]

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|mts|mjs|svelte)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.includes('node_modules/'))
}

function read(path: string): Module {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const code = extname(path) === '.svelte' ? scriptsOf(text) : text
  const types = typeOnlyImports(code)
  const imports = ts
    .preProcessFile(code, true, true)
    .importedFiles.map(({ fileName }) => ({ ...targetOf(path, fileName), isTypeOnly: types.has(fileName) }))
  return { path, code, imports }
}

function scriptsOf(text: string): string {
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n')
}

/** Modules of which nothing but types is imported, so that nothing of them is there at run time. */
function typeOnlyImports(code: string): ReadonlySet<string> {
  const found = new Map<string, boolean>()
  ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest).forEachChild((node) => {
    if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return
    const clause = node.importClause
    const named = clause?.namedBindings
    const isTypeOnly =
      clause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      (!clause?.name &&
        named !== undefined &&
        ts.isNamedImports(named) &&
        named.elements.every((one) => one.isTypeOnly))
    const name = node.moduleSpecifier.text
    found.set(name, isTypeOnly && (found.get(name) ?? true))
  })
  return new Set([...found].filter(([, isTypeOnly]) => isTypeOnly).map(([name]) => name))
}

function targetOf(from: string, written: string): Omit<Import, 'isTypeOnly'> {
  const name = written.replace(/\?.*$/, '')
  const alias = ALIASES.get(name.split('/')[0] ?? '')
  if (alias) return { name, target: fileAt(join(ROOT, alias, name.slice(name.indexOf('/') + 1))), isPackage: false }
  if (name.startsWith('.')) return { name, target: fileAt(resolve(ROOT, dirname(from), name)), isPackage: false }
  const parts = name.split('/')
  return { name, target: name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? ''), isPackage: true }
}

function fileAt(path: string): string {
  const asWritten = relative(ROOT, path).split(sep).join('/')
  return ALL_FILES.has(`${asWritten}.ts`) ? `${asWritten}.ts` : asWritten
}

/** `path → target` of each import that a rule forbids. */
const breaches = (modules: readonly Module[], isForbidden: (one: Import, from: string) => boolean) =>
  modules.flatMap(({ path, imports }) =>
    imports.filter((one) => isForbidden(one, path)).map(({ name }) => `${path} imports ${name}`)
  )

const goesTo = (folder: string) => (one: Import) => !one.isPackage && one.target.startsWith(`${folder}/`)

// The client wraps the bridge; start-window.ts hands it over.
const BRIDGE_USERS = new Set(['src-renderer/client.ts', 'src-renderer/start-window.ts'])

describe('who may import whom', () => {
  it('there is something to look at', () => {
    for (const layer of ['src-core', 'src-main', 'src-renderer', 'test'])
      expect(inside(layer).length).toBeGreaterThan(10)
    expect(ours.flatMap(({ imports }) => imports).length).toBeGreaterThan(300)
  })

  it('core imports itself and a few pure packages', () => {
    const pure = new Set([
      'zod',
      'bidi-js',
      'secure-json-parse',
      'jsonc-parser',
      'lucide',
      'graphology',
      'graphology-layout-forceatlas2'
    ])
    expect(
      breaches(inside('src-core'), (one) => (one.isPackage ? !pure.has(one.target) : !goesTo('src-core')(one)))
    ).toEqual([])
  })

  it('main and renderer import core and never each other', () => {
    expect(breaches(inside('src-main'), goesTo('src-renderer'))).toEqual([])
    expect(breaches(inside('src-renderer'), goesTo('src-main'))).toEqual([])
    expect(breaches([...inside('src-main'), ...inside('src-renderer')], goesTo('graph-seed'))).toEqual([])
  })

  it('the window imports no module of Node or Electron', () => {
    const isNative = ({ target }: Import) => target.startsWith('node:') || target === 'electron'
    expect(breaches(inside('src-renderer'), isNative)).toEqual([])
  })

  it('the command line runs without Electron', () => {
    const reached = reachableFrom('src-main/cli/entente.ts')
    expect(reached.size).toBeGreaterThan(20)
    expect(
      breaches(
        [...reached].flatMap((path) => MODULES.get(path) ?? []),
        ({ target, isTypeOnly }) => target === 'electron' && !isTypeOnly
      )
    ).toEqual([])
  })

  it('nobody imports test', () => {
    expect(
      breaches(
        ours.filter(({ path }) => !path.startsWith('test/')),
        goesTo('test')
      )
    ).toEqual([])
  })

  it('only the canvas imports Cytoscape, only the Neo4j store its driver, only the client the bridge', () => {
    const others = (folder: string) => ours.filter(({ path }) => !path.startsWith(folder) && !path.startsWith('test/'))
    expect(breaches(others('src-renderer/canvas/'), ({ target }) => target.startsWith('cytoscape'))).toEqual([])
    expect(breaches(others('src-main/stores/neo4j'), ({ target }) => target === 'neo4j-driver')).toEqual([])
    const bridge = inside('src-renderer').filter(
      ({ path, code }) => /\bwindow\.entente\b/.test(code) && !BRIDGE_USERS.has(path)
    )
    expect(bridge.map(({ path }) => path)).toEqual([])
  })

  it('a feature imports neither another feature nor the canvas; widgets know nothing of graphs', () => {
    const feature = (path: string) => /^src-renderer\/features\/([^/]+)/.exec(path)?.[1]
    const isOfAnother = (one: Import, from: string) =>
      goesTo('src-renderer/canvas')(one) || (feature(one.target) !== undefined && feature(one.target) !== feature(from))
    expect(breaches(inside('src-renderer/features'), isOfAnother)).toEqual([])
    const isAboutGraphs = (one: Import) =>
      ['features', 'canvas', 'state', 'actions'].some((folder) => goesTo(`src-renderer/${folder}`)(one)) ||
      ['graph', 'change', 'commands', 'queries', 'formats', 'view'].some((folder) => goesTo(`src-core/${folder}`)(one))
    expect(breaches(inside('src-renderer/ui'), isAboutGraphs)).toEqual([])
  })

  it('whatever is imported by a path is there', () => {
    expect(
      breaches(ours, (one) => !one.isPackage && /\.(?:ts|mjs|svelte)$/.test(one.target) && !MODULES.has(one.target))
    ).toEqual([])
  })
})

// From the bottom up. Where a new folder belongs: above whatever it imports, as far down as it can.
const CORE_FOLDERS = [
  'text',
  'records',
  'names',
  'graph',
  'change',
  'evidence',
  'queries',
  'commands',
  'tables',
  'view',
  'entry',
  'external',
  'drawing',
  'layout',
  'figure',
  'formats',
  'vocabularies',
  'contract'
]

describe('the folders of core have one order', () => {
  const folderOf = (path: string) => /^src-core\/([^/]+)\//.exec(path)?.[1] ?? ''

  it('each of them is listed, and no other is', () => {
    const folders = new Set(inside('src-core').map(({ path }) => folderOf(path)))
    folders.delete('') // declarations for all of core
    expect([...folders].sort()).toEqual([...CORE_FOLDERS].sort())
    const loose = inside('src-core').filter(({ path }) => folderOf(path) === '' && !path.endsWith('.d.ts'))
    expect(loose.map(({ path }) => path)).toEqual([])
  })

  it('an import points down, if only of a type', () => {
    const heightOf = (path: string) => CORE_FOLDERS.indexOf(folderOf(path))
    expect(
      breaches(
        inside('src-core'),
        (one, from) => goesTo('src-core')(one) && heightOf(one.target) > heightOf(from) && heightOf(from) >= 0
      )
    ).toEqual([])
  })
})

it('no module imports itself, however far round', () => {
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) return void circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (done.has(path)) return
    // A Svelte component may draw itself again inside itself: that is how trees are drawn.
    for (const { target, isPackage } of MODULES.get(path)?.imports ?? [])
      if (!isPackage && target !== path && MODULES.has(target)) visit(target, [...trail, path])
    done.add(path)
  }
  for (const { path } of ours) visit(path, [])
  expect(circles).toEqual([])
})

describe('core is pure', () => {
  const uses = (pattern: RegExp) =>
    inside('src-core')
      .filter(({ code }) => pattern.test(withoutComments(code)))
      .map(({ path }) => path)

  it('it reads no clock and draws no lots', () => {
    expect(uses(/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\b|\bMath\.random\b|\bcrypto\b/)).toEqual(
      []
    )
  })

  it('it waits for nothing and knows neither screen nor process', () => {
    expect(
      uses(/\b(?:setTimeout|setInterval|fetch|document|window|process|globalThis|localStorage|console)\s*[.(]/)
    ).toEqual([])
  })
})

it('nothing is used that the oldest supported runtime does not have', () => {
  const newer = /\b(?:Object|Map)\.groupBy\b|\bPromise\.withResolvers\b|\bArray\.fromAsync\b|\bRegExp\.escape\b/
  const code = ours.filter(({ path }) => !path.startsWith('test/'))
  expect(code.filter(({ code }) => newer.test(code)).map(({ path }) => path)).toEqual([])
})

it('there are no default exports, no files that only pass on others, and none without a point', () => {
  const isConfig = (path: string) => path.endsWith('.config.ts') || path.endsWith('.d.ts')
  const code = ours.filter(({ path }) => !isConfig(path))
  expect(code.filter(({ code }) => /^export default\b/m.test(code)).map(({ path }) => path)).toEqual([])
  expect(code.filter(({ code }) => /^export \* from/m.test(code)).map(({ path }) => path)).toEqual([])
  expect(
    ours.filter(({ path }) => /(?:^|\/)(?:utils?|helpers?|common|misc)\.[a-z]+$/.test(path)).map(({ path }) => path)
  ).toEqual([])
})

it('no file is longer than 300 lines', () => {
  const source = ours.filter(({ path }) => !path.startsWith('test/'))
  expect(source.filter(({ code }) => code.split('\n').length > 301).map(({ path }) => path)).toEqual([])
})

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

/** All modules of ours that are there at run time when this one is. */
function reachableFrom(start: string): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [start]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue
    reached.add(path)
    for (const { target, isPackage, isTypeOnly } of MODULES.get(path)?.imports ?? [])
      if (!isPackage && !isTypeOnly && MODULES.has(target)) waiting.push(target)
  }
  return reached
}
