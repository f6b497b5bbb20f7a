import Inspector from '@renderer/features/inspector/Inspector.svelte'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { BASES, claim } from '../../sample'
import { openWindow, show } from '../../window'

const text = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim()
const claims = () => within(screen.getByRole('region', { name: 'Claims' }))

async function showRelation(id: string, from?: string, opened = {}) {
  const window = await openWindow(opened)
  window.app.selection.selectRelation(id, from)
  show(window.app, Inspector)
  return window
}

describe('the inspector of a relation', () => {
  it('says from what to what it goes, and where it stands among the entity’s relations', async () => {
    await showRelation('r-leaves', 'hmeimim')
    expect(await screen.findByRole('heading', { name: 'Relation 1 of 3' })).toBeTruthy()
    expect(screen.getByText('withdraws from')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Russia' })).toBeTruthy()
  })

  it('sums the evidence up in a sentence', async () => {
    await showRelation('r-leaves', 'hmeimim')
    expect(text(screen.getByText('Disputed').closest('p') ?? document.body)).toBe(
      'Disputed. Two independent sources support it (best C2), one denies it (D4); one hedges. Why?'
    )
  })

  it('puts the best support and the best denial side by side, and the rest under them as lines', async () => {
    await showRelation('r-leaves', 'hmeimim')
    const cards = claims().getAllByRole('article')
    expect(cards).toHaveLength(2)
    expect(text(cards[0] as Element)).toContain('Supports')
    expect(text(cards[0] as Element)).toContain('Imagery shows heavy transports')
    expect(text(cards[1] as Element)).toContain('Denies')
    const lines = claims().getAllByRole('button', { expanded: false, name: /·/ })
    expect(lines.map(text)).toEqual([
      'More troops due to fly out undated MENAFN · C3',
      'No decision yet, Russia says undated RT · D6'
    ])
  })

  it('says of a claim when, where it stands, who published it, when, who said it, and what it is worth', async () => {
    await showRelation('r-leaves', 'hmeimim')
    const card = text(claims().getAllByRole('article')[0] as Element)
    for (const part of [
      '13 Dec 2024',
      'Source [Images of the Russian bases] ¶ 4',
      'Publisher Reprint, based on NBC News',
      'Published about 14 Dec 2024',
      'Attributed to Maxar Technologies',
      'Grade C2 Fairly reliable · probably true'
    ])
      expect(card).toContain(part)
  })

  it('says whose cause a claim is, what is unnamed, inferred and undated, and when it was entered', async () => {
    const made = { inferred: true, note: 'Two flights make a bridge.', attributedTo: 'russia' }
    const { recorded: _recorded, ...unrecorded } = claim('c-9', 'r-seen', 's-wire', { attributedTo: 'officials' })
    await showRelation('r-operates', undefined, {
      records: [
        ...BASES,
        claim('c-8', 'r-operates', 's-wire', { ...made, when: '2024', stance: 'denies' }),
        { ...unrecorded, about: 'r-operates', stance: 'uncertain' as const }
      ]
    })
    const card = text(claims().getAllByRole('article')[1] as Element)
    expect(card).toContain('Denies a party to it · inferred')
    expect(card).toContain('Inferred Two flights make a bridge.')
    expect(card).toContain('Recorded 2 Mar 2025, 12:00 UTC')
    const line = claims().getByRole('button', { name: /Statement c-9/ })
    expect(text(line)).toContain('unnamed · undated')
    await userEvent.click(line)
    expect(text(claims().getAllByRole('article')[2] as Element)).toContain('Recorded No time of entry')
  })

  it('tells what a credibility means where its word stands', async () => {
    await showRelation('r-leaves', 'hmeimim')
    expect(claims().getByTitle(/^Nobody else confirms it yet; it is sensible/).textContent).toContain('probably true')
  })

  it('opens a line into the whole claim, and closes it again', async () => {
    await showRelation('r-leaves', 'hmeimim')
    const user = userEvent.setup()
    await user.click(claims().getByRole('button', { name: /More troops/ }))
    expect(claims().getAllByRole('article')).toHaveLength(3)
    const opened = claims()
      .getAllByRole('article')
      .find((card) => card.textContent?.includes('More troops'))
    await user.click(within(opened as HTMLElement).getByRole('button', { name: 'Show as one line' }))
    expect(claims().getAllByRole('article')).toHaveLength(2)
  })

  it('shows the source when its title is pressed, and its web page in the browser', async () => {
    const { app, main } = await showRelation('r-leaves', 'hmeimim')
    const user = userEvent.setup()
    await user.click(claims().getByRole('button', { name: '[Images of the Russian bases]' }))
    expect(app.dialogs.open).toEqual({ kind: 'source', id: 's-images' })
    await user.click(claims().getByRole('button', { name: 'Open the web page' }))
    expect(main.asks('shell:open-external')).toEqual([{ url: 'https://example.org/images' }])
  })

  it('offers no web page that is not https', async () => {
    const records = BASES.map((record) =>
      record.kind === 'source' && record.url ? { ...record, url: 'http://example.org' } : record
    )
    await showRelation('r-leaves', 'hmeimim', { records })
    expect(claims().queryByRole('button', { name: 'Open the web page' })).toBeNull()
  })

  it('goes to the next relation, and back to the entity', async () => {
    const { app } = await showRelation('r-leaves', 'hmeimim')
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Next relation' }))
    expect(screen.getByRole('heading', { name: 'Relation 2 of 3' })).toBeTruthy()
    expect(app.selection.relation).toBe('r-operates')
    await user.click(screen.getAllByRole('button', { name: 'Hmeimim Air Base' })[0] as HTMLElement)
    expect(app.selection.relation).toBeUndefined()
    expect(app.selection.entity).toBe('hmeimim')
  })

  it('says what is missing where there is no claim, and offers to add one', async () => {
    const { app } = await showRelation('r-seen')
    expect(screen.getByText('No claims yet')).toBeTruthy()
    await userEvent.click(screen.getAllByRole('button', { name: /Claim/ })[0] as HTMLElement)
    expect(app.dialogs.open).toEqual({ kind: 'claim', about: 'r-seen' })
  })

  it('offers no change of a file that can only be read', async () => {
    await showRelation('r-seen', undefined, { readOnly: 'made by a newer Entente' })
    expect(screen.queryByRole('button', { name: /Claim|More/ })).toBeNull()
  })

  it('sets the claims apart that do not count at the view’s date', async () => {
    const records = BASES.map((record) =>
      record.kind === 'view' && record.id === 'v-1' ? { ...record, asOf: '2024-12-10' } : record
    )
    await showRelation('r-leaves', 'hmeimim', {
      records: [...records, claim('c-8', 'r-leaves', 's-wire', { when: '2024-12-20' })]
    })
    expect(claims().getByText('4 claims do not count on 10 Dec 2024.')).toBeTruthy()
  })

  it('shows a statement in any script and markup as the text that it is', async () => {
    const statement = `<img src=x onerror="alert(1)"> \u202e gnp.exe ${'\u0301'.repeat(10_000)}`
    await showRelation('r-seen', undefined, {
      records: [...BASES, claim('c-9', 'r-seen', 's-wire', { statement })]
    })
    const card = claims().getByRole('article')
    expect(card.querySelector('img')).toBeNull()
    expect(card.textContent).toContain('<img src=x onerror="alert(1)">')
    expect(claims().getByRole('button', { name: /^Show all 10\s\d{3} characters$/ })).toBeTruthy()
  })
})
