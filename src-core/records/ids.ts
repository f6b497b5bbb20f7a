import { z } from 'zod'

/**
 * The id of a record: 1–200 characters with no white space, control or format character.
 * Compared as text, case included; always a key of a Map, never of an object.
 */
export const Id = z
  .string()
  .min(1, 'an id must not be empty')
  .max(200, 'an id must not be longer than 200 characters')
  .regex(/^[^\s\p{C}]+$/u, 'an id must hold no spaces or invisible characters')
