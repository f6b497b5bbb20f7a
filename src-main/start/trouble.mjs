// @ts-check

/** A failure that the user can act on: what does not work, why, and what to do about it. */
export class Trouble extends Error {
  /** @param {{ what: string, why: string, todo: string }} parts */
  constructor({ what, why, todo }) {
    super(`${what}\n  Why: ${why}\n  What to do: ${todo}`)
    this.name = 'Trouble'
  }
}

/**
 * Writes a line about the start itself. Always to stderr: stdout belongs to what is being started.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs a launcher's body; a failure becomes a readable message and an exit code that is not 0.
 * @param {() => Promise<number>} body resolves to the exit code
 */
export async function launch(body) {
  try {
    process.exitCode = await body()
  } catch (error) {
    say(error instanceof Trouble ? error.message : String(error instanceof Error ? error.stack : error))
    process.exitCode = 1
  }
}
