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

/** Orders records by id, by code unit: the same on every machine and in every language. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0
