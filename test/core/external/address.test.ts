import { isRefusal } from '@core/change/refusal'
import { encryptedInstead, readAddress, type Scheme } from '@core/external/address'
import { expect, test } from 'vitest'

test.each([
  ['neo4j://localhost:7687', 'neo4j://localhost:7687', 'localhost', 7687, 'plain'],
  ['bolt+s://db.example.org', 'bolt+s://db.example.org:7687', 'db.example.org', 7687, 'checked'],
  ['neo4j+ssc://10.0.0.1:9999/', 'neo4j+ssc://10.0.0.1:9999', '10.0.0.1', 9999, 'unchecked'],
  ['  BOLT://Host  ', 'bolt://Host:7687', 'Host', 7687, 'plain'],
  ['localhost:7688', 'neo4j://localhost:7688', 'localhost', 7688, 'plain'],
  ['bolt://[::1]:7687', 'bolt://[::1]:7687', '::1', 7687, 'plain']
])('%s', (typed, uri, host, port, encryption) => {
  expect(readAddress(typed)).toMatchObject({ uri, host, port, encryption })
})

test.each([
  ['', 'Type the address'],
  ['http://localhost:7474', 'a web page'],
  ['ftp://localhost', 'must begin with one of'],
  ['neo4j://user:secret@localhost', 'leave them out'],
  ['neo4j://localhost:0', 'from 1 to 65535'],
  ['neo4j://localhost:99999', 'from 1 to 65535'],
  ['neo4j://localhost/movies', 'nothing more'],
  ['neo4j://local host', 'nothing more'],
  ['neo4j://', 'nothing more']
])('%s is refused, with the reason and without what was typed', (typed, words) => {
  const refused = readAddress(typed)
  expect(isRefusal(refused) && refused.refused).toContain(words)
  expect(JSON.stringify(refused)).not.toContain('secret')
})

test.each<[Scheme, string, Scheme | undefined]>([
  ['neo4j', 'db.example.org', 'neo4j+s'],
  ['bolt', '10.0.0.1', 'bolt+s'],
  ['bolt', '128.0.0.1', 'bolt+s'],
  ['neo4j', '127.0.0.1.example.org', 'neo4j+s'],
  ['neo4j', 'localhost.example.org', 'neo4j+s'],
  ['bolt', 'fe80::1', 'bolt+s'],
  ['bolt', '2001:db8::1', 'bolt+s'],
  ['neo4j', '', 'neo4j+s'],
  ['neo4j+s', 'db.example.org', undefined],
  ['bolt+ssc', 'db.example.org', undefined],
  ['neo4j', 'localhost', undefined],
  ['neo4j', 'LOCALHOST.', undefined],
  ['neo4j', 'db.localhost', undefined],
  ['bolt', '127.0.0.1', undefined],
  ['bolt', '127.8.9.1', undefined],
  ['bolt', '::1', undefined],
  ['bolt', '[::1]', undefined],
  ['bolt', '0:0:0:0:0:0:0:1', undefined],
  ['bolt', '::ffff:127.0.0.1', undefined]
])('by %s to %s a password is better sent by %s', (scheme, host, instead) => {
  expect(encryptedInstead({ scheme, host })).toBe(instead)
})
