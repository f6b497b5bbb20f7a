// What we take from any file, however it came to us. Above it there is a clear error instead of a program that hangs.

/** How many levels deep a value may be nested; JSON itself sets no limit, our recursion does. */
export const DEEPEST = 64

/** Longest text that one field may hold, in UTF-16 code units: 1 MiB. */
export const MAX_TEXT = 1_048_576

/** How many records one file may hold. */
export const MOST_RECORDS = 2_000_000

/** How large a file may be, in bytes: 1 GiB. */
export const MOST_BYTES = 1_073_741_824

/** How far from the middle of a drawing anything stands, in pixels at 100 % to each side: room for a million entities. */
export const FARTHEST = 100_000

/** How many sources one claim or source may rest on. */
export const MOST_BASES = 100
