import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The file that the command line names: the first argument that is neither a switch nor a switch's value nor, where
 * Electron was given the folder of the application (`electron . FILE`), that folder. After `--` everything is a file.
 */
export function fileArgument(
  argv: readonly string[],
  { cwd, givenApp }: { readonly cwd: string; readonly givenApp: boolean }
): string | undefined {
  const words: string[] = []
  for (let at = 1; at < argv.length; at++) {
    const arg = argv[at] ?? ''
    if (arg === '--') {
      words.push(...argv.slice(at + 1))
      break
    }
    // Every switch of Electron and Chromium carries its value behind “=”, but for this one.
    if (arg === '-r' || arg === '--require') at++
    else if (!arg.startsWith('-')) words.push(arg)
  }
  const file = words[givenApp ? 1 : 0]
  if (!file) return undefined
  return file.startsWith('file://') ? fileURLToPath(file) : resolve(cwd, file)
}
