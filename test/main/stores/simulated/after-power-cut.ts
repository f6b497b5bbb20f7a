import type { Random } from '@seed/random'
import type { File, Folder, Node, Write } from './tree'

// What a power cut may leave of what was not synced: any part of it, and any other not, whatever came first.

/** Which of the steps that were not synced are there: all, none, those up to some moment, or any. */
function survivors<T>(unsynced: readonly T[], chance: Random): readonly T[] {
  switch (chance.below(4)) {
    case 0:
      return unsynced
    case 1:
      return []
    case 2:
      return unsynced.slice(0, chance.below(unsynced.length + 1))
    default:
      return unsynced.filter(() => chance.below(2) === 0)
  }
}

/** The names that a folder has after a cut. */
export function namesAfterCut(folder: Folder, chance: Random): ReadonlyMap<string, Node> {
  const names = new Map(folder.durable)
  for (const naming of survivors(folder.unsynced, chance))
    for (const [name, node] of naming) {
      if (node) names.set(name, node)
      else names.delete(name)
    }
  return names
}

/** Disks write whole sectors. */
const SECTOR = 512

/** What a file holds after a cut. */
export function dataAfterCut(file: File, chance: Random): Buffer {
  let data: Buffer = Buffer.from(file.durable)
  for (const write of survivors(file.unsynced, chance)) data = apply(data, write, chance)
  return data
}

function apply(data: Buffer, write: Write, chance: Random): Buffer {
  if ('size' in write) return Buffer.concat([data, Buffer.alloc(write.size)]).subarray(0, write.size)
  const { at, bytes } = write
  const grown = Buffer.concat([data, Buffer.alloc(Math.max(0, at + bytes.length - data.length))])
  switch (chance.below(5)) {
    case 0:
      return torn(data, write, chance)
    case 1:
      // The length arrived before the contents: zeros.
      return grown
    case 2:
      for (let from = at; from < at + bytes.length; from = nextSector(from)) {
        const part = bytes.subarray(from - at, nextSector(from) - at)
        const fate = chance.below(4)
        if (fate < 2) grown.set(part, from)
        else if (fate === 2) grown.fill(0xa5, from, from + part.length)
      }
      return grown
    default:
      grown.set(bytes, at)
      return grown
  }
}

function torn(
  data: Buffer,
  { at, bytes }: { readonly at: number; readonly bytes: Uint8Array },
  chance: Random
): Buffer {
  const part = bytes.subarray(0, chance.below(bytes.length + 1))
  const grown = Buffer.concat([data, Buffer.alloc(Math.max(0, at + part.length - data.length))])
  grown.set(part, at)
  return grown
}

const nextSector = (at: number) => (Math.floor(at / SECTOR) + 1) * SECTOR
