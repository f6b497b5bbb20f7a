import { explain, explanationLines } from '@core/evidence/explain'
import Inspector from '@renderer/features/inspector/Inspector.svelte'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { BASES, claim } from '../../sample'
import { openWindow, show } from '../../window'

const words = (text: string | null | undefined) => text?.replace(/\s+/g, '')

async function showRelation(id: string, opened = {}) {
  const window = await openWindow(opened)
  window.app.selection.selectRelation(id)
  show(window.app, Inspector)
  return window
}

describe('“Why?” beside a status', () => {
  it('opens the derivation in place by the keyboard, in the words of entente explain, and closes it', async () => {
    const { app } = await showRelation('r-leaves')
    const user = userEvent.setup()
    const why = screen.getByRole('button', { name: 'Why?', expanded: false })
    expect(screen.queryByRole('region', { name: 'Why it has this status' })).toBeNull()
    why.focus()
    await user.keyboard('{Enter}')
    const derivation = screen.getByRole('region', { name: 'Why it has this status' })
    const [, ...lines] = explanationLines(explain(app.doc.graph, 'r-leaves'))
    expect(lines.length).toBeGreaterThan(10)
    expect(words(derivation.querySelector('ol')?.textContent)).toBe(words(lines.join('')))
    await user.keyboard('{Enter}')
    expect(screen.queryByRole('region', { name: 'Why it has this status' })).toBeNull()
  })

  it('copies all of it, also what is too long to be shown', async () => {
    const many = Array.from({ length: 50 }, (_, at) => claim(`c-x${at}`, 'r-seen', 's-wire'))
    const { app } = await showRelation('r-seen', { records: [...BASES, ...many] })
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Why?' }))
    const derivation = within(screen.getByRole('region', { name: 'Why it has this status' }))
    expect(derivation.getByText(/^and 31 more lines/)).toBeTruthy()
    let copied = ''
    onTestFinished(() => void Reflect.deleteProperty(document, 'execCommand'))
    document.execCommand = vi.fn(() => {
      const event = new Event('copy') as ClipboardEvent
      const clipboardData = { setData: (_: string, text: string) => (copied = text) }
      Object.defineProperty(event, 'clipboardData', { value: clipboardData })
      return document.dispatchEvent(event)
    })
    await user.click(derivation.getByRole('button', { name: 'Copy' }))
    expect(copied).toBe(explanationLines(explain(app.doc.graph, 'r-seen')).join('\n'))
  })
})
