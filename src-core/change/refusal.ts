/** Why a command or change was not carried out, in a sentence for the user; `field` names the input that is at fault. */
export interface Refusal {
  readonly refused: string
  readonly field?: string
}

/** Makes a refusal. */
export const refuse = (refused: string, field?: string): Refusal => ({ refused, ...(field && { field }) })

/** Tells a refusal from a result. */
export const isRefusal = (result: unknown): result is Refusal =>
  typeof result === 'object' && result !== null && 'refused' in result
