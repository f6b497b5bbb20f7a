import type { AnyRecord, Claim } from '@core/records/records'
import { enteredDate, isNoDate } from '@renderer/forms/date-entry'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../dialogs/show-dialogs'
import { BASES } from '../sample'
import { openWindow } from '../window'

const first = BASES.find((record): record is Claim => record.kind === 'claim')
const id = first?.id ?? ''

/** The dialog of a claim whose date is that. */
async function edit(when: unknown) {
  const records = BASES.map((record) => (record.id === id ? ({ ...record, when } as AnyRecord) : record))
  const { app } = await openWindow({ records })
  showDialogs(app)
  app.dialogs.show({ kind: 'claim', id, about: first?.about ?? '' })
  const dialog = within(await screen.findByRole('dialog'))
  const user = userEvent.setup()
  const save = () => user.click(dialog.getByRole('button', { name: /^Save/ }))
  const kept = () => app.doc.graph.get('claim', id)
  return { dialog, user, save, kept, field: dialog.getByLabelText(/^True when/) as HTMLInputElement }
}

describe('a date field', () => {
  it.each([
    ['2024-12-XX', '2024-12-XX', 'Dec 2024, day unknown'],
    ['2017/', '2017/', 'from 2017, end unknown'],
    ['-0216', '-0216', '217 BC'],
    ['Y12000', 'Y12000', 'year 12000'],
    ['217 BC', '-0216', 'kept as -0216'],
    ['AD 476', '0476', 'kept as 0476'],
    ['about Dec 2024', '2024-12~', 'kept as 2024-12~']
  ])('takes %s', async (typed, kept, words) => {
    const form = await edit('2020')
    await form.user.clear(form.field)
    await form.user.type(form.field, typed)
    expect(form.dialog.getByText(new RegExp(words))).toBeTruthy()
    await form.save()
    expect(form.kept()?.when).toBe(kept)
  })

  it('says how to write what it does not take, and nothing is saved', async () => {
    const form = await edit('2020')
    await form.user.clear(form.field)
    await form.user.type(form.field, 'Easter')
    await form.user.tab()
    expect(form.dialog.getByText(/“Easter” is not a date we can read. Write 2024, 2024-12/)).toBeTruthy()
    await form.save()
    expect(form.kept()?.when).toBe('2020')
  })
})

describe('a date that could not be read', () => {
  it.each([['early 2024'], [null], [['2024']], ['']])('%j stays while something else is changed', async (when) => {
    const form = await edit(when)
    const statement = form.dialog.getByLabelText(/Statement/)
    await form.user.clear(statement)
    await form.user.type(statement, 'Said otherwise.')
    await form.save()
    expect(form.kept()).toMatchObject({ statement: 'Said otherwise.', when })
  })

  it('is mended by writing another one, or taken out', async () => {
    const form = await edit('early 2024')
    await form.user.clear(form.field)
    await form.user.type(form.field, '2024-01/2024-03')
    await form.save()
    expect(form.kept()?.when).toBe('2024-01/2024-03')
    const other = await edit('early 2024')
    await other.user.clear(other.field)
    await other.save()
    expect(Object.hasOwn(other.kept() ?? {}, 'when')).toBe(false)
  })

  it('is no excuse for another that cannot be read', () => {
    expect(isNoDate('early 2024', 'early 2024')).toBe(false)
    expect(isNoDate('late 2024', 'early 2024')).toBe(true)
    expect(isNoDate('early 2024')).toBe(true)
    expect(enteredDate(' early 2024 ', 'early 2024')).toBe('early 2024')
  })
})
