// @ts-check
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A failure that the user can act on: what does not work, why, and what to do about it. */
export class Trouble extends Error {
  /** @param {{ what: string, why: string, todo: string }} parts */
  constructor({ what, why, todo }) {
    super(`${what}\n  Why: ${why}\n  What to do: ${todo}`)
    this.name = 'Trouble'
  }
}

/**
 * Writes a line about the start itself. Always to stderr: stdout belongs to the started program.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs a launcher's body if its file is the one that Node was started with (and not imported by another); a failure
 * becomes a readable message and an exit code that is not 0.
 * @param {string} url the file's import.meta.url
 * @param {() => Promise<number>} body resolves to the exit code
 */
export async function launch(url, body) {
  if (!process.argv[1] || realpathSync(process.argv[1]) !== realpathSync(fileURLToPath(url))) return
  try {
    process.exitCode = await body()
  } catch (error) {
    tell(error)
    process.exitCode = 1
  }
}

/** Says a failure: a Trouble in its own words, anything else with its stack. @param {unknown} error */
export function tell(error) {
  say(error instanceof Trouble ? error.message : String(error instanceof Error ? error.stack : error))
}
