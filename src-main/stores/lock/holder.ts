import { readFileSync, readlinkSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { z } from 'zod'

/** The holder of a lock: enough to tell a process from a later one with the same number. */
export const Holder = z.object({
  pid: z.int(),
  /** When the process started, in clock ticks after the start of the system; empty where the system does not say. */
  started: z.string(),
  /** The boot of the system, and the process's PID namespace. */
  system: z.string(),
  host: z.string(),
  user: z.string(),
  /** Since when it holds the lock, as an instant. */
  since: z.string(),
  released: z.boolean().default(false)
})

export type Holder = z.infer<typeof Holder>

/** Facts about processes. */
export interface Processes {
  /** This process as the holder of a lock. */
  readonly self: Omit<Holder, 'since' | 'released'>
  /** Whether a process is still running; true where that cannot be told from here. */
  isAlive(holder: Holder): boolean
}

/** The processes of this machine. */
export const processes: Processes = {
  get self() {
    return {
      pid: process.pid,
      started: startOf(process.pid) ?? '',
      system: system(),
      host: hostname(),
      user: userName()
    }
  },
  isAlive({ pid, started, system: theirs, host }) {
    if (host !== hostname()) return true
    // An earlier boot is over; another PID namespace of this boot, as in a container, cannot be seen.
    if (theirs !== system()) return bootOf(theirs) === bootOf(system())
    if (process.platform === 'linux') return startOf(pid) === started
    try {
      process.kill(pid, 0)
      return true
    } catch (error) {
      return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
    }
  }
}

const read = (get: () => string) => {
  try {
    return get().trim()
  } catch {
    return ''
  }
}

const BOOT = '/proc/sys/kernel/random/boot_id'

/** Boot id and PID namespace; both empty where the system does not tell. */
const system = () => `${read(() => readFileSync(BOOT, 'utf8'))} ${read(() => readlinkSync('/proc/self/ns/pid'))}`

const bootOf = (system: string) => system.split(' ')[0]

/** Field 22 of /proc/PID/stat, after a name that may hold anything; undefined where no such process runs. */
function startOf(pid: number): string | undefined {
  const stat = read(() => readFileSync(`/proc/${pid}/stat`, 'latin1'))
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const isGone = fields[0] === '' || fields[0] === 'Z' || fields[0] === 'X'
  return isGone ? undefined : fields[19]
}

const userName = () => read(() => userInfo().username) || 'an unknown user'
