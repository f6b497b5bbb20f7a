/** Why a file operation failed, as the second half of a sentence, and what to do. */
export function whyNot(error: unknown): { readonly why: string; readonly todo: string } {
  const known = WORDS.get(codeOf(error))
  return known ?? { why: `the system says ${codeOf(error) || 'no more'}`, todo: 'Try another place.' }
}

/** Node's code of a system error, such as ENOENT; empty for any other error. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

const NO_RIGHT = {
  why: 'this user is not allowed to',
  todo: 'Ask its owner for the right, or use another folder.'
}
const FULL = { why: 'the disk is full', todo: 'Make room on it and try again.' }
const GONE = {
  why: 'it is not there',
  todo: 'It may have been moved, renamed or deleted: look for it, then open it there.'
}
const BROKEN = { why: 'the disk reports an error', todo: 'Save a copy on another disk and have this one checked.' }

const WORDS = new Map<string, { readonly why: string; readonly todo: string }>([
  ['ENOSPC', FULL],
  ['EDQUOT', { why: 'your share of the disk is used up', todo: 'Make room and try again.' }],
  ['EACCES', NO_RIGHT],
  ['EPERM', NO_RIGHT],
  ['EROFS', { why: 'the disk is read only', todo: 'Use another folder.' }],
  ['ENOENT', GONE],
  ['ENOTDIR', GONE],
  ['ELOOP', { why: 'its links lead in a circle', todo: 'Open the file itself.' }],
  ['EISDIR', { why: 'it is a folder', todo: 'Choose a file in it.' }],
  ['EIO', BROKEN],
  ['EMFILE', { why: 'too many files are open', todo: 'Close some programs and try again.' }],
  ['ENFILE', { why: 'too many files are open', todo: 'Close some programs and try again.' }],
  ['ENAMETOOLONG', { why: 'its name is too long', todo: 'Choose a shorter one.' }],
  ['EFBIG', { why: 'the disk takes no file of that size', todo: 'Use another disk.' }],
  ['EBUSY', { why: 'another program is using it', todo: 'Close that program and try again.' }],
  ['ESTALE', { why: 'the connection to its server was lost', todo: 'Connect again, then try again.' }]
])
