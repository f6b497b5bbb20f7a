import { externalPartOf } from '@core/external/external-part'
import { explored } from '@renderer/usecases/explore'
import { readAgain, readAgainMessage } from '@renderer/usecases/read-again'
import { reboundMessage } from '@renderer/usecases/rebind'
import { describe, expect, it } from 'vitest'
import { BEGUN, exploring, node, text } from '../exploring'

describe('reading again', () => {
  it('asks for the selected nodes and says what has changed; one undo takes it back', async () => {
    const { app, main, port } = await exploring()
    app.external.take({ nodes: [node('4:1', 'Souria')], relationships: [] }, 'Find Souria')
    app.selection.selectEntities([port])
    main.answer('neo4j:nodes', () => ({ outcome: 'done', nodes: [node('4:0', 'Lattakia')] }))
    await readAgain(app)
    expect(main.asks('neo4j:nodes')).toMatchObject([{ nodes: ['4:0'] }])
    expect(app.doc.graph.get('entity', port)?.name).toBe('Lattakia')
    expect(app.preferences.notice).toBe('1 node read again: 1 changed. Ctrl+H shows what; Ctrl+Z takes it back.')
    app.doc.undo()
    expect(app.doc.graph.get('entity', port)?.name).toBe('Latakia')
  })

  it('says that nothing has changed, adds no step to the history, and asks for everything where nothing is selected', async () => {
    const { app, main } = await exploring()
    app.external.take({ nodes: [node('4:1', 'Souria')], relationships: [] }, 'Find Souria')
    const before = app.doc.graph
    main.answer('neo4j:nodes', () => ({ outcome: 'done', nodes: [node('4:0', 'Latakia'), node('4:1', 'Souria')] }))
    await readAgain(app)
    expect(app.doc.graph).toBe(before)
    expect(app.preferences.notice).toBe('2 nodes read again: nothing has changed.')
  })

  it('changes nothing when the server does not answer, or it is stopped', async () => {
    const { app, main } = await exploring()
    const before = app.doc.graph
    main.answer('neo4j:nodes', () => ({ outcome: 'failed', message: 'The server has gone.' }))
    await readAgain(app)
    expect(app.preferences.notice).toBe('The server has gone.')
    main.answer('neo4j:nodes', () => ({ outcome: 'stopped' }))
    await readAgain(app)
    expect(app.preferences.notice).toBe('Stopped. Nothing was read again.')
    expect(app.doc.graph).toBe(before)
  })

  it('says each change in a word', () => {
    expect(readAgainMessage({ read: 12, changed: 2, added: 1, gone: 3 })).toBe(
      '12 nodes read again: 2 changed, 1 new relation, 3 no longer there. Ctrl+H shows what; Ctrl+Z takes it back.'
    )
  })
})

describe('connecting a file again', () => {
  it('says which nodes were found, which are gone and which have no key', async () => {
    const { app, main } = await exploring()
    app.external.leave()
    const part = (code: string) => ({
      labels: ['Port'],
      before: [],
      label: 'Port',
      property: 'code',
      value: text(code)
    })
    const port = (id: string, code: string) => ({
      after: { kind: 'entity' as const, id, type: 'place', name: id, aliases: [], neo4j: part(code) }
    })
    app.doc.run({ label: 'Add', edits: [port('e-a', 'A'), port('e-b', 'B')] })
    main.answer('neo4j:by-key', () => ({
      outcome: 'done',
      nodes: [{ id: '4:77', labels: ['Port'], properties: [['code', text('B')]] }]
    }))
    await explored(app, BEGUN, 'file-1')
    expect(app.preferences.notice).toBe(
      [
        '1 of 3 nodes found again. 1 is no longer there by that key.',
        '1 has no stable key: choose one for the label before the connection ends, and next time they are found.',
        'R reads them again.'
      ].join(' ')
    )
    main.answer('neo4j:nodes', () => ({
      outcome: 'done',
      nodes: [{ id: '4:77', labels: ['Port'], properties: [['code', text('B')]] }]
    }))
    await readAgain(app)
    const gone = [...app.doc.graph.all('entity').values()].filter((entity) => externalPartOf(entity)?.gone)
    expect(gone.map(({ id }) => id)).toEqual(['e-a'])
  })

  it('says nothing of a file that holds no nodes', () => {
    expect(reboundMessage({ found: [], missing: [], keyless: [], isStopped: false })).toBeUndefined()
  })
})
