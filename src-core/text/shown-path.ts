import { plain } from './quote'

/** More than any file system gives a name (255 bytes, each at most one sign). */
const LONGEST = 1000

/**
 * A path, file name or folder as it is shown, wherever one is: on one line, in the order it is written, with line breaks,
 * controls of direction and other signs that nobody sees as their code points.
 */
export const shownPath = (path: string): string => plain(path, LONGEST)
