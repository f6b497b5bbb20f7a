import type { ExternalNode, ExternalValue } from '@core/external/value'
import type { AnyRecord } from '@core/records/records'
import type { Begun } from '@renderer/state/external.svelte'
import { openWindow } from './window'

/** A text as a database holds it. */
export const text = (value: string): ExternalValue => ({ type: 'string', text: value })
/** A ship. */
export const node = (id: string, name: string): ExternalNode => ({
  id,
  labels: ['Vessel'],
  properties: [['name', text(name)]]
})
/** The call of that ship at the port 4:0. */
export const tie = (number: number) => ({
  id: `5:${number}`,
  type: 'CALLED_AT',
  from: `4:${number}`,
  to: '4:0',
  properties: []
})

/** What main answers when an exploration begins. */
export const BEGUN: Begun = {
  outcome: 'exploring',
  session: 'session-1',
  handle: 'file-1',
  name: 'ships on localhost',
  database: 'ships',
  place: { scheme: 'bolt', host: 'localhost', port: 7687, user: 'neo4j', database: 'ships' },
  schema: {
    nodes: 3,
    relationships: 2,
    labels: [],
    relationshipTypes: [],
    unlabelled: 0,
    textIndexes: [],
    valueIndexes: [],
    notes: []
  }
}

/** The database that the file came from. */
export const PLACE = { scheme: 'bolt', host: 'localhost', port: 7687, user: 'neo4j', database: 'ships' }

/** A window on a graph in which one port of a database was found. */
export async function exploring({ records }: { readonly records?: readonly AnyRecord[] } = {}) {
  const { app, main } = await openWindow({ ...(records && { records }), extra: new Map([['neo4j', PLACE]]) })
  main.answer('neo4j:between', () => ({ outcome: 'done', relationships: [], limited: false }))
  app.external.begin(BEGUN, 'file-1')
  const taken = app.external.take({ nodes: [node('4:0', 'Latakia')], relationships: [] }, 'Find Latakia')
  if ('refused' in taken) throw new Error(taken.refused)
  return { app, main, port: taken.entities[0] ?? '' }
}
