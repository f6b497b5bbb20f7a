import bidiFactory from 'bidi-js'

/** A part of a line in one direction, in the order in which it is read. */
export interface Run {
  readonly text: string
  readonly rightToLeft: boolean
}

let bidi: ReturnType<typeof bidiFactory> | undefined

/** A line as runs from left to right as they are seen, the line as a whole in one direction (UAX 9, rule L2 for runs). Isolates are heeded and left out. */
export function visualRuns(line: string, rightToLeft: boolean): readonly Run[] {
  bidi ??= bidiFactory()
  const { levels } = bidi.getEmbeddingLevels(line, rightToLeft ? 'rtl' : 'ltr')
  const runs: { text: string; level: number }[] = []
  for (let at = 0; at < line.length; at++) {
    const [sign, level, last] = [line[at] as string, levels[at] ?? 0, runs.at(-1)]
    if (ISOLATE.test(sign)) continue
    if (last?.level === level) last.text += sign
    else runs.push({ text: sign, level })
  }
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level--) turn(runs, level)
  return runs.map((run) => ({ text: run.text, rightToLeft: run.level % 2 === 1 }))
}

const ISOLATE = /[\u2066-\u2069]/

/** Turns round every sequence of runs at this level or above. */
function turn(runs: { readonly level: number }[], level: number) {
  let start = 0
  while (start < runs.length) {
    let end = start
    while (end < runs.length && (runs[end]?.level ?? 0) >= level) end++
    if (end - start > 1) runs.splice(start, end - start, ...runs.slice(start, end).reverse())
    start = end + 1
  }
}
