const THIN_SPACE = '\u202f'

/** A whole number as we write it: 1 204. */
export const count = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, THIN_SPACE)

/** A number with its noun: “1 claim”, “4 claims”. */
export const plural = (number: number, one: string, many: string): string =>
  `${count(number)} ${number === 1 ? one : many}`
