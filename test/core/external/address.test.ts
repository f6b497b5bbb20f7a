import { isRefusal } from '@core/change/refusal'
import { readAddress } from '@core/external/address'
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
