import DateField from '@renderer/forms/DateField.svelte'
import GradeSelect from '@renderer/forms/GradeSelect.svelte'
import LookalikeCard from '@renderer/forms/LookalikeCard.svelte'
import SourceField from '@renderer/forms/SourceField.svelte'
import { SourceChoice } from '@renderer/forms/source-choice.svelte'
import { screen, waitFor, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { renderUi } from '../ui/render-ui'
import { openWindow, show } from '../window'

describe('a date', () => {
  const field = () => screen.getByRole('textbox', { name: 'When' })
  const open = () => renderUi(DateField as never, { label: 'When', value: '' })

  it('is said in words while it is typed', async () => {
    open()
    await userEvent.type(field(), '2024-12-08')
    expect(screen.getByText('8 Dec 2024')).toBeTruthy()
  })

  it('is no mistake while it is half typed, but once it is left', async () => {
    open()
    await userEvent.type(field(), '2024-13')
    expect(field().getAttribute('aria-invalid')).not.toBe('true')
    await userEvent.tab()
    expect(field().getAttribute('aria-invalid')).toBe('true')
    await userEvent.clear(field())
    expect(field().getAttribute('aria-invalid')).not.toBe('true')
  })
})

describe('a grade', () => {
  it.each([
    ['source', 'F', 'Completely reliable'],
    ['claim', '6', 'Confirmed']
  ] as const)('of a %s is chosen by letter and words', async (of, value, best) => {
    renderUi(GradeSelect as never, { of, label: 'Grade', value })
    const field = screen.getByRole('combobox', { name: 'Grade' })
    expect(field.textContent).toContain('Cannot be judged')
    field.focus()
    await userEvent.keyboard('{Enter}')
    const options = screen.getAllByRole('option').map((option) => option.textContent?.trim() ?? '')
    expect(options).toHaveLength(6)
    expect(options[0]).toContain(best)
  })

  it('of a claim tells what each of its words means', async () => {
    renderUi(GradeSelect as never, { of: 'claim', label: 'Grade', value: '1' })
    const field = screen.getByRole('combobox', { name: 'Grade' })
    expect(field.title).toMatch(/^Sources that owe each other nothing say the same/)
    field.focus()
    await userEvent.keyboard('{Enter}')
    const meanings = screen.getAllByRole('option').map(({ title }) => title)
    expect(new Set(meanings).size).toBe(6)
    expect(meanings).not.toContain('')
  })
})

describe('the card of what looks alike', () => {
  const card = async (answers: object) => {
    const { app } = await openWindow()
    let hit = app.search.find('Khmeimim')?.[0]
    await waitFor(() => {
      hit = app.search.find('Khmeimim')?.[0]
      expect(hit).toBeDefined()
    })
    show(app, LookalikeCard as never, { hit, onnotsame: () => {}, ...answers })
    return within(screen.getByRole('region', { name: 'This looks like something you have' }))
  }

  it('says what it is, how it is called natively, and by which name it was met', async () => {
    const shown = await card({ also: 'Russia operates it.' })
    expect(shown.getByText('Hmeimim Air Base')).toBeTruthy()
    expect(shown.getByText(/Facility · 3 relations/)).toBeTruthy()
    expect(shown.getByText('قاعدة حميميم الجوية')).toBeTruthy()
    expect(shown.getByText('Khmeimim')).toBeTruthy()
    expect(shown.getByText('Russia operates it.')).toBeTruthy()
  })

  it('offers the answers that there are, and no others', async () => {
    const onalias = vi.fn()
    const shown = await card({ onalias })
    expect(shown.getAllByRole('button').map(({ textContent }) => textContent?.trim())).toEqual([
      'Add as alias',
      'Not the same'
    ])
    await userEvent.click(shown.getByRole('button', { name: 'Add as alias' }))
    expect(onalias).toHaveBeenCalledOnce()
  })
})

describe('the field for a source', () => {
  const open = async () => {
    const { app } = await openWindow()
    const choice = new SourceChoice(app)
    show(app, SourceField as never, { choice })
    return { choice, field: screen.getByRole('combobox', { name: 'Source' }) }
  }

  it('finds one by part of its title, and takes it on Enter', async () => {
    const { choice, field } = await open()
    await userEvent.type(field, 'close ties')
    expect(screen.getAllByRole('option').map((option) => option.textContent?.trim())).toEqual([
      expect.stringContaining('New Syrian leader wants close ties with Russia'),
      'New source: close ties'
    ])
    await userEvent.keyboard('{Enter}')
    expect(choice.id).toBe('s-ties')
    expect(field).toHaveProperty('value', 'New Syrian leader wants close ties with Russia')
  })

  it('makes a new one of what is not there', async () => {
    const { choice, field } = await open()
    await userEvent.type(field, 'A report of my own')
    await userEvent.click(screen.getByRole('option', { name: /^New source/ }))
    expect([choice.isNew, choice.id, choice.fields.title]).toEqual([true, undefined, 'A report of my own'])
  })
})
