// @ts-check
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @typedef {{ code: number, output: string }} Ended the exit code (1 when it could not start) and both streams in order */

/**
 * Runs a command with an empty stdin, and captures its output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, seconds?: number }} [options] ended by force after `seconds`
 * @returns {Promise<Ended>}
 */
export function runQuietly(command, args, { cwd, env, seconds } = {}) {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] })
    const timer = seconds && setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    const end = (/** @type {number} */ code, note = '') => {
      clearTimeout(timer || undefined)
      resolve({ code, output: output + note })
    }
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => end(1, error.message))
    child.on('close', (code, signal) => end(code ?? 1, signal ? `\nended by ${signal}` : ''))
  })
}

/**
 * Runs a command in the foreground and resolves to its exit code.
 *
 * With `group` it gets its own process group and our signals are passed to all of it: xvfb-run is a shell script that
 * would otherwise die alone and leave the X server and the application behind.
 * @param {readonly string[]} command the program and its arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, group?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function runInForeground([program, ...args], { cwd, env, group = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(/** @type {string} */ (program), args, {
      cwd,
      env: env ?? process.env,
      stdio: 'inherit',
      detached: group
    })
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      if (!child.pid) return
      try {
        process.kill(group ? -child.pid : child.pid, signal)
      } catch {
        // It has ended meanwhile.
      }
    }
    const signals = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
    for (const signal of signals) process.on(signal, pass)
    const stopPassing = () => {
      for (const signal of signals) process.off(signal, pass)
    }
    child.on('error', (error) => {
      stopPassing()
      reject(error)
    })
    child.on('close', (code, signal) => {
      stopPassing()
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1))
    })
  })
}

/**
 * Where a program is in PATH, or undefined.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 */
export function which(name, env = process.env) {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const path = join(folder || '.', name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not in this folder.
    }
  }
  return undefined
}

/**
 * The npm that runs us (so that its registry, proxy and keys are the user's), or else the one in PATH.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {[string, ...string[]]}
 */
export function npmCommand(env = process.env) {
  const script = env.npm_execpath
  return script && /npm-cli\.js$/.test(script) ? [process.execPath, script] : ['npm']
}
