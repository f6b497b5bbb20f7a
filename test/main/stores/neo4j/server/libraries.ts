import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** The long-term line that runs on Java 17; it comes from Maven Central as ordinary artifacts. */
const VERSION = '5.26.12'

const run = promisify(execFile)

/** Where Neo4j's jars are, copied there once; or why they cannot be had here. */
export async function libraries(): Promise<{ readonly folder: string } | { readonly missing: string }> {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  const folder = join(cache, 'entente', `neo4j-${VERSION}`)
  const java = await javaVersion()
  if (java < 17) return { missing: 'Neo4j needs Java 17 or newer, and there is none in PATH' }
  if (existsSync(folder)) return { folder }
  if (!(await answers('mvn', ['--version']))) return { missing: 'Maven, which fetches Neo4j, is not in PATH' }
  await mkdir(join(cache, 'entente'), { recursive: true })
  // On the same disk, so that it can be renamed into place whole.
  const unfinished = await mkdtemp(`${folder}-`)
  try {
    await writeFile(join(unfinished, 'pom.xml'), POM)
    const args = [
      '-B',
      '-q',
      'dependency:copy-dependencies',
      '-DoutputDirectory=lib',
      '-DincludeScope=runtime',
      '-Dmdep.prependGroupId=true'
    ]
    await run('mvn', args, { cwd: unfinished, timeout: 300_000, maxBuffer: 1 << 24 })
    await rename(unfinished, folder).catch((error) => {
      if (!existsSync(folder)) throw error // another run was quicker: its folder is as good
    })
    return { folder }
  } catch (error) {
    return { missing: `Maven could not fetch Neo4j: ${String(error).split('\n').slice(0, 3).join(' ')}` }
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

const answers = (program: string, args: readonly string[]) =>
  run(program, [...args]).then(
    ({ stdout, stderr }) => `${stdout}${stderr}`,
    () => undefined
  )

/** The major version of the Java in PATH; 0 where there is none. */
async function javaVersion(): Promise<number> {
  const said = await answers('java', ['-version'])
  return Number(/version "(\d+)/.exec(said ?? '')?.[1] ?? 0)
}

const dependency = (group: string, artifact: string) =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${VERSION}</version></dependency>`

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion>
<groupId>entente</groupId><artifactId>test-server</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>${dependency('org.neo4j', 'neo4j')}${dependency('org.neo4j.app', 'neo4j-server')}</dependencies>
</project>
`
