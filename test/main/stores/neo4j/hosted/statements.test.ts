import type { Edit } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { SCHEMA } from '@main/stores/neo4j/hosted/schema'
import { questionFor, stepsOf } from '@main/stores/neo4j/hosted/statements'
import { TypeNames } from '@main/stores/neo4j/hosted/type-names'
import { expect, test } from 'vitest'
import { claim, entity, RECORDS, relation, source } from '../../../../core/sample'

const EVIL = 'x` {id:1}) DETACH DELETE n //'
const names = TypeNames.none.after({ edits: RECORDS.map((after) => ({ after })) })
const both = { before: names, after: names }
const cypherOf = (edits: readonly Edit[]) => stepsOf(edits, both).map(({ cypher }) => cypher)

/** Every sort of edit of records in which every text is `text`, as far as it may be. */
function everything(text: string): readonly Edit[] {
  const records: readonly AnyRecord[] = [
    { ...entity(`e-${text}`, 'state', text), summary: text, [text]: text },
    { ...relation(`r-${text}`, 'leads', `e-${text}`, `f-${text}`), [text]: text },
    source(`s-${text}`, { basedOn: `t-${text}`, note: text }),
    claim(`c-${text}`, `e-${text}`, { statement: text, basedOn: `s-${text}` }),
    { kind: 'view', id: `v-${text}`, name: text, positions: [] },
    { kind: 'notSame', id: `${text} b`, pair: [text, 'b'] }
  ]
  return records.flatMap((record): readonly Edit[] => [
    { after: record },
    { before: record },
    { before: record, after: { ...record, 'x-other': text } }
  ])
}

test('no text of a user ever gets into a statement', () => {
  expect(cypherOf(everything(EVIL))).toEqual(cypherOf(everything('plain')))
  const asked = (text: string) =>
    everything(text)
      .flatMap(({ after }) => (after ? questionFor(after.kind, [after], names) : []))
      .map(({ cypher }) => cypher)
  expect(asked(EVIL)).toEqual(asked('plain'))
})

test('nothing is torn away or written over as a whole', () => {
  const all = cypherOf(everything('x')).join('\n')
  expect(all).not.toMatch(/DETACH|SET\s+\w+\s*\+?=|MERGE/)
})

test('the schema is on labels of ours only', () => {
  for (const { name, cypher } of SCHEMA) {
    expect(name).toMatch(/^entente_/)
    expect(cypher).toMatch(/FOR \(n:`Entente\w+`\)/)
  }
})

test('an entity that changes its type changes its label, and nothing else is written again', () => {
  const before = entity('e-1', 'state', 'A')
  const [cypher, ...more] = cypherOf([{ before, after: { ...before, type: 'person' } }])
  expect(more).toEqual([])
  expect(cypher).toMatch(/REMOVE n:`State` SET n:`Person`/)
})
