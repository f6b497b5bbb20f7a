import { readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

/** A file of the page and what to call it. */
export interface PageFile {
  readonly path: string
  readonly type: string
}

/** All that a page is made of; a file of any other sort is not served. */
const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.woff', 'font/woff'],
  ['.ttf', 'font/ttf'],
  ['.wasm', 'application/wasm']
])

/**
 * The files of the built page by the path of their address, listed once at the start: what is not in the list does not
 * exist, so that no address, however it is written, leads to another file.
 */
export function pageManifest(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES.get(extname(entry.name).toLowerCase())
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, path).split(sep).map(encodeURIComponent).join('/')}`, { path, type })
  }
  return files
}
