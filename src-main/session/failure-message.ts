import { basename, dirname } from 'node:path'
import { whyNot } from '../stores/error-messages'
import { StoreError } from '../stores/store'

/** Why something could not be written, in words. */
export function failureMessage(error: unknown, path: string) {
  if (error instanceof StoreError) return error.message
  const { why, todo } = whyNot(error)
  return `“${basename(path)}” could not be written in ${dirname(path)}: ${why}. ${todo}`
}
