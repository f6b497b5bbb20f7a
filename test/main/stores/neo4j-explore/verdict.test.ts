import { isRefusal } from '@core/change/refusal'
import { readAddress } from '@core/external/address'
import type { Knock } from '@main/stores/neo4j/connect/knock'
import { verdictOfError, verdictOfKnock } from '@main/stores/neo4j/connect/verdict'
import { expect, test } from 'vitest'

const at = (uri: string) => {
  const address = readAddress(uri)
  if (isRefusal(address)) throw new Error(address.refused)
  return address
}

const error = (code: string) => Object.assign(new Error('what the server wrote, with pa55word'), { code })

test.each([
  ['Neo.ClientError.Security.Unauthorized', 'password'],
  ['Neo.ClientError.Security.CredentialsExpired', 'password-expired'],
  ['Neo.ClientError.Security.AuthenticationRateLimit', 'too-many-attempts'],
  ['Neo.ClientError.Security.Forbidden', 'not-allowed'],
  ['Neo.ClientError.Database.DatabaseNotFound', 'database-missing'],
  ['Neo.TransientError.General.DatabaseUnavailable', 'database-offline'],
  ['ServiceUnavailable', 'lost'],
  ['Neo.DatabaseError.General.UnknownError', 'other'],
  ['N/A', 'other']
])('%s is %s', (code, kind) => {
  const verdict = verdictOfError(error(code), at('bolt://db:7687'), 'films')
  expect(verdict.kind).toBe(kind)
  expect(verdict.message).toMatch(/^[^a-z].*\.$/)
  expect(verdict.message).not.toContain('pa55word')
})

test('a cluster whose members cannot be reached is told to be asked alone', () => {
  const verdict = verdictOfError(error('ServiceUnavailable'), at('neo4j+s://db:7687'))
  expect(verdict).toMatchObject({ kind: 'routing', message: expect.stringContaining('bolt+s://') })
})

test.each<[Knock, string, string]>([
  [{ found: 'unreachable', code: 'EHOSTUNREACH' }, 'unreachable', 'EHOSTUNREACH'],
  [{ found: 'unreachable', code: 'ETIMEDOUT' }, 'unreachable', 'firewall'],
  [{ found: 'tls' }, 'tls-needed', 'neo4j+s://'],
  [{ found: 'not-tls' }, 'tls-absent', 'neo4j://'],
  [{ found: 'bad-certificate', code: 'CERT_HAS_EXPIRED' }, 'certificate', 'has expired'],
  [{ found: 'bad-certificate', code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'certificate', 'another name'],
  [{ found: 'bad-certificate', code: 'CERT_REVOKED' }, 'certificate', 'CERT_REVOKED'],
  [{ found: 'other' }, 'not-neo4j', 'Look at the port']
])('%j', (knock, kind, words) => {
  const verdict = verdictOfKnock(knock, at('neo4j+s://db:7687'))
  expect(verdict).toMatchObject({ kind, message: expect.stringContaining(words) })
})

test('Bolt itself is no verdict yet', () => {
  expect(verdictOfKnock({ found: 'bolt' }, at('bolt://db'))).toBeUndefined()
})
