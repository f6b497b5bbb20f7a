import { basename, dirname } from 'node:path'
import { shownPath } from '@core/text/shown-path'
import { whyNot } from '../stores/error-messages'
import { StoreError } from '../stores/store'

/** Why a file could not be written, as a message for the user. */
export function failureMessage(error: unknown, path: string) {
  if (error instanceof StoreError) return error.message
  const { why, todo } = whyNot(error)
  return `“${shownPath(basename(path))}” could not be written in ${shownPath(dirname(path))}: ${why}. ${todo}`
}
