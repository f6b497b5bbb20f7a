/** Numbers that look random and come out the same for the same seed. */
export interface Random {
  /** A whole number from 0 to limit − 1. */
  below(limit: number): number
  pick<T>(choices: readonly [T, ...T[]] | readonly T[]): T
}

/** SplitMix32 (Steele, Lea and Flood, 2014, cut to 32 bits): enough for test data, the same on every machine. */
export function random(seed: number): Random {
  let state = seed | 0
  const below = (limit: number) => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32) * limit)
  }
  return {
    below,
    pick(choices) {
      const chosen = choices[below(choices.length)]
      if (chosen === undefined) throw new RangeError('pick() needs at least one choice')
      return chosen
    }
  }
}
