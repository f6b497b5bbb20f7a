/** What a type's place in lists follows from. */
interface Placed {
  readonly order?: number | undefined
}

/** Orders types by the place that was given to them; those without one stay as they are, behind. For a stable sort. */
export function byOrder(a: Placed | undefined, b: Placed | undefined): number {
  const [one, other] = [a?.order, b?.order]
  if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? 1 : -1
  return one - other
}
