import { editEntity, removeEntity } from '@core/commands/entities'
import { figureContent } from '@core/figure/figure-content'
import type { AnyRecord } from '@core/records/records'
import { defaultView } from '@core/view/shown'
import { pictureOf } from '@renderer/canvas/layers/picture'
import type { DialogRequest } from '@renderer/state/dialogs.svelte'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../dialogs/show-dialogs'
import { BASES, entity, relation } from '../sample'
import { openWindow } from '../window'

const MASTER = 'Harbour master of Northpier'
const ACCOUNTANT = 'Accountant in Southgate'

const RECORDS: readonly AnyRecord[] = [
  ...BASES,
  { kind: 'entityType', id: 'person', label: 'Person' },
  entity('lena-1', 'person', 'Lena Marsh', { summary: `${MASTER} since 2016` }),
  entity('lena-2', 'person', 'Lena Marsh', { summary: `${ACCOUNTANT}, born 1990` }),
  relation('r-pays', 'operates', 'lena-1', 'lena-2')
]

async function open(request: DialogRequest) {
  const { app } = await openWindow({ records: RECORDS })
  showDialogs(app)
  app.dialogs.show(request)
  return { app, dialog: within(await screen.findByRole('dialog')), user: userEvent.setup() }
}

const texts = (elements: readonly HTMLElement[]) =>
  elements.map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() ?? '').join('\n')

describe('two people of one name are told apart', () => {
  it('in the palette', async () => {
    const { dialog, user } = await open({ kind: 'palette' })
    await user.type(dialog.getByRole('combobox'), 'lena')
    const rows = texts(await dialog.findAllByRole('option'))
    expect(rows).toContain(MASTER)
    expect(rows).toContain(ACCOUNTANT)
  })

  it('in a field of a relation, offered and chosen', async () => {
    const { dialog, user } = await open({ kind: 'relation', from: 'lena-1' })
    expect(dialog.getByText(MASTER)).toBeTruthy()
    await user.type(dialog.getByLabelText('To'), 'lena')
    expect(texts(await screen.findAllByRole('option'))).toContain(ACCOUNTANT)
  })

  it('in the history, in its list and in what each step did, also under a name that one had before or of one that is gone', async () => {
    const { app, dialog } = await open({ kind: 'history' })
    const { doc } = app
    doc.run(editEntity(doc.graph, { id: 'lena-1', period: '1990/..' }))
    const rows = () => texts(dialog.getAllByRole('listitem'))
    await expect.poll(rows).toContain(`Edit Lena Marsh ${MASTER}`)
    doc.run(editEntity(doc.graph, { id: 'lena-2', name: 'Lena Marsh-Ross' }))
    await expect.poll(rows).toContain(`Edit Lena Marsh ${ACCOUNTANT}`)
    expect(rows()).toContain(`Edit Lena Marsh ${MASTER}`)
    const gone = doc.graph.get('entity', 'lena-1')
    if (!gone) throw new Error('she is not there')
    doc.run(editEntity(doc.graph, { id: 'lena-2', name: 'Lena Marsh' }))
    doc.run(removeEntity(doc.graph, { id: 'lena-1' }))
    await expect.poll(rows).toMatch(new RegExp(`Remove Lena Marsh and its relation ${MASTER}`))
    expect(
      rows()
        .split('\n')
        .filter((row) => /Lena Marsh \d/.test(row))
    ).toEqual([])
  })

  it('when they are merged', async () => {
    const { dialog } = await open({ kind: 'merge', ids: ['lena-1', 'lena-2'] })
    expect(dialog.getAllByText(new RegExp(MASTER)).length).toBeGreaterThan(0)
    expect(dialog.getAllByText(new RegExp(ACCOUNTANT)).length).toBeGreaterThan(0)
  })

  it('on the canvas and in a figure', async () => {
    const { app } = await openWindow({ records: RECORDS })
    const { graph } = app.doc
    const content = figureContent(graph, defaultView(graph), {})
    expect(content.relations.map(({ sentence }) => sentence)).toContain(
      `Lena Marsh (${MASTER}) operates Lena Marsh (${ACCOUNTANT})`
    )
    expect(content.entities.find(({ id }) => id === 'lena-2')?.aside).toBe(ACCOUNTANT)
    expect(pictureOf(graph, content.shown).entities.get('lena-1')?.aside).toBe(MASTER)
    expect(pictureOf(graph, content.shown).entities.get('russia')?.aside).toBeUndefined()
  })
})
