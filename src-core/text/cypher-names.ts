/** Longest name of a label, relationship type or property key that we write into a statement, in UTF-16 code units. */
export const MAX_CYPHER_NAME = 16_000

/**
 * A label, relationship type or property key as it stands in a statement: always between backticks, its own backticks
 * doubled (openCypher 9, “Escaped symbolic names”). The one way by which a name gets into a statement. Throws RangeError
 * on what no server takes for a name: none at all, NUL, half a surrogate pair, or one that is too long.
 *
 * A server turns \uXXXX into its character before it reads the statement, within backticks as well, so that `\u0060`
 * would end the name: where a name holds \u, each of its backslashes is therefore written as \u005C itself.
 */
export function cypherName(name: string): string {
  if (name === '' || name.length > MAX_CYPHER_NAME) throw new RangeError('A name must have 1 to 16 000 characters.')
  if (name.includes('\0')) throw new RangeError('A name must not hold a NUL character.')
  if (!name.isWellFormed()) throw new RangeError('A name must not hold half a surrogate pair.')
  const safe = name.includes('\\u') ? name.replaceAll('\\', '\\u005C') : name
  return `\`${safe.replaceAll('`', '``')}\``
}

/** Labels as they stand behind a variable: empty, or each with its colon. */
export const cypherLabels = (labels: readonly string[]): string =>
  labels.map((label) => `:${cypherName(label)}`).join('')
