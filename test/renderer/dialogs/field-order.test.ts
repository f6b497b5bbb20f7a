import type { DialogRequest } from '@renderer/state/dialogs.svelte'
import { screen } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { openWindow } from '../window'
import { showDialogs } from './show-dialogs'

async function open(request: DialogRequest) {
  const { app } = await openWindow()
  showDialogs(app)
  app.dialogs.show(request)
  const dialog = await screen.findByRole('dialog')
  return { app, dialog, user: userEvent.setup() }
}

const isField = (element: Element) => element.matches('input, textarea, [role=combobox]')

/** What adds or takes away a row of fields: such a button stands with the fields that it is about. */
const isOfRows = (element: Element) => element.closest('fieldset') !== null

const words = (element: Element) =>
  element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent

/** Where Tab leads from the first field, until it is at the first one again or leaves the fields. */
async function walk(user: ReturnType<typeof userEvent.setup>, dialog: Element) {
  const stops: Element[] = []
  dialog.querySelector<HTMLElement>('.body :is(input, textarea)')?.focus()
  for (let at = document.activeElement; at && !stops.includes(at); at = document.activeElement) {
    stops.push(at)
    await user.tab()
  }
  const inBody = stops.filter((stop) => dialog.querySelector('.body')?.contains(stop))
  return { stops, inBody }
}

describe('Tab', () => {
  it.each([
    [{ kind: 'entity' }, 4],
    [{ kind: 'entity', id: 'hmeimim' }, 10],
    [{ kind: 'relation' }, 9],
    [{ kind: 'relation', id: 'r-leaves' }, 3],
    [{ kind: 'claim', about: 'r-leaves' }, 7],
    [{ kind: 'claim', about: 'hmeimim' }, 8],
    [{ kind: 'source', id: 's-wire' }, 6],
    [{ kind: 'view' }, 1]
  ] as const)('goes from field to field in %j', async (request, fields) => {
    const { dialog, user } = await open(request)
    expect(isField(document.activeElement as Element)).toBe(true)
    const { inBody } = await walk(user, dialog)
    expect(inBody.filter(isField).length).toBeGreaterThanOrEqual(fields)
    const first = inBody.findIndex(isField)
    const last = inBody.findLastIndex(isField)
    const between = inBody.slice(first, last).filter((stop) => !isField(stop) && !isOfRows(stop))
    expect(between.map(words)).toEqual([])
  })

  it('reaches what turns a relation round before its fields', async () => {
    const { user } = await open({ kind: 'relation' })
    await user.tab({ shift: true })
    expect(words(document.activeElement as Element)).toBe('Swap direction')
  })
})

describe('the focus', () => {
  it('is at the field again when one goes on typing after all', async () => {
    const { user } = await open({ kind: 'entity' })
    await user.keyboard('Ati{Escape}')
    await user.keyboard('{Enter}')
    await user.keyboard('k')
    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Atik')
  })

  it('is at the name again when it is said that it is something else', async () => {
    const { user } = await open({ kind: 'entity' })
    await user.keyboard('Hmeymim')
    await user.click(screen.getByRole('button', { name: 'Not the same' }))
    await expect.poll(() => document.activeElement).toBe(screen.getByLabelText('Name'))
  })

  it('is at the end whose entity was taken away', async () => {
    const { user } = await open({ kind: 'relation', from: 'russia', to: 'tartus' })
    const [take] = screen.getAllByRole('button', { name: 'Take another' })
    if (take) await user.click(take)
    await expect.poll(() => document.activeElement).toBe(screen.getByLabelText('From'))
  })
})

describe('letters on a button', () => {
  it('that adds a row land in it', async () => {
    const { user } = await open({ kind: 'entity' })
    screen.getByRole('button', { name: 'Other name' }).focus()
    await user.keyboard('Tell Kalakh')
    expect(screen.getByLabelText('Other name 1')).toHaveProperty('value', 'Tell Kalakh')
    expect(screen.queryByLabelText('Other name 2')).toBeNull()
    screen.getByRole('button', { name: 'Property' }).focus()
    await user.keyboard('Founded')
    expect(screen.getByLabelText('Property')).toHaveProperty('value', 'Founded')
  })
})

describe('Enter while it is asked what a name means', () => {
  const marked = () => screen.getByRole('button', { name: /^Use this/ }).querySelector('kbd') !== null

  it('is promised by the card only where it is its answer', async () => {
    const { app, user } = await open({ kind: 'entity' })
    await user.keyboard('Hmeymim')
    expect(marked()).toBe(true)
    await user.tab()
    expect(marked()).toBe(false)
    await user.tab({ shift: true })
    await user.keyboard('{Enter}')
    expect(app.dialogs.open).toBeUndefined()
    expect(app.selection.entity).toBe('hmeimim')
  })

  it('is not promised either once an end of a relation was left', async () => {
    const { user } = await open({ kind: 'relation' })
    await user.keyboard('Hmeymim')
    await user.tab()
    expect(marked()).toBe(false)
    await user.click(screen.getByLabelText('From'))
    expect(marked()).toBe(true)
    await user.keyboard('{Escape}{Enter}')
    expect(screen.getByLabelText('From')).toHaveProperty('value', 'Hmeimim Air Base')
  })
})
