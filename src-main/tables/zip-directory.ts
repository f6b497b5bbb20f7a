import { StoreError } from '../stores/store'

/** A file in a zip archive by its directory: where its local header is, and its sizes in bytes. */
export interface ZipEntry {
  readonly name: string
  readonly isDeflated: boolean
  readonly packed: number
  readonly size: number
  readonly at: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const WIDE = 0xffffffff
/** Most entries of a workbook. */
const MOST_ENTRIES = 10_000

const broken = () =>
  new StoreError(
    'This workbook is damaged. Open it in a spreadsheet program and save it again, or save the table as CSV.'
  )

/** The directory of a zip archive (APPNOTE 4.3.12); archives of 4 GiB and more (zip64) are not read. Throws StoreError. */
export function zipDirectory(bytes: Buffer): readonly ZipEntry[] {
  let end = bytes.length - 22
  const least = Math.max(0, bytes.length - 22 - 65_535)
  while (end >= least && bytes.readUInt32LE(end) !== END) end--
  if (end < least || end < 0) throw broken()
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw broken()
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let number = 0; number < count; number++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw broken()
    const [packed, size, local] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 24),
      bytes.readUInt32LE(at + 42)
    ]
    if (packed === WIDE || size === WIDE || local === WIDE) throw broken()
    const [name, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32)
    ]
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + name),
      isDeflated: bytes.readUInt16LE(at + 10) === 8,
      packed,
      size,
      at: local
    })
    at += 46 + name + extra + comment
  }
  return entries
}

/** The packed bytes of an entry. Throws StoreError. */
export function packedBytes(bytes: Buffer, { at, packed }: ZipEntry): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw broken()
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (start + packed > bytes.length) throw broken()
  return bytes.subarray(start, start + packed)
}
