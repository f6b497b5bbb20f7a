import { join } from 'node:path'
import { Connections } from '@main/session/connections'
import { Databases } from '@main/session/databases'
import { disk } from '@main/stores/file-system'
import { expect, onTestFinished } from 'vitest'
import { turningVault } from './in-memory-vault'

/** Databases and the connections to them, kept in a folder that can be used for another start. */
export async function databasesIn(home: string) {
  const place = {
    fs: disk,
    path: join(home, 'connections.json'),
    onTrouble: (error: unknown) => expect.fail(`${error}`)
  }
  const connections = await Connections.open(place, turningVault())
  onTestFinished(() => connections.settled())
  return { connections, databases: new Databases({ fs: disk, connections, outbox: join(home, 'outbox') }) }
}
