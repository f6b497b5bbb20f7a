import type { Graph } from '@core/graph/graph'
import type { Source } from '@core/records/records'

const collator = new Intl.Collator('en')
const byTitle = (a: Source, b: Source) => collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1)

/** The sources whose title, publisher or address holds a text, by title, at most `most`; the rest is never put in order. */
export function foundSources(graph: Graph, text: string, most: number): readonly Source[] {
  const wanted = text.trim().toLowerCase()
  const found: Source[] = []
  for (const source of graph.all('source').values()) {
    const last = found[most - 1]
    if (!haystack(source).includes(wanted) || (last && byTitle(source, last) > 0)) continue
    let at = found.length
    for (let before = found[at - 1]; before && byTitle(source, before) < 0; before = found[at - 1]) at--
    found.splice(at, 0, source)
    found.length = Math.min(found.length, most)
  }
  return found
}

const texts = new WeakMap<Source, string>()

function haystack(source: Source): string {
  const { title, publisher = '', url = '' } = source
  const known = texts.get(source)
  if (known !== undefined) return known
  const text = `${title} ${publisher} ${url}`.toLowerCase()
  texts.set(source, text)
  return text
}
