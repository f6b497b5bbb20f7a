import type { ExternalValue } from '@core/external/value'
import { expand } from '@renderer/usecases/explore'
import { rebind } from '@renderer/usecases/rebind'
import { describe, expect, it } from 'vitest'
import { BEGUN, exploring, node, text, tie } from '../exploring'

describe('exploring', () => {
  it('brings a page of neighbours as one step, and the next from where it ended', async () => {
    const { app, main, port } = await exploring()
    const pages = [[1, 2], [3]]
    main.answer('neo4j:expand', () => {
      const page = pages.shift() ?? []
      const found = { nodes: page.map((at) => node(`4:${at}`, `Ship ${at}`)), relationships: page.map(tie) }
      return { outcome: 'done', found, ...(pages.length > 0 && { next: 'after-2' }) }
    })
    expect(await expand(app, port, 'CALLED_AT', 'in')).toBeUndefined()
    expect(app.external.shown(port, 'CALLED_AT', 'in')).toBe(2)
    expect(app.external.shown(port, 'CALLED_AT', 'out')).toBe(0)
    await expand(app, port, 'CALLED_AT', 'in')
    expect(app.external.shown(port, 'CALLED_AT', 'in')).toBe(3)
    expect(main.asks('neo4j:expand').map((asked) => (asked as { readonly after?: string }).after)).toEqual([
      undefined,
      'after-2'
    ])
    app.doc.undo()
    expect(app.external.shown(port, 'CALLED_AT', 'in')).toBe(2)
  })

  it('says why nothing came, and changes nothing', async () => {
    const { app, main, port } = await exploring()
    const before = app.doc.graph
    main.answer('neo4j:expand', () => ({ outcome: 'failed', message: 'The server has gone.' }))
    expect(await expand(app, port, 'CALLED_AT', 'in')).toBe('The server has gone.')
    expect(app.doc.graph).toBe(before)
  })

  it('waits for rows that are slower than the answer, and hears no rows of another statement', async () => {
    const { app, main } = await exploring()
    main.answer('neo4j:run', () => ({ outcome: 'done', rows: 2, limited: false, milliseconds: 3 }))
    app.cypher.text = 'RETURN 1'
    const ran = app.cypher.run()
    await expect.poll(() => main.asks('neo4j:run').length).toBe(1)
    const [{ task }] = main.asks('neo4j:run') as [{ readonly task: string }]
    main.tell('neo4j:rows', { task: 'another', columns: ['x'], rows: [[text('not ours')]] })
    main.tell('neo4j:rows', { task, columns: ['n'], rows: [[{ type: 'node', node: node('4:9', 'Souria') }]] })
    expect(app.cypher.ran?.state).toBe('running')
    main.tell('neo4j:rows', { task, columns: ['n'], rows: [[{ type: 'list', items: [], length: 0 }]] })
    await ran
    expect(app.cypher.ran?.state).toBe('done')
    expect(app.cypher.rows).toHaveLength(2)
    expect(app.cypher.found.nodes.map(({ id }) => id)).toEqual(['4:9'])
  })

  it('follows the server’s state, and ends with the session', async () => {
    const { app, main, port } = await exploring()
    main.tell('neo4j:state', { session: 'session-1', state: 'reconnecting', words: 'Lost.' })
    main.tell('neo4j:state', { session: 'another', state: 'offline', words: 'Gone.' })
    expect(app.external.link).toEqual({ state: 'reconnecting', words: 'Lost.' })
    app.external.leave()
    expect(app.external.link.state).toBe('offline')
    expect(app.external.nodes.has(port)).toBe(false)
    expect(main.asks('neo4j:leave')).toEqual([{ session: 'session-1' }])
  })

  it('finds the nodes of a file again by their keys, each by its own value', async () => {
    const { app, main } = await exploring()
    app.external.leave()
    const part = (value: ExternalValue) => ({ labels: ['Port'], before: [], label: 'Port', property: 'code', value })
    const port = (id: string, code: string) => ({
      after: { kind: 'entity' as const, id, type: 'place', name: id, aliases: [], neo4j: part(text(code)) }
    })
    app.doc.run({ label: 'Add', edits: [port('e-a', 'A'), port('e-b', 'B')] })
    app.external.begin(BEGUN, 'file-1')
    main.answer('neo4j:by-key', () => ({
      outcome: 'done',
      nodes: [{ id: '4:77', labels: ['Port'], properties: [['code', text('B')]] }]
    }))
    expect(await rebind(app)).toMatchObject({ found: ['e-b'], missing: ['e-a'] })
    expect(app.external.nodes.get('e-b')).toBe('4:77')
    expect(app.external.nodes.has('e-a')).toBe(false)
  })
})
