import { removal } from '@renderer/features/remove-dialog/removal'
import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { BASES, claim, source } from '../../sample'
import { openWindow } from '../../window'

const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

describe('what goes with it', () => {
  it.each([
    ['entity', 'russia', 'Removes Russia, its 3 relations and their 7 claims.'],
    ['entity', 'antonov', 'Removes An-124 transports and its 1 relation.'],
    ['relation', 'r-leaves', 'Removes “withdraws from” between Russia and Hmeimim Air Base with its 4 claims.'],
    ['relation', 'r-tartus', 'Removes “withdraws from” between Russia and Tartus Naval Base with its claim.'],
    ['relation', 'r-seen', 'Removes “seen at” between An-124 transports and Hmeimim Air Base.'],
    ['claim', 'c-1', 'Removes this claim. Its source stays.']
  ] as const)('%s %s', async (record, id, sentence) => {
    const { app } = await openWindow()
    const told = removal(app.doc.graph, { record, id })
    expect(plain(told.sentence)).toBe(`${sentence} Undo brings all of it back.`)
  })

  it('counts claims about the entity itself', async () => {
    const { app } = await openWindow({ records: [...BASES, claim('c-8', 'antonov', 's-wire')] })
    const told = removal(app.doc.graph, { record: 'entity', id: 'antonov' })
    expect(plain(told.sentence)).toContain('its 1 relation and 1 claim.')
  })

  it('of several entities is told once', async () => {
    const { app } = await openWindow()
    const told = removal(app.doc.graph, { record: 'entity', id: 'russia', others: ['hmeimim'] })
    expect(told.title).toBe('Remove 2 entities')
    expect(plain(told.sentence)).toContain('Removes 2 entities, their 4 relations and their 7 claims.')
  })

  it('is nothing for a source that nobody cites', async () => {
    const { app } = await openWindow({ records: [...BASES, source('s-idle', 'Never used')] })
    const told = removal(app.doc.graph, { record: 'source', id: 's-idle' })
    expect(plain(told.sentence)).toBe(
      'Removes the source “Never used”, which no claim cites. Undo brings all of it back.'
    )
  })
})

describe('the dialog', () => {
  it('removes on Enter, and undo brings all of it back', async () => {
    const { app } = await openWindow()
    showDialogs(app)
    app.selection.selectEntities(['russia', 'hmeimim'])
    app.dialogs.show({ kind: 'remove', record: 'entity', id: 'russia', others: ['hmeimim'] })
    const button = await screen.findByRole('button', { name: /^Remove/ })
    expect(document.activeElement).toBe(button)
    await userEvent.keyboard('{Enter}')
    expect(app.doc.graph.all('relation').size).toBe(0)
    expect(app.selection.empty).toBe(true)
    app.doc.undo()
    expect(app.doc.graph.all('relation').size).toBe(4)
    expect(app.doc.graph.all('claim').size).toBe(7)
  })

  it('keeps everything on Esc', async () => {
    const { app } = await openWindow()
    showDialogs(app)
    app.dialogs.show({ kind: 'remove', record: 'claim', id: 'c-3' })
    expect(await screen.findByText(/Imagery shows heavy transports/)).toBeTruthy()
    await userEvent.keyboard('{Escape}')
    expect(app.dialogs.open).toBeUndefined()
    expect(app.doc.graph.get('claim', 'c-3')).toBeDefined()
  })
})
