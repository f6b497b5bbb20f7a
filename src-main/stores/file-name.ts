import { createHash } from 'node:crypto'

/** The longest name that Linux and macOS take, in bytes of UTF-8, and Windows, in UTF-16 units. */
const LONGEST = 255

const sizeOf = (name: string) => (process.platform === 'win32' ? name.length : Buffer.byteLength(name))

/** Whether a file system takes a name of that length. */
const fits = (name: string): boolean => sizeOf(name) <= LONGEST

/** A file name of a stem and an ending; the stem is cut, between two signs, where the whole would be too long. */
export function fitted(stem: string, ending: string): string {
  const signs = Array.from(stem)
  const room = LONGEST - sizeOf(ending)
  let size = 0
  const cut = signs.findIndex((sign) => {
    size += sizeOf(sign)
    return size > room
  })
  return (cut < 0 ? stem : signs.slice(0, cut).join('')) + ending
}

/** The same, always the same for a stem and different for two: where it is cut, what is cut off stands there as a hash. */
export function fittedAndDistinct(stem: string, ending: string): string {
  if (fits(stem + ending)) return stem + ending
  return fitted(stem, `~${createHash('sha256').update(stem).digest('hex').slice(0, 16)}${ending}`)
}
