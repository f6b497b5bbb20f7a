import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The file named on the command line: the first argument that is neither a switch nor its value nor, where
 * Electron was started with the application's folder (`electron . FILE`), that folder. After `--` everything is a file.
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
    // All switches of Electron and Chromium take their value after “=”, except this one.
    if (arg === '-r' || arg === '--require') at++
    else if (!arg.startsWith('-')) words.push(arg)
  }
  const file = words[givenApp ? 1 : 0]
  if (!file) return undefined
  return file.startsWith('file://') ? fileURLToPath(file) : resolve(cwd, file)
}
