import DateNote from '@renderer/features/date-note/DateNote.svelte'
import { screen } from '@testing-library/svelte'
import { expect, it } from 'vitest'
import { BASES } from '../../sample'
import { openWindow, show } from '../../window'

const dated = (more: object) => BASES.map((record) => (record.kind === 'view' ? { ...record, ...more } : record))

it.each([
  [{ asOf: '2024-12-08' }, 'As of 8 Dec 2024'],
  [{ asOf: '2024-12', clock: 'published' as const }, 'As of Dec 2024, by what had been published by then'],
  [{ asOf: '2024', clock: 'recorded' as const }, 'As of 2024, by what had been recorded by then']
])('a view as of %j says so on the picture', async (more, words) => {
  const { app } = await openWindow({ records: dated(more) })
  show(app, DateNote)
  expect((await screen.findByRole('status')).textContent?.trim()).toBe(words)
})

it('a view of all dates says nothing', async () => {
  const { app } = await openWindow()
  show(app, DateNote)
  expect(screen.queryByRole('status')).toBeNull()
})
