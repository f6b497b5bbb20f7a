// @ts-check
import { connect } from 'node:net'
import { join } from 'node:path'

/** The size of the virtual screen: a common laptop's, deep enough for true colour. */
const SCREEN = '1920x1080x24'
/** The command to run a program without a display. `-a` takes a free display number, so that several can run. */
export const VIRTUAL_DISPLAY = ['xvfb-run', '-a', '-s', `-screen 0 ${SCREEN}`]

/**
 * The display that the environment names. A variable alone proves little (it outlives its server in containers and
 * in ended sessions), so a connection is tried.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {Promise<'own' | 'x11' | 'wayland' | 'none'>} 'own' on systems that always have one
 */
export async function findDisplay(env, platform) {
  if (platform !== 'linux') return 'own'
  if (env.DISPLAY && (await anyAnswers(x11Addresses(env.DISPLAY)))) return 'x11'
  if (env.WAYLAND_DISPLAY && env.XDG_RUNTIME_DIR) {
    const path = env.WAYLAND_DISPLAY.startsWith('/')
      ? env.WAYLAND_DISPLAY
      : join(env.XDG_RUNTIME_DIR, env.WAYLAND_DISPLAY)
    if (await anyAnswers([{ path }])) return 'wayland'
  }
  return 'none'
}

/**
 * Where the server of `[host]:number[.screen]` listens: a local one at a socket file or an abstract socket, or TCP.
 * @param {string} display
 * @returns {import('node:net').NetConnectOpts[]}
 */
export function x11Addresses(display) {
  const match = /^(.*):(\d+)(?:\.\d+)?$/.exec(display)
  if (!match) return []
  const [, host = '', number] = match
  if (host === '' || host === 'unix')
    return [{ path: `/tmp/.X11-unix/X${number}` }, { path: `\0/tmp/.X11-unix/X${number}` }]
  return [{ host, port: 6000 + Number(number) }]
}

/** @param {import('node:net').NetConnectOpts[]} addresses */
async function anyAnswers(addresses) {
  for (const address of addresses) if (await answers(address)) return true
  return false
}

/** @param {import('node:net').NetConnectOpts} address @returns {Promise<boolean>} */
function answers(address) {
  return new Promise((resolve) => {
    const socket = connect(address)
    const end = (/** @type {boolean} */ answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(1_500, () => end(false))
    socket.on('connect', () => end(true))
    socket.on('error', () => end(false))
  })
}
