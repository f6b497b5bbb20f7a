import { execFileSync } from 'node:child_process'

const run = (command: string, ...args: string[]) => void execFileSync(command, args, { stdio: 'pipe' })

/** Root may write anywhere and mount anything: tests that need the one or the other ask here. */
export const isRoot = process.getuid?.() === 0

/** Whether a real disk of a few kilobytes can be mounted here (root, and a container that allows it). */
export function canMount(): boolean {
  if (!isRoot || process.platform !== 'linux') return false
  try {
    run('unshare', '--mount', 'mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', '/tmp')
    return true
  } catch {
    return false
  }
}

/** Puts a disk with room for this many bytes (rounded up to pages) on a folder; unmount it again. */
export const mountDisk = (path: string, bytes: number): void =>
  run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path)
// Lazily: a program may still have a file open there.
export const unmountDisk = (path: string): void => run('umount', '--lazy', path)

/** Makes a disk read only, as one whose controller has given up. */
export const makeDiskReadOnly = (path: string): void => run('mount', '-o', 'remount,ro', path)

/** Makes a file or folder such that not even root can change it, or ordinary again. */
export const setImmutable = (path: string, immutable: boolean): void => run('chattr', immutable ? '+i' : '-i', path)
