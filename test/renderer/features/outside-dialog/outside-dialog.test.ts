import { hideInView, showOnlyInView } from '@core/commands/views'
import type { AnyRecord } from '@core/records/records'
import { shows } from '@core/view/shown'
import FocusPill from '@renderer/features/focus-pill/FocusPill.svelte'
import type { App } from '@renderer/state/app.svelte'
import { goTo } from '@renderer/usecases/go-to'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { BASES } from '../../sample'
import { openWindow, show } from '../../window'

/** A view of the two bases, first in the file; “The whole” has everything. */
const LISTED: readonly AnyRecord[] = [
  ...BASES.filter(({ kind }) => kind !== 'view'),
  { kind: 'view', id: 'v-1', name: 'Bases', entities: ['hmeimim', 'tartus'], positions: [['tartus', 10, 20]] },
  { kind: 'view', id: 'v-2', name: 'The whole', positions: [] }
]

/** Each way in which a view can leave Russia out. */
const WAYS: readonly (readonly [string, (app: App) => void, RegExp])[] = [
  ['a list of its own', () => {}, /has a list of its own entities/],
  ['a type that is hidden', ({ view }) => view.toggle('hiddenTypes', 'state'), /hides the type State/],
  [
    'having been hidden',
    ({ doc, view }) => {
      view.show('v-2')
      doc.run(hideInView(doc.graph, view.record, ['russia']))
    },
    /was hidden in “The whole”/
  ],
  [
    'others having been picked',
    ({ doc, view }) => {
      view.show('v-2')
      doc.run(showOnlyInView(doc.graph, view.record, ['tartus']))
    },
    /shows only what was picked/
  ]
]

async function outside(leave: (app: App) => void, readOnly?: string) {
  const { app } = await openWindow({ records: LISTED, ...(readOnly && { readOnly }) })
  leave(app)
  const before = app.view.record.id
  showDialogs(app)
  await goTo(app, 'russia')
  const dialog = within(await screen.findByRole('dialog', { name: 'Not in this view' }))
  const isShown = () => {
    const russia = app.doc.graph.get('entity', 'russia')
    return russia !== undefined && shows(app.view.filtered)(russia)
  }
  return { app, before, dialog, isShown, user: userEvent.setup() }
}

describe.each(WAYS)('what is not in the view by %s', (_, leave, reason) => {
  it('is asked about, with the reason, and cancelling changes nothing', async () => {
    const { app, before, dialog, isShown, user } = await outside(leave)
    expect(dialog.getByText(reason)).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(app.dialogs.open).toBeUndefined()
    expect([app.view.record.id, app.selection.empty, isShown()]).toEqual([before, true, false])
  })

  it('is shown here on Enter, in the same view, selected; one undo takes that back', async () => {
    const { app, before, isShown, user } = await outside(leave)
    const { position } = app.doc
    await user.keyboard('{Enter}')
    await expect.poll(() => app.selection.entity).toBe('russia')
    expect([app.view.record.id, isShown()]).toEqual([before, true])
    expect(app.view.positions.has('russia')).toBe(position < app.doc.position)
    if (position < app.doc.position) {
      expect(app.doc.undoLabel).toMatch(/^Show Russia in /)
      app.doc.undo()
      expect(isShown()).toBe(false)
    }
  })

  it('or is gone to where it is', async () => {
    const { app, dialog, isShown, user } = await outside(leave)
    const other = dialog.queryByRole('button', { name: 'Go to “The whole”' })
    if (!other) return expect(app.view.record.name).toBe('The whole')
    await user.click(other)
    await expect.poll(() => app.selection.entity).toBe('russia')
    expect([app.view.record.id, isShown()]).toEqual(['v-2', true])
    expect(app.doc.undoLabel ?? '').not.toMatch(/^Show/)
  })
})

it('in a file that can only be read it is shown for as long as the window is open', async () => {
  const { app, isShown, user } = await outside(() => {}, 'made by a newer Entente')
  await user.keyboard('{Enter}')
  await expect.poll(() => app.selection.entity).toBe('russia')
  expect(isShown()).toBe(true)
  expect(app.preferences.notice).toMatch(/^Kept until this window closes/)
})

it('what is selected though it is not shown can be shown from the pill', async () => {
  const { app } = await openWindow({ records: LISTED })
  show(app, FocusPill)
  app.selection.selectEntities(['russia'])
  await userEvent.click(await screen.findByRole('button', { name: 'Show…' }))
  expect(app.dialogs.open).toMatchObject({ kind: 'outside', id: 'russia' })
})
