import type { ReadFile } from '@core/formats/entente/parse'
import type { Problem } from '@core/text/problem-messages'
import { shownPath } from '@core/text/shown-path'
import type { Holder } from '../lock/holder'
import type { OpenFile } from '../lock/open-files'

// What the store tells the user. `name` is the file's name. Notices and errors are a sentence or two; reasons why nothing
// can be changed are written to stand after “Read only:”, so they begin small.

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

/** A reason as a sentence. */
export const sentence = (reason: string) => reason.replace(/^\p{Ll}/u, (first) => first.toUpperCase())

const ELSEWHERE = 'Save a copy elsewhere to edit it.'

const newerFile = (version: number) => `made by a newer Entente (format version ${version}). Update Entente to edit it.`

/** `fields`: those that stand twice, one at least. */
const doubled = ([first, ...more]: readonly Problem[]) =>
  `a field stands twice in it, and an edit would lose one of the two values: ${
    first?.line ? `line ${first.line}, ` : ''
  }${first?.message.replace(/\. Only.*$/s, '') ?? ''}${more.length > 0 ? `, and ${more.length} more` : ''}. ` +
  'Take one of the two out with a text editor and open it again.'

/** Why a file that can be read must not be edited; undefined where it may be. */
export const notWhole = ({ newer, version, doubled: fields }: ReadFile): string | undefined =>
  newer ? newerFile(version) : fields.length > 0 ? doubled(fields) : undefined

export const newerJournal = () =>
  'a newer Entente was editing it and has not finished; its last changes may be missing. Update Entente to edit it.'

export const recovered = (name: string, count: number, last: string) =>
  `“${name}” had not been closed: ${counted(count, 'change')} not yet in the file ${count === 1 ? 'was' : 'were'} recovered, the last one “${last}”.`

export const torn = (name: string, bytes: number) =>
  `The end of the journal of “${name}” cannot be read: the last change was not written to its end, or it is damaged. What there is of it (${counted(bytes, 'byte')}) was set aside.`

export const damaged = (before: number, behind: number) =>
  `its journal is damaged in the middle. ${counted(before, 'change')} before the damage and ${behind} behind it can be read. ` +
  'Nothing is changed here, so that nothing gets lost: look at both parts and save the one that you want under another name.'

export const goneRestored = (name: string) =>
  `“${name}” was not there any more. It is shown as Entente last kept it, and will be written again.`

export const spoilt = ([problem]: readonly Problem[]) =>
  `something other than Entente has made the file unreadable${problem ? ` (${problem.message.replace(/\.$/, '')})` : ''}. ` +
  'What is shown is the last state that Entente kept. The file is left alone: mend it, or save this under another name.'

/** `records`: how many differ, where we have a copy of the original. */
export const changedOutside = (name: string, records: number | undefined) =>
  `“${name}” has changed since Entente last saved it` +
  (records === undefined ? '.' : ` (${counted(records, 'record')}). What it was is among the backups.`)

export const merged = (name: string, records: number, conflicts: number) =>
  `Another program has changed ${records === 0 ? 'the title' : counted(records, 'record')} of “${name}”; ` +
  `${records === 1 || records === 0 ? 'it was' : 'they were'} merged with your changes. ` +
  (conflicts === 0
    ? 'Nothing conflicted.'
    : `In ${counted(conflicts, 'place')} both sides changed the same thing: both values are kept until you decide.`)

/** `first`: the first of them; `more`: whether there are others. */
export const unreadableDates = (name: string, first: Problem, more: boolean) =>
  more
    ? `Some dates in “${name}” cannot be read. They are kept as they are and count as undated. The first of them: ${first.message}`
    : `A date in “${name}” cannot be read. It is kept as it is and counts as undated. ${first.message}`

export const takenAway = (name: string) =>
  `Another program has moved or deleted “${name}”. Your graph is safe here and will be written there again.`

export const spoiltWhileOpen = (name: string) =>
  `Another program has written something to “${name}” that is no graph. Your graph is safe here; when it is written again, theirs is set aside.`

export const notCompacted = (name: string, why: string, todo: string) =>
  `“${name}” could not be written anew: ${why}. Your changes are safe in the folder beside it and will be written later. ${todo}`

const who = ({ user, host }: Holder, thisHost: string) => `${user}${host === thisHost ? '' : ` on ${host}`}`

const since = (holder: Holder) => `since ${holder.since.slice(0, 16).replace('T', ' ')} UTC`

export const heldBy = (holder: Holder, thisHost: string) =>
  `${who(holder, thisHost)} has been editing it ${since(holder)}. ${ELSEWHERE}`

export const heldUnderOtherName = (holder: OpenFile, thisHost: string) =>
  `${who(holder, thisHost)} has been editing it under another name, “${shownPath(holder.path)}”, ${since(holder)}. Open that one, or save a copy elsewhere to edit it.`

export const otherNames = (name: string) =>
  `“${name}” has other names on this disk (hard links). When it is saved this name gets a file of its own; the others keep what they hold now.`

export const lockLost = () =>
  'somebody else has taken over editing it, so nothing more is saved here. Save a copy elsewhere to keep what is not saved.'

export const mayNotWrite = (place: string, isDiskReadOnly: boolean) =>
  `${place} ${isDiskReadOnly ? 'is on a disk that is read only' : 'may not be written to by this user'}, so nothing can be saved here. ${ELSEWHERE}`

export const noLock = (why: string, todo: string) =>
  `the folder beside it, where changes are kept, could not be made: ${why}. ${todo}`

export const notSynced = () =>
  'the disk could not confirm that the last change is on it, so nothing more is saved here. Save a copy on another disk and have this one checked.'

export const notSaved = (name: string, why: string, todo: string) =>
  `“${name}” was not saved: ${why}. Everything saved before is as it was. ${todo}`

export const late = (name: string) =>
  `Another program wrote to “${name}” while it was being saved. What it wrote was set aside in the folder beside the file.`

export const atClosing = (told: string) => `When it was last closed: ${told}`

export const blocked = (name: string) =>
  `There is something else now where “${name}” was, such as a folder. Your changes are safe in the folder beside it: save a copy under another name.`

export const overtaken = (name: string) =>
  `Another program keeps changing “${name}”. Your changes are safe in the folder beside it and will be written later.`

export const sidecarGone = () =>
  'the folder beside it in which changes are kept was taken away, so nothing more is saved here. Save a copy elsewhere to keep what is not saved.'

export const closed = () => 'it has been closed.'
