import { plain } from '@core/text/quote'
import { ConnectionLost, type ConnectionRefused } from './database-connection'

// What the store of a database tells the user. `name` is the database's name as the title bar shows it.

/** Why the server refused, as the second half of a sentence. Never holds the password: the server does not send it back. */
export function whyNot(error: ConnectionLost | ConnectionRefused): string {
  if (error instanceof ConnectionLost) return 'the server cannot be reached'
  return REASONS.get(error.code) ?? `the server says: ${plain(error.message, 200)}`
}

/** How long one waits at least for a server that is silent, ms. A line that was cut is known at once. */
const SILENCE = 3_000

/** The same, after a look at a server that was lost: one that falls silent still greets. */
export async function whyNotNow(
  error: ConnectionLost | ConnectionRefused,
  { greets }: { readonly greets: () => Promise<boolean> }
): Promise<string> {
  if (error instanceof ConnectionLost && error.waited >= SILENCE && (await greets()))
    return 'the server takes the connection but says nothing; it may be starting or overloaded, so try again in a minute'
  return whyNot(error)
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['Neo.ClientError.Security.Unauthorized', 'the user name or password is wrong'],
  ['Neo.ClientError.Security.AuthenticationRateLimit', 'the password was wrong too often; wait some seconds'],
  ['Neo.ClientError.Security.CredentialsExpired', 'the password has expired and must be changed on the server first'],
  ['Neo.ClientError.Security.Forbidden', 'this user may not write there'],
  ['Neo.ClientError.Database.DatabaseNotFound', 'the server has no such database'],
  ['Neo.ClientError.Schema.ConstraintValidationFailed', 'something else has written there meanwhile']
])

export const notOpened = (name: string, why: string) => `“${name}” could not be opened: ${why}.`

export const noGraph = (name: string) => `“${name}” holds no graph of Entente. “entente copy FILE URI” puts one there.`

export const notWhole = (name: string) =>
  `The graph was not copied into “${name}” to its end. Run the same “entente copy” again: it goes on where it stopped.`

export const readOnlyDatabase = (name: string) =>
  `“${name}” is a database that its server lets nobody write to, so that no graph can be kept there.`

export const newer = (name: string, version: number) =>
  `“${name}” was made by a newer Entente (layout ${version}). Update Entente to open it.`

export const unreadable = (name: string, count: number) =>
  `${count === 1 ? 'A record' : `${count} records`} in “${name}” cannot be read: something other than Entente has changed ${count === 1 ? 'it' : 'them'}. Nothing was changed.`

export const notSaved = (name: string, why: string) => `It was not saved in “${name}”: ${why}.`

export const changedByTool = (label: string, id: string) =>
  `“${label}” was not saved: ${plain(id)} is not as it was here; another program has changed it in the database. Open the graph again to see it.`

export const setAside = (label: string, name: string, why: string) =>
  `“${label}”, made while “${name}” was away, could not be carried over: ${why.replace(/\.$/, '')}. It was set aside in the folder of what waits for it.`

export const replaced = (name: string) =>
  `the database “${name}” holds another graph now, so nothing more is saved there. Save a copy elsewhere to keep what is not saved.`

export const closed = () => 'it has been closed.'

export const toLookAt = () => 'it was opened only to be looked at.'

export const noOutbox = (name: string, why: string) =>
  `“${name}” is away, and changes cannot be kept here until it is back: ${why}.`

export const othersChanged = (records: number, name: string, conflicts: number) =>
  `Somebody else has changed ${records === 1 ? '1 record' : `${records} records`} of “${name}”.${
    conflicts === 0
      ? ''
      : ` In ${conflicts === 1 ? '1 place' : `${conflicts} places`} you had changed the same: both values are kept until you decide.`
  }`

export const notDecided = (why: string) =>
  `What you decided is in the graph, but that it is decided could not be written down: ${why}.`

export const othersOutbox = (name: string) =>
  `Another Entente on this computer has “${name}” open. While the server is away, changes can be made only there.`

export const delivered = (count: number, name: string) =>
  `“${name}” is back: ${count === 1 ? '1 change' : `${count} changes`} that waited ${count === 1 ? 'is' : 'are'} saved there now.`

export const interrupted = (name: string, why: string) =>
  `“${name}”: ${why}. What was copied stays; the same command again goes on where it stopped.`

export const cannotOpen = (name: string, why: string, waiting: number) =>
  `“${name}” could not be opened. ${why}${
    waiting === 0
      ? ''
      : ` ${waiting === 1 ? '1 change that you made while it was away is' : `${waiting} changes that you made while it was away are`} kept on this computer and will be sent when it is opened again.`
  }`

export const waitsForAnother = (name: string, count: number, folder: string) =>
  `${count === 1 ? '1 change' : `${count} changes`} made here for another graph that was kept in “${name}” before ${count === 1 ? 'waits' : 'wait'} in ${folder}.`

export const takenMeanwhile = (database: string) =>
  `Somebody else has put a graph into “${database}” meanwhile. Nothing of it was changed; open it, or choose another database.`

export const goesOn = () => 'What was copied stays there, and goes on from there when you try again.'

export const copyGone = () =>
  'Somebody else has taken away what was copied so far, or begun another copy there. Nothing more was written.'
