import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { folder } from '../sample'

/** Root may write anywhere and mount anything: tests that need the one or the other ask here. */
export const isRoot = process.getuid?.() === 0

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'pipe' })

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

/** A folder on a disk of its own with room for this many bytes (rounded up to pages). */
export async function smallDisk(bytes: number): Promise<string> {
  const path = await folder()
  run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path)
  onTestFinished(() => void run('umount', path))
  return path
}

/** Makes a disk read only, as one whose controller has given up. */
export const makeDiskReadOnly = (path: string): void => void run('mount', '-o', 'remount,ro', path)

/** Takes the right to read from this user, until the test ends; root becomes another user for it. */
export async function forbidReading(path: string): Promise<void> {
  await chmod(path, 0o000)
  if (isRoot) process.seteuid?.(NOBODY)
  onTestFinished(() => {
    if (isRoot) process.seteuid?.(0)
    return chmod(path, 0o700)
  })
}

const NOBODY = 65_534

/** Whether forbidWriting works here: root needs a file system that knows immutable files. */
export async function canForbidWriting(): Promise<boolean> {
  if (!isRoot) return true
  const path = await mkdtemp(join(tmpdir(), 'entente-immutable-'))
  try {
    run('chattr', '+i', path)
    run('chattr', '-i', path)
    return true
  } catch {
    return false
  } finally {
    await rm(path, { recursive: true })
  }
}

/** Takes the right to write from this user, root included, until the test ends. */
export async function forbidWriting(path: string): Promise<void> {
  if (isRoot) {
    run('chattr', '+i', path)
    onTestFinished(() => void run('chattr', '-i', path))
  } else {
    await chmod(path, 0o500)
    onTestFinished(() => chmod(path, 0o700))
  }
}
