import type { Claim } from '@core/records/records'
import { runAction } from '@renderer/actions/actions'
import QuickEntry from '@renderer/features/quick-entry/QuickEntry.svelte'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { BASES } from '../../sample'
import { openWindow, show } from '../../window'

async function open(opened: Parameters<typeof openWindow>[0] = {}) {
  const { app } = await openWindow({ records: BASES, ...opened })
  show(app, QuickEntry)
  const user = userEvent.setup()
  runAction(app, 'quick-entry')
  const { graph } = app.doc
  const before = { claims: graph.all('claim').size, relations: graph.all('relation').size }
  const added = () => ({
    claims: app.doc.graph.all('claim').size - before.claims,
    relations: app.doc.graph.all('relation').size - before.relations
  })
  const last = (): Claim | undefined => [...app.doc.graph.all('claim').values()].at(-1)
  const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Quick entry' })
  return { app, user, added, last, field }
}

const chips = () =>
  [...document.querySelectorAll('.chip')].map((chip) =>
    [...chip.querySelectorAll('.said, .words')].map((one) => one.textContent?.trim()).join(' | ')
  )

describe('quick entry', () => {
  it('completes names in any script, relations and sources by Tab, and shows them as chips with a word', async () => {
    const { app, user, added, last, field } = await open()
    await screen.findByRole('combobox')
    await user.keyboard('rus{Tab}operates > tart{Tab}? @rt{Tab}#3 Dec 2024 D3 "Seen there')
    expect(chips()).toEqual([
      'Russia | from',
      'operates | relation',
      'Tartus Naval Base | to',
      '? | uncertain',
      '@New Syrian leader wants close ties with Russia | RT',
      '#3 | paragraph',
      'Dec 2024 | Dec 2024',
      'D3 | possibly true'
    ])
    expect(field().value).toBe('"Seen there')
    await user.keyboard('{Enter}')
    expect(added()).toEqual({ claims: 1, relations: 1 })
    expect(last()).toMatchObject({ statement: 'Seen there', source: 's-ties', when: '2024-12', credibility: 3 })
    expect(field().value).toBe('')
    expect(app.selection.relation).toBe(last()?.about)
    await user.keyboard('rus{Tab}withdraws from > antonov{Tab}"gone"{Enter}')
    expect(last()).toMatchObject({ source: 's-ties', locator: { paragraph: 3 }, credibility: 3, stance: 'supports' })
    expect(last()).not.toHaveProperty('when')
  })

  it('keeps the focus whatever Tab is pressed on, and opens a chip by Backspace', async () => {
    const { user, field, added } = await open()
    await screen.findByRole('combobox')
    await user.keyboard('Russia{Tab}{Tab}{Tab}operates{Tab}{Tab}zzz')
    expect(document.activeElement).toBe(field())
    expect(added()).toEqual({ claims: 0, relations: 0 })
    await user.clear(field())
    expect(chips()).toEqual(['Russia | from', 'operates | relation'])
    await user.keyboard('{Backspace}')
    expect(chips()).toEqual(['Russia | from'])
    expect(field().value).toBe('operates')
    await user.keyboard('{Control>}a{/Control}withdraws')
    expect(screen.getByRole('option', { name: /withdraws from/ })).toBeTruthy()
  })

  it('makes a new entity of the type that is taken from the list', async () => {
    const { app, user, added } = await open()
    await screen.findByRole('combobox')
    await user.keyboard('rus{Tab}operates > Jableh Radar')
    expect(screen.getByText(/Nothing is called “Jableh Radar”/)).toBeTruthy()
    await user.click(screen.getByRole('option', { name: 'New facility: Jableh Radar' }))
    await user.keyboard('{Enter}')
    expect(added()).toEqual({ claims: 0, relations: 1 })
    const [id] = app.doc.graph.namedAlike('Jableh Radar')
    expect(app.doc.graph.get('entity', id ?? '')?.type).toBe('facility')
    expect(app.view.positions.get(id ?? '')).toBeDefined()
    await user.keyboard('{Control>}z{/Control}')
    expect(app.doc.graph.namedAlike('Jableh Radar')).toEqual([])
    expect(app.doc.position).toBe(0)
  })

  it('says by Enter what is missing, and adds nothing', async () => {
    const { user, added } = await open()
    await screen.findByRole('combobox')
    await user.keyboard('Russia > operates{Enter}')
    expect(screen.getByRole('alert').textContent).toContain('Go on with >')
    expect(added()).toEqual({ claims: 0, relations: 0 })
  })

  it('takes an earlier entry back unless something rests on it', async () => {
    const { user, added, app } = await open()
    await screen.findByRole('combobox')
    await user.keyboard('Russia > operates > +Facility Jableh{Enter}')
    await user.keyboard('Russia > operates > Tartus Naval Base{Enter}')
    const log = () => within(screen.getByRole('list', { name: 'Last entries' })).getAllByRole('listitem')
    expect(log().map((line) => line.querySelector('bdi')?.textContent)).toEqual([
      'Russia —operates→ Tartus Naval Base',
      'Russia —operates→ Jableh'
    ])
    await user.keyboard('Russia > withdraws from > Jableh{Enter}')
    const undo = (at: number) => user.click(within(log()[at] as HTMLElement).getByRole('button', { name: 'Undo' }))
    await undo(2)
    expect(screen.getByText(/Something else rests on/)).toBeTruthy()
    expect(added().relations).toBe(3)
    await undo(1)
    expect(added().relations).toBe(2)
    expect(log()).toHaveLength(2)
    await undo(0)
    await undo(0)
    expect(added().relations).toBe(0)
    expect(app.doc.graph.namedAlike('Jableh')).toEqual([])
  })

  it('lists pasted lines with what is wrong with each, and adds the others as one step', async () => {
    const { app, user, added } = await open()
    await screen.findByRole('combobox')
    await user.paste(
      'Russia > operates > Tartus Naval Base @RT\nnonsense\n+State Syria > operates > Hmeimim Air Base @RT #2'
    )
    const lines = screen.getByRole('region', { name: 'Pasted lines' })
    expect(within(lines).getByText(/Go on with > and the relation/)).toBeTruthy()
    await user.click(within(lines).getByRole('button', { name: 'Add 2 lines' }))
    expect(added()).toEqual({ claims: 2, relations: 2 })
    expect(app.doc.position).toBe(1)
    const left = screen.getByRole<HTMLInputElement>('textbox', { name: 'Line 1' })
    expect(left.value).toBe('nonsense')
    await user.clear(left)
    await user.type(left, 'Syria > withdraws from > Tartus Naval Base{Tab}')
    await user.click(await within(lines).findByRole('button', { name: 'Add 1 line' }))
    expect(added().relations).toBe(3)
    expect(screen.queryByRole('region', { name: 'Pasted lines' })).toBeNull()
    app.doc.goTo(0)
    expect(added()).toEqual({ claims: 0, relations: 0 })
  })

  it('closes by Esc with the line kept, and does not open where nothing can be changed', async () => {
    const { app, user, field } = await open()
    await screen.findByRole('combobox')
    await user.keyboard('Russia > {Escape}{Escape}')
    expect(screen.queryByRole('combobox')).toBeNull()
    runAction(app, 'quick-entry')
    await screen.findByRole('combobox')
    expect(chips()).toEqual(['Russia | from'])
    expect(document.activeElement).toBe(field())
    const other = await openWindow({ records: BASES, readOnly: 'Somebody else has it open.' })
    runAction(other.app, 'quick-entry')
    expect(other.app.quickEntry.isOpen).toBe(false)
  })
})
