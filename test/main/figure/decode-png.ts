import { inflateSync } from 'node:zlib'

/** A decoded picture: four bytes a pixel, red, green, blue, opacity. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** Decodes a PNG of 8-bit RGBA without interlacing (ISO/IEC 15948), which is what our figures are. Throws on any other. */
export function decodePng(file: Buffer): Picture {
  if (file.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG')
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  if (file.toString('hex', 24, 29) !== '0806000000') throw new Error('not 8-bit RGBA without interlacing')
  const data: Buffer[] = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(file.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const raw = inflateSync(Buffer.concat(data))
  const row = width * 4
  const pixels = new Uint8Array(row * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)] as number
    for (let x = 0; x < row; x++) {
      const left = x < 4 ? 0 : (pixels[y * row + x - 4] as number)
      const up = y === 0 ? 0 : (pixels[(y - 1) * row + x] as number)
      const corner = x < 4 || y === 0 ? 0 : (pixels[(y - 1) * row + x - 4] as number)
      pixels[y * row + x] = (raw[y * (row + 1) + 1 + x] as number) + predicted(filter, left, up, corner)
    }
  }
  return { width, height, pixels }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4: {
      const guess = left + up - corner
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
      return a <= b && a <= c ? left : b <= c ? up : corner
    }
    default:
      throw new Error(`no such filter: ${filter}`)
  }
}

/** Colour of a pixel as hex with opacity, such as `ffffffff`. */
export const colourAt = ({ width, pixels }: Picture, x: number, y: number): string =>
  Buffer.from(pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)).toString('hex')

/** How many pixels of a rectangle differ from the picture's corner. */
export function inked(picture: Picture, left: number, top: number, right: number, bottom: number): number {
  const page = colourAt(picture, 0, 0)
  let count = 0
  for (let y = Math.floor(top); y < bottom; y++)
    for (let x = Math.floor(left); x < right; x++) if (colourAt(picture, x, y) !== page) count++
  return count
}
