import { isUtf8 } from 'node:buffer'

/** Encodings that can be chosen, as the WHATWG Encoding Standard calls them. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-15',
  'koi8-r',
  'ibm866',
  'macintosh',
  'x-mac-cyrillic',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'big5'
] as const

const KNOWN: ReadonlySet<string> = new Set(ENCODINGS)

/** How much of a file is looked at, in bytes. */
export const SAMPLE = 262_144

/** The encoding that the first bytes of a file speak for: its mark (BOM), else UTF-8 where they are, else the likeliest. */
export async function guessEncoding(sample: Uint8Array): Promise<string> {
  const [a, b, c] = sample
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const wide = wideEncoding(sample)
  if (wide) return wide
  if (isUtf8(wholeSigns(sample))) return 'utf-8'
  if (isMostlyUtf8(sample)) return 'utf-8'
  const { detect } = await import('jschardet')
  const guess = detect(Buffer.from(sample), { minimumThreshold: 0 }).encoding ?? ''
  return encodingOf(guess) ?? 'windows-1252'
}

/** The name of an encoding that we read, however it is written; undefined where there is none. */
export function encodingOf(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label.toLowerCase())
    return KNOWN.has(encoding) ? encoding : undefined
  } catch {
    return undefined
  }
}

/** Without a mark every other byte of Latin text is 0. */
function wideEncoding(sample: Uint8Array): string | undefined {
  const zeros = [0, 0]
  for (const [at, byte] of sample.subarray(0, 4096).entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const half = Math.min(sample.length, 4096) / 2
  const [even = 0, odd = 0] = zeros
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  return even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : undefined
}

/** A sample may end within a sign: up to three bytes of it do not count. */
function wholeSigns(sample: Uint8Array): Uint8Array {
  for (let cut = 1; cut <= 4 && cut <= sample.length; cut++) {
    const byte = sample[sample.length - cut] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    return byte >= 0xc0 ? sample.subarray(0, sample.length - cut) : sample
  }
  return sample
}

/** Two encodings in one file: most signs are sound UTF-8, and a few bytes are not. Their rows are told one by one. */
function isMostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample)
  let [sound, unsound] = [0, 0]
  for (const sign of text) {
    if (sign === '\ufffd') unsound++
    else if ((sign.codePointAt(0) ?? 0) > 0x7f) sound++
  }
  return sound > unsound * 3
}
