import { describe, inject } from 'vitest'
import type { Access } from './start-server'

const shared = inject('neo4j')

/** A suite that needs a server: skipped, by the names of its tests, where none can be had. */
export function onServer(name: string, suite: (access: Access) => void): void {
  // A skipped suite is still read: what it makes out of this must not mind that nobody is there.
  const access = 'missing' in shared ? { uri: 'bolt://127.0.0.1:1', user: '', password: '' } : shared
  describe.skipIf('missing' in shared)(name, () => suite(access))
}
