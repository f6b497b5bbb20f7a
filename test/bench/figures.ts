/** The value below which this share of the values lies. */
export const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN

/** The middle one of some figures. */
export const median = (values: readonly number[]): number => at(values, 0.5)
