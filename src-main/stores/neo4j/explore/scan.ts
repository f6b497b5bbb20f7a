import type { TextPatterns } from '@core/external/node-match'
import { cypherName } from '@core/text/cypher-names'

/** The pattern of the nodes that are looked through. */
export const nodesOf = (label: string | undefined): string => (label === undefined ? '(n)' : `(n:${cypherName(label)})`)

/** A value, or an item of a list, as text in small letters; null where it has none. */
const LOWER = 'toLower(toStringOrNull(x))'
const bare = (text: string) => `replace(replace(${text}, ' ', ''), '-', '')`

/**
 * Looks through the next $batch nodes after the first $skip and answers the $most that answer a text best. The rank is that
 * of WAYS, so that what is left out is never better than what is answered. properties(n) is read once, as reading each value
 * by its key takes twice as long; patterns are tried on the few values alone that have the text at all.
 */
export function scanStatement({ words, code }: TextPatterns, label: string | undefined): string {
  const orCode = (test: string) => (code === undefined ? '' : ` OR ${test}`)
  const hasWord = (text: string, word: string) =>
    `(${text} CONTAINS ${word}.text OR any(s IN ${word}.pieces WHERE ${text} CONTAINS s) AND ${text} =~ ${word}.within)`
  // Whatever has a text has its longest word, and its signs without their groups.
  const has = (text: string) => (code === undefined ? hasWord(text, '$words[0]') : `${bare(text)} CONTAINS $code`)
  const some = (test: string) => `any(k IN keys(p) WHERE any(t IN [x IN [] + p[k] | ${LOWER}] WHERE ${test}))`
  const wordsApart = `all(w IN $words WHERE ${some(hasWord('t', 'w'))})`
  const isFound = words.length === 1 ? some(has('t')) : `${wordsApart}${orCode(some(has('t')))}`
  return `MATCH ${nodesOf(label)} WITH n SKIP $skip LIMIT $batch
    WITH n, properties(n) AS p WHERE ${isFound}
    WITH n, p, coalesce(head([l IN labels(n) WHERE any(k IN $captions[l] WHERE p[k] IS NOT NULL) | $captions[l]]),
      [k IN $usual WHERE p[k] IS NOT NULL][..1]) AS names
    WITH n, [k IN names WHERE toStringOrNull(head([] + p[k])) IS NOT NULL | toLower(toStringOrNull(head([] + p[k])))] AS called,
      reduce(all = [], k IN keys(p) | all + [t IN [x IN [] + p[k] | ${LOWER}] WHERE ${has('t')}]) AS texts
    WITH n, called, texts, CASE WHEN size(called) > 1
      THEN called + reduce(all = head(called), x IN tail(called) | all + ' ' + x) ELSE called END AS caption
    WITH n, called, texts, caption, [x IN caption WHERE ${has('x')}] AS near
    WITH n, texts, caption, CASE
      WHEN any(x IN near WHERE x =~ $exact)${orCode(`any(x IN called WHERE ${bare('x')} = $code)`)} THEN 0
      WHEN any(x IN near WHERE x =~ $word) THEN 1
      WHEN any(x IN near WHERE x =~ $begins)${orCode(`any(x IN called WHERE ${bare('x')} STARTS WITH $code)`)} THEN 2
      WHEN any(x IN texts WHERE x =~ $exact${orCode(`${bare('x')} = $code`)}) THEN 3
      WHEN any(x IN near WHERE x =~ $within)${orCode(`any(x IN called WHERE ${bare('x')} CONTAINS $code)`)}
        OR all(w IN $words WHERE any(x IN caption WHERE ${hasWord('x', 'w')})) THEN 4
      WHEN any(x IN texts WHERE x =~ $word) THEN 5
      WHEN any(x IN texts WHERE x =~ $begins${orCode(`${bare('x')} STARTS WITH $code`)}) THEN 6
      WHEN any(x IN texts WHERE x =~ $within${orCode(`${bare('x')} CONTAINS $code`)}) THEN 7
      ELSE 8 END AS rank
    RETURN n AS node ORDER BY rank, reduce(least = 2147483647, x IN CASE WHEN rank IN [0, 1, 2, 4] THEN caption ELSE texts END |
      CASE WHEN size(x) < least THEN size(x) ELSE least END) LIMIT $most`
}
