/** Characters of a piece. */
const MOST = 8000

/** A long text in pieces that are laid out one by one as they come into sight, cut at line ends, failing that between words or characters. */
export function pieces(text: string): readonly string[] {
  const found: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = at + MOST < text.length ? cutBefore(text, at, at + MOST) : text.length
    // The end of a piece is the end of a line already.
    found.push(text.slice(at, text[end - 1] === '\n' ? end - 1 : end))
    at = end
  }
  return found
}

function cutBefore(text: string, from: number, end: number): number {
  const half = from + MOST / 2
  const line = text.lastIndexOf('\n', end - 1)
  if (line >= half) return line + 1
  const word = text.lastIndexOf(' ', end - 1)
  if (word >= half) return word + 1
  return /[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end
}
