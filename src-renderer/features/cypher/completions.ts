import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { ExternalSchema } from '@core/external/schema'
import { cypherName } from '@core/text/cypher-names'

/** Clauses and words of a statement that reads. */
const WORDS =
  'MATCH|OPTIONAL MATCH|WHERE|RETURN|WITH|UNWIND|ORDER BY|SKIP|LIMIT|DISTINCT|AS|AND|OR|NOT|IN|IS NULL|IS NOT NULL|STARTS WITH|ENDS WITH|CONTAINS|CASE|WHEN|THEN|ELSE|END|UNION|CALL|YIELD|EXISTS|COUNT|SHOW INDEXES|SHOW CONSTRAINTS'.split(
    '|'
  )
const FUNCTIONS =
  'count|collect|sum|avg|min|max|size|length|labels|type|keys|properties|nodes|relationships|elementId|coalesce|toString|toInteger|toFloat|date|datetime|duration|point|shortestPath|allShortestPaths|range|reverse|split|toLower|toUpper'.split(
    '|'
  )

/** What could come next: after a colon a label or type of the database, after a dot a property, else a word of the language. */
export function completionsFor(schema: ExternalSchema) {
  const labels = schema.labels.map(({ name, count }) => option(name, 'class', String(count)))
  const types = schema.relationshipTypes.map(({ name, count }) => option(name, 'type', String(count)))
  const names = [...new Set(schema.labels.flatMap(({ properties }) => properties.map(({ name }) => name)))]
  const properties = names.map((name) => option(name, 'property'))
  const words = [
    ...WORDS.map((label) => ({ label, type: 'keyword' })),
    ...FUNCTIONS.map((label) => ({ label, type: 'function', apply: `${label}(` }))
  ]
  return (context: CompletionContext): CompletionResult | null => {
    const named = context.matchBefore(/[:|&!.]\s*`?[\p{L}\p{N}_]*$/u)
    if (named) {
      const mark = named.text.charAt(0)
      const before = context.state.sliceDoc(Math.max(0, named.from - 400), named.from)
      const from = named.from + (/^[:|&!.]\s*/.exec(named.text)?.[0].length ?? 1)
      if (mark === '.') return /[\p{L}\p{N}_)\]]$/u.test(before) ? { from, options: properties } : null
      // Inside square brackets stands a type, inside round ones a label.
      const options = before.lastIndexOf('[') > before.lastIndexOf('(') ? types : labels
      return { from, options, filter: true }
    }
    const word = context.matchBefore(/[\p{L}_]+$/u)
    if (!word && !context.explicit) return null
    return { from: word?.from ?? context.pos, options: words, validFor: /^[\p{L}_ ]*$/u }
  }
}

/** A name of the database; one that is no plain word is written between backticks. */
function option(name: string, type: string, detail?: string) {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)
  return { label: name, type, ...(detail && { detail }), ...(!isPlain && fits(name) && { apply: cypherName(name) }) }
}

const fits = (name: string) => name !== '' && !name.includes('\0') && name.isWellFormed()
