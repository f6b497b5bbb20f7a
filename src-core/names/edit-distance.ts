/**
 * How many letters must be added, left out, exchanged or swapped with their neighbour to turn one text into the other
 * (optimal string alignment); `limit + 1` as soon as it is more than `limit`. Counts UTF-16 code units.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    let least = row
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(get(above, column) + 1, get(current, column - 1) + 1, get(above, column - 1) + (same ? 0 : 1))
      if (a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] && column > 1 && row > 1)
        cost = Math.min(cost, get(before, column - 2) + 1)
      current.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    before = above
    above = current
  }
  return Math.min(get(above, b.length), limit + 1)
}

const get = (row: readonly number[], column: number) => row[column] ?? Infinity
