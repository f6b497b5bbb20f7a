import { z } from 'zod'
import { isInvisibleName, signOfInvisibleName } from '../text/invisible'
import { MAX_TEXT } from './limits'

/** Longest name or label, in UTF-16 code units: what a person would still call a name. */
export const MAX_NAME = 500

const hasLoneSurrogate = (text: string) => !text.isWellFormed()

/** Text of any length up to 1 MiB, in NFC, without NUL or half a surrogate pair (Unicode 16, D84). */
export const Text = z
  .string()
  .max(MAX_TEXT, 'is longer than 1 MiB')
  .refine((text) => !text.includes('\0'), 'holds a NUL character')
  .refine((text) => !hasLoneSurrogate(text), 'holds half a surrogate pair, which is no character')

/** A name or label as a person writes it: 1–500 code units, neither blank nor invisible, on one line. */
export const Name = Text.min(1, 'must not be empty')
  .max(MAX_NAME, `is longer than ${MAX_NAME} characters`)
  .refine((text) => text.trim() !== '', 'must not be blank')
  .superRefine((text, context) => {
    if (text.trim() === '' || !isInvisibleName(text)) return
    const message = `must hold something that can be seen, not only invisible signs such as ${signOfInvisibleName(text)}`
    context.addIssue({ code: 'custom', message })
  })
  .refine((text) => !/[\r\n\u2028\u2029]/.test(text), 'must be on one line')
