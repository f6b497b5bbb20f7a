/** A record that may rest on sources: by the id of one, or of several. */
interface Based {
  readonly basedOn?: string | readonly string[] | undefined
}

/** The ids of the sources that a claim or source rests on, in their order; none for one that rests on nothing. */
export function basisOf(record: Based | undefined): readonly string[] {
  const { basedOn } = record ?? {}
  return basedOn === undefined ? NONE : typeof basedOn === 'string' ? [basedOn] : basedOn
}

const NONE: readonly string[] = []

/** The sources that can be reached from these by what they rest on, themselves first, each once, the nearest first. */
export function basisChain(
  start: Iterable<string>,
  find: (id: string) => Based | undefined,
  most = Number.POSITIVE_INFINITY
): ReadonlySet<string> {
  const chain = new Set(start)
  // A set hands out what is added while it is walked.
  for (const id of chain)
    for (const next of basisOf(find(id))) {
      if (chain.size >= most) return chain
      chain.add(next)
    }
  return chain
}
