import { findNodeAtLocation, parseTree, visit } from 'jsonc-parser'

/** A path from the top of the file to a value: `['claims', 12, 'credibility']`; list positions from 0. */
export type Path = readonly (string | number)[]

interface Extent {
  readonly from: number
  readonly to: number
}

/**
 * The line, from 1, of each place in a JSON text, or of the nearest thing round it that is there; undefined where there is
 * none. One pass over the text keeps only the records that are asked for: a tree of a large file would take gigabytes.
 */
export function linesOf(text: string, paths: readonly Path[]): readonly (number | undefined)[] {
  const extents = extentsOf(text, new Set(paths.map((path) => keyOf(recordPath(path)))))
  const lineAt = lineCounter(text)
  return paths.map((path) => {
    const record = recordPath(path)
    const extent = extents.get(keyOf(record))
    return extent && lineAt(offsetWithin(text, extent, path.slice(record.length)))
  })
}

const keyOf = (path: Path) => path.join('\n')

/** The path up to the record: to the first position in a list. */
function recordPath(path: Path): Path {
  const at = path.findIndex((part) => typeof part === 'number')
  return at < 0 ? path : path.slice(0, at + 1)
}

// The file's own object, the vocabulary, a list in it: a record lies no deeper.
const DEEPEST_RECORD = 3

function extentsOf(text: string, wanted: ReadonlySet<string>): ReadonlyMap<string, Extent> {
  const extents = new Map<string, Extent>()
  const open: {
    readonly key: string | undefined
    readonly from: number
    readonly isList: boolean
    at: string | number
  }[] = []
  const key = () => (open.length > DEEPEST_RECORD ? undefined : open.map(({ at }) => at).join('\n'))
  const ended = (name: string | undefined, from: number, to: number) => {
    if (name !== undefined && wanted.has(name)) extents.set(name, { from, to })
    const parent = open.at(-1)
    if (parent?.isList) parent.at = Number(parent.at) + 1
  }
  const begin = (from: number, isList: boolean) => {
    open.push({ key: key(), from, isList, at: isList ? 0 : '' })
  }
  const end = (offset: number) => {
    const closed = open.pop()
    if (closed) ended(closed.key, closed.from, offset + 1)
  }
  try {
    visit(text, {
      onObjectBegin: (offset) => begin(offset, false),
      onArrayBegin: (offset) => begin(offset, true),
      onObjectEnd: end,
      onArrayEnd: end,
      onObjectProperty: (name) => {
        const parent = open.at(-1)
        if (parent) parent.at = name
      },
      onLiteralValue: (_value, from, length) => ended(key(), from, from + length)
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error // nested deeper than the stack: then some lines stay unknown
  }
  return extents
}

function offsetWithin(text: string, extent: Extent, path: Path): number {
  const root = path.length > 0 ? parseTree(text.slice(extent.from, extent.to)) : undefined
  for (let length = path.length; root && length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length))
    if (node) return extent.from + (node.parent?.type === 'property' ? node.parent.offset : node.offset)
  }
  return extent.from
}

/** Tells the line, from 1, of an offset in a text. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
