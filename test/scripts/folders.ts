import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const REAL_MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'entente-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes a file with the folders above it, and returns its path. */
export function put(path: string, content: string | Buffer = ''): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

/** A project whose npm electron package is of the given version, with the real libraries that come with it. */
export function projectWithElectron(version: string, checksums: Record<string, string> = {}): string {
  const root = temporaryFolder()
  const electron = join(root, 'node_modules/electron')
  put(join(electron, 'package.json'), JSON.stringify({ name: 'electron', version }))
  put(join(electron, 'checksums.json'), JSON.stringify(checksums))
  for (const scope of ['@electron', '@electron-internal'])
    symlinkSync(join(REAL_MODULES, scope), join(root, 'node_modules', scope))
  return root
}

/** An unpacked Electron, as far as the preflight looks at one. */
export function fakeDist(dist: string, version: string): string {
  put(join(dist, 'electron'))
  put(join(dist, 'version'), version)
  return dist
}

export const textOf = (path: string) => readFileSync(path, 'utf8')
