// @ts-check
import { lstat, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/**
 * Makes a runtime the one that npm's electron package knows: `dist` beside it leads to the folder, and path.txt names
 * the binary. Then `npx electron`, electron-vite and Playwright all find it, with no environment variables.
 *
 * Each step replaces by renaming, so that two processes doing the same at once never see half of it.
 * @param {string} root the folder of the project
 * @param {string} dist the folder that holds Electron
 * @param {string} binary the binary's path inside that folder
 */
export async function wire(root, dist, binary) {
  const electron = join(root, 'node_modules/electron')
  const link = join(electron, 'dist')
  if (resolve(dist) !== link && (await targetOf(link)) !== dist) {
    const fresh = join(electron, `dist-${process.pid}`)
    await symlink(dist, fresh, 'dir')
    if ((await targetOf(link)) === undefined) await rm(link, { recursive: true, force: true })
    await rename(fresh, link)
  }
  const pathFile = join(electron, 'path.txt')
  if ((await readFile(pathFile, 'utf8').catch(() => '')) === binary) return
  await writeFile(`${pathFile}-${process.pid}`, binary)
  await rename(`${pathFile}-${process.pid}`, pathFile)
}

/** Where a symbolic link leads; undefined when there is none or it is something else. @param {string} path */
async function targetOf(path) {
  const isLink = await lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false
  )
  return isLink ? readlink(path) : undefined
}
