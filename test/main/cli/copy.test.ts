import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { folder } from '../sample'
import { entente } from './run-main'

// Names below .invalid lead nowhere (RFC 2606), so that nothing is sent.

afterEach(() => vi.unstubAllEnvs())

test.each([
  ['neo4j://db.invalid', /would travel unencrypted to db\.invalid.* neo4j\+s:\/\/ encrypts it/],
  ['bolt://db.invalid:9', /would travel unencrypted to db\.invalid.* bolt\+s:\/\/ encrypts it/]
])('copying from %s says before the password is sent that it could be read on the way', async (uri, words) => {
  vi.stubEnv('ENTENTE_NEO4J_PASSWORD', 'secret')
  const { code, err } = await entente('copy', uri, join(await folder(), 'out.entente.json'))
  expect(code).toBe(1)
  expect(err[0]).toMatch(words)
  expect(err.join('\n')).not.toContain('secret')
})

test('by an encrypted scheme, or on this computer, it says nothing of the kind', async () => {
  vi.stubEnv('ENTENTE_NEO4J_PASSWORD', 'secret')
  for (const uri of ['neo4j+s://db.invalid', 'bolt://127.0.0.1:1']) {
    const { code, err } = await entente('copy', uri, join(await folder(), 'out.entente.json'))
    expect(code).toBe(1)
    expect(err.join('\n')).not.toContain('unencrypted')
  }
})
