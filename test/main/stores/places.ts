import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { folder } from '../sample'
import { isRoot, mountDisk, setImmutable, unmountDisk } from './disks'

/** A folder on a disk of its own with room for this many bytes, until the test ends. */
export async function smallDisk(bytes: number): Promise<string> {
  const path = await folder()
  mountDisk(path, bytes)
  onTestFinished(() => unmountDisk(path))
  return path
}

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
    setImmutable(path, true)
    setImmutable(path, false)
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
    setImmutable(path, true)
    onTestFinished(() => setImmutable(path, false))
  } else {
    await chmod(path, 0o500)
    onTestFinished(() => chmod(path, 0o700))
  }
}
