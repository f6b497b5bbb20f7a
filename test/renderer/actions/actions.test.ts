import { addEntity } from '@core/commands/entities'
import { ACTIONS, canRun, recentId, runAction } from '@renderer/actions/actions'
import { actionForKey } from '@renderer/actions/for-key'
import { menus } from '@renderer/actions/native-menu.svelte'
import type { App } from '@renderer/state/app.svelte'
import { describe, expect, it } from 'vitest'
import { openWindow } from '../window'

/** What a key does while that element has the focus. */
function pressed(app: App, key: string, more: KeyboardEventInit = {}, target: HTMLElement = document.body) {
  if (!target.isConnected) document.body.append(target)
  let found: string | undefined
  const listen = (event: KeyboardEvent) => {
    found = actionForKey(event, app)?.id
  }
  addEventListener('keydown', listen, { once: true })
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  return found
}

const element = (html: string) => {
  const box = document.createElement('div')
  box.innerHTML = html
  return box.firstElementChild as HTMLElement
}

describe('the table of actions', () => {
  it('has no id and no shortcut twice', () => {
    expect(new Set(ACTIONS.map(({ id }) => id)).size).toBe(ACTIONS.length)
    const keys = ACTIONS.flatMap(({ keys = [] }) => keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('stands whole in the menu bar, in its order', async () => {
    const { app } = await openWindow()
    const bar = menus(app, [{ handle: 'file-9', name: 'old.entente.json', folder: 'graphs' }])
    expect(bar.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Database', 'Help'])
    const ids = bar.flatMap(({ items }) => items.flatMap(({ id }) => id ?? []))
    expect(ids.filter((id) => !id.startsWith('open-recent'))).toEqual(ACTIONS.map(({ id }) => id))
    expect(ids).toContain(recentId('file-9'))
  })

  it('offers in the menu only what can be done now, and nothing behind a dialog', async () => {
    const { app } = await openWindow()
    const enabled = (id: string) =>
      menus(app, [])
        .flatMap(({ items }) => items)
        .find((item) => item.id === id)?.enabled
    expect(enabled('undo')).toBe(false)
    expect(enabled('add-entity')).toBe(true)
    app.doc.run(addEntity(app.doc.graph, { id: 'turkey', type: 'state', name: 'Turkey' }))
    expect(enabled('undo')).toBe(true)
    app.dialogs.show({ kind: 'help' })
    expect(enabled('undo')).toBe(false)
  })
})

describe('keys', () => {
  it('mean actions on the graph', async () => {
    const { app } = await openWindow()
    expect(pressed(app, 'n')).toBe('add-entity')
    expect(pressed(app, 'k', { ctrlKey: true })).toBe('find')
    expect(pressed(app, '?', { shiftKey: true })).toBe('help')
    expect(pressed(app, 'x')).toBeUndefined()
  })

  it('are typing in a field, unless no field knows them', async () => {
    const { app } = await openWindow()
    for (const html of ['<input>', '<textarea></textarea>', '<div role="listbox"></div>']) {
      expect(pressed(app, 'n', {}, element(html))).toBeUndefined()
      expect(pressed(app, '/', {}, element(html))).toBeUndefined()
      expect(pressed(app, 'z', { ctrlKey: true }, element(html))).toBeUndefined()
      expect(pressed(app, 'Backspace', {}, element(html))).toBeUndefined()
      expect(pressed(app, 'k', { ctrlKey: true }, element(html))).toBe('find')
    }
    expect(pressed(app, 'n', {}, element('<input type="checkbox">'))).toBe('add-entity')
  })

  it('mean nothing behind a dialog, in the middle of composing a letter, or where something else took them', async () => {
    const { app } = await openWindow()
    expect(pressed(app, 'n', { isComposing: true })).toBeUndefined()
    const taker = element('<div></div>')
    taker.addEventListener('keydown', (event) => event.preventDefault())
    expect(pressed(app, 'n', {}, taker)).toBeUndefined()
    app.dialogs.show({ kind: 'help' })
    expect(pressed(app, 'n')).toBeUndefined()
    expect(pressed(app, 'k', { ctrlKey: true })).toBeUndefined()
  })

  it('leave Enter to a button, and take it elsewhere to edit what is selected', async () => {
    const { app } = await openWindow()
    expect(pressed(app, 'Enter')).toBeUndefined()
    app.selection.selectEntities(['russia'])
    expect(pressed(app, 'Enter')).toBe('edit')
    expect(pressed(app, 'Enter', {}, element('<button>OK</button>'))).toBeUndefined()
    expect(pressed(app, 'F2', {}, element('<button>OK</button>'))).toBe('edit')
  })

  it('change nothing in a graph that is read only', async () => {
    const { app } = await openWindow({ readOnly: 'made by a newer Entente' })
    app.selection.selectEntities(['russia'])
    for (const key of ['n', 'e', 'F2', 'Delete']) expect(pressed(app, key)).toBeUndefined()
    expect(pressed(app, 'f')).toBe('fit')
  })
})

describe('actions', () => {
  it('begin a relation at what is selected', async () => {
    const { app } = await openWindow()
    app.selection.selectEntities(['russia', 'tartus'])
    runAction(app, 'add-relation')
    expect(app.dialogs.open).toEqual({ kind: 'relation', from: 'russia', to: 'tartus' })
  })

  it('remove everything that is selected in one step', async () => {
    const { app } = await openWindow()
    app.selection.selectEntities(['russia', 'tartus', 'antonov'])
    runAction(app, 'remove')
    expect(app.dialogs.open).toEqual({ kind: 'remove', record: 'entity', id: 'russia', others: ['tartus', 'antonov'] })
  })

  it('add a claim only to a relation', async () => {
    const { app } = await openWindow()
    runAction(app, 'add-claim')
    expect(app.dialogs.open).toBeUndefined()
    app.selection.selectRelation('r-leaves', 'hmeimim')
    runAction(app, 'add-claim')
    expect(app.dialogs.open).toEqual({ kind: 'claim', about: 'r-leaves' })
  })

  it('step through the relations of the entity that one came from, and round', async () => {
    const { app } = await openWindow()
    app.selection.selectEntities(['hmeimim'])
    const seen: (string | undefined)[] = []
    for (let step = 0; step < 4; step++) {
      const before = app.selection.relation
      runAction(app, 'next-relation')
      // The list may take more than one slice of time.
      await expect.poll(() => app.selection.relation).not.toBe(before)
      seen.push(app.selection.relation)
    }
    expect(new Set(seen.slice(0, 3))).toEqual(new Set(['r-operates', 'r-leaves', 'r-seen']))
    expect(seen[3]).toBe(seen[0])
    runAction(app, 'previous-relation')
    await expect.poll(() => app.selection.relation).toBe(seen[2])
    expect(app.selection.entity).toBe('hmeimim')
  })

  it('select everything in the view and nothing', async () => {
    const { app } = await openWindow()
    const clear = ACTIONS.find(({ id }) => id === 'clear-selection')
    expect(clear && canRun(clear, app)).toBe(false)
    runAction(app, 'select-all')
    expect([...app.selection.entities].sort()).toEqual(['antonov', 'hmeimim', 'russia', 'tartus'])
    runAction(app, 'clear-selection')
    expect(app.selection.empty).toBe(true)
  })

  it('do nothing behind a dialog', async () => {
    const { app } = await openWindow()
    app.doc.run(addEntity(app.doc.graph, { id: 'turkey', type: 'state', name: 'Turkey' }))
    app.dialogs.show({ kind: 'help' })
    runAction(app, 'undo')
    expect(app.doc.graph.get('entity', 'turkey')).toBeDefined()
  })
})
