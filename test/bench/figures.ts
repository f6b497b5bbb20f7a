/** The value below which this share of the values lies. */
export const at = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN

/** The middle one of some figures. */
export const median = (values: readonly number[]): number => at(values, 0.5)

/** CPU time since then, ms: other work on the machine does not count. */
export function milliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** Does something and notes its CPU time, ms. */
export function timed<T>(into: number[], act: () => T): T {
  const start = process.cpuUsage()
  const result = act()
  into.push(milliseconds(start))
  return result
}
