import Inspector from '@renderer/features/inspector/Inspector.svelte'
import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { BASES, claim, entity } from '../../sample'
import { openWindow, show } from '../../window'

const text = (element: Element) => element.textContent?.replace(/\s+/g, ' ').trim()
const relations = () => within(screen.getByRole('region', { name: 'Relations' }))

async function showEntity(id: string, opened = {}) {
  const window = await openWindow(opened)
  window.app.selection.selectEntities([id])
  show(window.app, Inspector)
  // Its relations are listed in slices.
  await waitFor(() =>
    expect(document.querySelector('[data-relation]') ?? screen.queryByText(/^No relations/)).toBeTruthy()
  )
  return window
}

describe('the inspector of an entity', () => {
  it('says what it is: name, type, other names with their script, summary and period', async () => {
    await showEntity('hmeimim')
    expect(screen.getByRole('heading', { name: 'Hmeimim Air Base' })).toBeTruthy()
    expect(screen.getByText('Facility')).toBeTruthy()
    expect(
      within(screen.getByRole('list', { name: 'Other names' }))
        .getAllByRole('listitem')
        .map(text)
    ).toEqual(['قاعدة حميميم الجوية Arabic', 'Khmeimim', 'Хмеймим Cyrillic'])
    expect(screen.getByText('Russian air base on the coast near Latakia.')).toBeTruthy()
    expect(screen.getByText('from 2015, no end known')).toBeTruthy()
  })

  it('lists the first of very many other names, the one in its own script before all, and the rest when asked', async () => {
    const aliases = [
      ...Array.from({ length: 10 }, (_, at) => ({ text: `Spelling ${at}`, kind: 'transliteration' as const })),
      { text: 'أحمد الشرع', kind: 'native' as const, script: 'Arab' }
    ]
    await showEntity('sharaa', { records: [...BASES, entity('sharaa', 'state', 'Ahmed al-Sharaa', { aliases })] })
    const names = () =>
      within(screen.getByRole('list', { name: 'Other names' }))
        .getAllByRole('listitem')
        .map(text)
    expect(names()[0]).toBe('أحمد الشرع Arabic')
    expect(names()).toHaveLength(8)
    await userEvent.click(screen.getByRole('button', { name: '4 more' }))
    expect(names()).toContain('Spelling 9')
  })

  it('lists its relations by their word, each with the other end and its evidence', async () => {
    await showEntity('hmeimim')
    const rows = await relations().findAllByRole('button', { name: /Russia|An-124/ })
    expect(rows.map(text)).toEqual(['left by Russia', 'operated by Russia', 'sighted there An-124 transports'])
    expect(rows.map((row) => within(row).getByRole('img').getAttribute('aria-label'))).toEqual([
      'Disputed, one side weak',
      'Corroborated',
      'No source'
    ])
  })

  it('marks a relation that is only inferred', async () => {
    const own = { inferred: true, note: 'Seen from the sky.' }
    await showEntity('hmeimim', { records: [...BASES, claim('c-8', 'r-seen', 's-wire', own)] })
    const rows = relations()
      .getAllByRole('button', { name: /Russia|An-124/ })
      .map(text)
    expect(rows.filter((row) => row?.endsWith('inferred'))).toEqual(['sighted there An-124 transports inferred'])
  })

  it('goes through the list with the arrows and opens a relation with Enter', async () => {
    const { app } = await showEntity('hmeimim')
    const user = userEvent.setup()
    ;((await relations().findAllByRole('button', { name: /Russia/ }))[0] as HTMLElement).focus()
    await user.keyboard('{ArrowDown}{Enter}')
    expect(app.selection.relation).toBe('r-operates')
    expect(app.selection.entity).toBe('hmeimim')
  })

  it('keeps the focus: in the relation that was opened, and back on its row', async () => {
    await showEntity('hmeimim')
    const user = userEvent.setup()
    ;((await relations().findAllByRole('button', { name: /Russia/ }))[0] as HTMLElement).focus()
    await user.keyboard('{ArrowDown}{Enter}')
    await user.tab()
    expect(text(document.activeElement as Element)).toBe('Hmeimim Air Base')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(text(document.activeElement as Element)).toBe('operated by Russia'))
  })

  it('lights a relation in the graph while the pointer is over its row, and no longer once it is opened', async () => {
    const { app } = await showEntity('hmeimim')
    const row = await relations().findByRole('button', { name: /An-124/ })
    await userEvent.hover(row)
    expect(app.selection.hovered).toBe('r-seen')
    await userEvent.click(row)
    expect(app.selection.relation).toBe('r-seen')
    expect(app.selection.hovered).toBeUndefined()
  })

  it('puts doubt first when ordered by evidence', async () => {
    await showEntity('russia')
    const user = userEvent.setup()
    await user.click(await relations().findByRole('button', { name: 'By type' }))
    await user.click(await screen.findByRole('menuitemradio', { name: 'By evidence' }))
    const rows = await relations().findAllByRole('button', { name: /Hmeimim|Tartus/ })
    expect(rows.map(text)).toEqual([
      'withdraws from Hmeimim Air Base',
      'withdraws from Tartus Naval Base',
      'operates Hmeimim Air Base'
    ])
  })

  it('counts what the filters hide and what is not in the view, and shows the former', async () => {
    const { app } = await showEntity('russia')
    app.view.toggle('hiddenStatuses', 'denied')
    expect(await relations().findByText(/1 more is hidden by the filters/)).toBeTruthy()
    await userEvent.click(relations().getByRole('button', { name: 'Show all' }))
    expect(relations().queryByText(/hidden by the filters/)).toBeNull()
    app.view.show('v-2')
    expect(await relations().findByRole('button', { name: '3 are outside this view' })).toBeTruthy()
  })

  it('adds what is outside the view to it as one step, or goes to the view that has it', async () => {
    const { app } = await showEntity('russia')
    const user = userEvent.setup()
    app.view.show('v-2')
    await user.click(await relations().findByRole('button', { name: '3 are outside this view' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Add them to this view' }))
    expect(app.view.shown.entities.map(({ id }) => id)).toEqual(['hmeimim', 'russia', 'tartus'])
    const places = ['hmeimim', 'tartus'].map((id) => app.view.positions.get(id))
    expect(new Set(places.map((place) => `${place?.x} ${place?.y}`)).size).toBe(2)
    expect(relations().queryByText(/outside this view/)).toBeNull()
    expect(app.doc.undoLabel).toBe('Show 2 entities in Russia alone')
    app.doc.undo()
    expect(app.doc.undoLabel).toBeUndefined()
    await user.click(await relations().findByRole('button', { name: '3 are outside this view' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Go to “Bases after Assad”' }))
    expect(app.view.record.id).toBe('v-1')
    expect(app.selection.entity).toBe('russia')
  })

  it('lists claims about the entity itself as lines', async () => {
    await showEntity('russia', {
      records: [...BASES, claim('c-10', 'russia', 's-wire', { property: 'population', statement: 'About 146 million' })]
    })
    expect(screen.queryByRole('article')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: /About 146 million/ }))
    expect(text(screen.getByRole('article'))).toContain('Supports')
  })

  it('groups the claims about it by property, each with its status and why it has it', async () => {
    const about = (id: string, from: string, more: object) => claim(id, 'russia', from, more)
    await showEntity('russia', {
      records: [
        ...BASES,
        about('c-10', 's-wire', { property: 'population', statement: 'About 146 million', when: '2024' }),
        about('c-11', 's-images', { property: 'population', statement: 'Below that', when: '2024', stance: 'denies' }),
        about('c-12', 's-wire', { property: 'capital', statement: 'Moscow', when: '2024' }),
        about('c-13', 's-wire', { statement: 'It is large', when: '2024' })
      ]
    })
    const groups = within(screen.getByRole('region', { name: 'Claims' })).getAllByRole('region')
    expect(groups.map((group) => group.getAttribute('aria-label'))).toEqual(['About it', 'capital', 'population'])
    expect(groups.map((group) => within(group).getAllByRole('button', { name: / · / }).length)).toEqual([1, 1, 2])
    expect(text(groups[2] as Element)).toContain('Disputed. One source supports it (C2), one denies it (C2).')
    await userEvent.click(within(groups[2] as HTMLElement).getByRole('button', { name: 'Why?' }))
    expect(text(groups[2] as Element)).toContain('“population” is a state.')
  })

  it('asks for the dialogs: edit, add a relation, remove', async () => {
    const { app } = await showEntity('russia')
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Edit' }))
    expect(app.dialogs.open).toEqual({ kind: 'entity', id: 'russia' })
    app.dialogs.close()
    await user.click(screen.getByRole('button', { name: /Relation/ }))
    expect(app.dialogs.open).toEqual({ kind: 'relation', from: 'russia' })
    app.dialogs.close()
    await user.click(screen.getByRole('button', { name: 'More' }))
    await user.click(await screen.findByRole('menuitem', { name: /Remove/ }))
    expect(app.dialogs.open).toMatchObject({ kind: 'remove', record: 'entity', id: 'russia' })
  })

  it('keeps a hostile name as text, apart from what stands round it', async () => {
    const name = `\u202e<img src=x onerror=alert(1)>${'ש'.repeat(400)}`
    await showEntity('evil', { records: [...BASES, entity('evil', 'state', name)] })
    const heading = screen.getByRole('heading', { level: 2 })
    expect(heading.textContent).toBe(name)
    expect(heading.querySelector('bdi')?.textContent).toBe(name)
    expect(heading.querySelector('img')).toBeNull()
  })
})

describe('the inspector with nothing or much selected', () => {
  it('says what the file holds and what one can do', async () => {
    const { app } = await openWindow()
    show(app, Inspector)
    expect(screen.getByRole('heading', { name: 'Syria 2024' })).toBeTruthy()
    expect(text(screen.getByText('Claims').closest('div') ?? document.body)).toBe('7 Claims')
    await userEvent.click(screen.getByRole('button', { name: /Add an entity/ }))
    expect(app.dialogs.open).toEqual({ kind: 'entity' })
  })

  it('lists several entities and how many relations tie them', async () => {
    const { app } = await openWindow()
    app.selection.selectEntities(['russia', 'hmeimim', 'tartus'])
    show(app, Inspector)
    expect(screen.getByRole('heading', { name: '3 entities' })).toBeTruthy()
    expect(screen.getByText('3 relations between them')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /Tartus/ }))
    expect(app.selection.entity).toBe('tartus')
  })

  it('lists the first sixty of very many, and says how many more there are', async () => {
    const many = Array.from({ length: 260 }, (_, at) => entity(`e-${at}`, 'state', `State ${at}`))
    const { app } = await openWindow({ records: [...BASES, ...many] })
    app.selection.selectEntities(many.map(({ id }) => id))
    show(app, Inspector)
    expect(screen.getAllByText(/^State \d+$/)).toHaveLength(60)
    expect(screen.getByText('and 200 more')).toBeTruthy()
  })

  it('goes back to the graph when what it showed is undone', async () => {
    const { app } = await openWindow()
    app.selection.selectEntities(['nobody'])
    show(app, Inspector)
    expect(screen.getByRole('heading', { name: 'Syria 2024' })).toBeTruthy()
  })
})
