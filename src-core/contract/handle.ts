import { z } from 'zod'

/** A file, or a graph in a database, that main knows; the window never sees or chooses a path. */
export const Handle = z.string().regex(/^[a-z0-9-]{1,64}$/)
