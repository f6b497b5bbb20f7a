import type { AnyRecord } from '@core/records/records'
import type { DialogRequest } from '@renderer/state/dialogs.svelte'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { showDialogs } from '../../dialogs/show-dialogs'
import { BASES, entity } from '../../sample'
import { openWindow } from '../../window'

/** The bases, with types that say what they join. */
const TYPED: readonly AnyRecord[] = [
  ...BASES.filter(({ kind }) => kind !== 'relationType'),
  { kind: 'entityType', id: 'person', label: 'Person' },
  entity('assad', 'person', 'Bashar al-Assad'),
  {
    kind: 'relationType',
    id: 'operates',
    label: 'operates',
    inverse: 'operated by',
    from: ['state'],
    to: ['facility']
  },
  { kind: 'relationType', id: 'withdraws-from', label: 'withdraws from', inverse: 'left by' },
  { kind: 'relationType', id: 'seen-at', label: 'seen at', inverse: 'sighted there' }
]

async function open(request: Omit<Extract<DialogRequest, { kind: 'relation' }>, 'kind'> = {}) {
  const { app, main } = await openWindow({ records: TYPED })
  showDialogs(app)
  app.dialogs.show({ kind: 'relation', ...request })
  const dialog = within(await screen.findByRole('dialog'))
  const user = userEvent.setup()
  /** Types into a field that offers things, and takes the first. */
  const pick = async (label: string | RegExp, text: string) => {
    const box = dialog.getByRole('combobox', { name: label })
    await user.clear(box)
    await user.type(box, `${text}{Enter}`)
  }
  const add = () => user.click(dialog.getByRole('button', { name: /Add relation/ }))
  return { app, main, dialog, user, pick, add }
}

const counts = ({ doc: { graph } }: Awaited<ReturnType<typeof open>>['app']) =>
  (['entity', 'relation', 'claim', 'source'] as const).map((kind) => graph.all(kind).size)

describe('a relation with its first claim', () => {
  it('is one change with a new entity, a new source and the claim, and one undo', async () => {
    const { app, dialog, user, pick, add } = await open({ from: 'russia' })
    const before = counts(app)
    await pick(/^Relation/, 'operates')
    expect(dialog.getByText(/reads back as/).textContent).toContain('operated by')
    await user.type(dialog.getByLabelText('To'), 'Jableh Radar')
    await user.click(await screen.findByRole('option', { name: 'New: Jableh Radar' }))
    await user.type(dialog.getByLabelText('True when'), '2017/..')
    await user.type(dialog.getByLabelText(/Statement/), 'Russian crews run it.')
    await user.type(dialog.getByLabelText('Source'), 'Notes of a visit')
    await user.click(await screen.findByRole('option', { name: 'New source: Notes of a visit' }))
    await user.type(dialog.getByLabelText('Publisher'), 'Ourselves')
    await user.type(dialog.getByLabelText('Passage'), '¶ 7')
    await user.type(dialog.getByLabelText(/Attributed to/), 'Rus')
    await user.click(await screen.findByRole('option', { name: 'Russia' }))
    await add()
    expect(app.dialogs.open).toBeUndefined()
    expect(counts(app)).toEqual(before.map((count) => count + 1))
    const relation = app.doc.graph.get('relation', app.selection.relation ?? '')
    expect(app.doc.graph.get('entity', relation?.to ?? '')).toMatchObject({
      name: 'Jableh Radar',
      type: 'facility'
    })
    const claim = app.doc.graph.get('claim', app.doc.graph.claimsAbout(relation?.id ?? '')[0] ?? '')
    expect(claim).toMatchObject({
      stance: 'supports',
      when: '2017/..',
      locator: { paragraph: 7 },
      attributedTo: 'russia',
      credibility: 6
    })
    expect(app.doc.graph.get('source', claim?.source ?? '')).toMatchObject({
      title: 'Notes of a visit',
      publisher: 'Ourselves',
      reliability: 'F'
    })
    expect(app.view.positions.has(relation?.to ?? '')).toBe(true)
    expect(app.doc.undoLabel).toBe('Connect Russia to Jableh Radar')
    app.doc.undo()
    expect(counts(app)).toEqual(before)
  })

  it('says one thing after the other that is missing', async () => {
    const { dialog, user, pick } = await open()
    const says = (text: string) => expect(dialog.getByText(text)).toBeTruthy()
    says('Choose where the relation begins.')
    await pick('From', 'Russia')
    says('Choose how they are related.')
    await pick(/^Relation/, 'withdraws')
    says('Choose where the relation leads to.')
    await pick('To', 'An-124')
    says('Without a claim it will count as “No source”.')
    await user.type(dialog.getByLabelText('Passage'), '3')
    says('Say in your own words what the source states.')
    await user.type(dialog.getByLabelText(/Statement/), 'They left.')
    says('Choose the source that says so, or type the title of a new one.')
    await user.type(dialog.getByLabelText('Source'), 'wire')
    says('Choose a source, or make “wire” a new one.')
    await user.keyboard('{Enter}')
    expect(dialog.getByLabelText('Source')).toHaveProperty('value', 'Wire report')
    expect(dialog.getByRole('button', { name: /Add relation/ })).toHaveProperty('disabled', false)
  })

  it('may come without a claim', async () => {
    const { app, pick, add } = await open({ from: 'antonov', to: 'tartus' })
    await pick(/^Relation/, 'seen at')
    await add()
    expect(app.doc.graph.claimsAbout(app.selection.relation ?? '')).toEqual([])
  })

  it('is sent by Ctrl+Shift+Enter from any field', async () => {
    const { app, dialog, user, pick } = await open({ from: 'antonov', to: 'tartus' })
    await pick(/^Relation/, 'seen at')
    await user.click(dialog.getByLabelText(/Credibility/))
    await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}')
    expect(app.dialogs.open).toBeUndefined()
  })

  it('is followed by the next one on Ctrl+Enter, with source, date and voice, and where it begins if that is kept', async () => {
    const { app, dialog, user, pick } = await open({ from: 'russia', to: 'tartus' })
    const before = counts(app)
    const next = () => user.keyboard('{Control>}{Enter}{/Control}')
    await pick(/^Relation/, 'operates')
    await user.type(dialog.getByLabelText('True when'), '2017/..')
    await user.type(dialog.getByLabelText(/Statement/), 'Crews run it.')
    await pick('Source', 'wire')
    await user.type(dialog.getByLabelText(/Attributed to/), 'A sailor')
    await next()
    expect(app.dialogs.open).toBeDefined()
    expect(dialog.getByText(/Added: Russia —operates→ Tartus Naval Base/)).toBeTruthy()
    expect(document.activeElement).toBe(dialog.getByLabelText('From'))
    const shown = (label: string | RegExp) => dialog.getByLabelText<HTMLInputElement>(label).value
    expect([shown('From'), shown('To'), shown(/Statement/)]).toEqual(['', '', ''])
    expect([shown('Source'), shown('True when'), shown(/Attributed to/)]).toEqual([
      'Wire report',
      '2017/..',
      'A sailor'
    ])

    await user.click(dialog.getByRole('button', { name: 'Begin the next one here too' }))
    await pick('From', 'An-124')
    await pick(/^Relation/, 'seen at')
    await user.type(dialog.getByLabelText('To'), 'Jableh Radar{Tab}')
    await user.click(dialog.getByLabelText(/What it is/))
    await user.click(await screen.findByRole('option', { name: 'Facility' }))
    await user.type(dialog.getByLabelText(/Statement/), 'Two of them.')
    await next()
    expect(document.activeElement).toBe(dialog.getByLabelText(/^Relation/))
    expect([shown('From'), shown('To')]).toEqual(['An-124 transports', ''])
    expect(counts(app)).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 2, (before[2] ?? 0) + 2, before[3]])
    await user.keyboard('{Escape}')
    expect(app.dialogs.open).toBeUndefined()
    app.doc.undo()
    app.doc.undo()
    expect(counts(app)).toEqual(before)
    expect(app.doc.position).toBe(0)
  })

  it('shows at its field why it was refused, and keeps what was typed', async () => {
    const { app, dialog, user, pick, add } = await open({ from: 'russia', to: 'hmeimim' })
    await pick(/^Relation/, 'operates')
    await user.type(dialog.getByLabelText(/Statement/), 'Again.')
    await pick('Source', 'wire')
    await add()
    expect(app.dialogs.open).toBeDefined()
    expect(dialog.getByLabelText(/^Relation/).getAttribute('aria-invalid')).toBe('true')
    expect(dialog.getByText(/already leads from Russia to Hmeimim Air Base/)).toBeTruthy()
    expect(dialog.getByLabelText(/Statement/)).toHaveProperty('value', 'Again.')
    await pick('To', 'Tartus')
    expect(dialog.queryByText(/already leads/)).toBeNull()
  })

  it('changes the grade of a source that is there only when told to, and says for how many claims', async () => {
    const { app, dialog, user, pick, add } = await open({ from: 'antonov', to: 'tartus' })
    await pick(/^Relation/, 'seen at')
    await user.type(dialog.getByLabelText(/Statement/), 'Two of them.')
    await pick('Source', 'wire')
    await user.click(dialog.getByLabelText(/Source reliability/))
    await user.click(await screen.findByRole('option', { name: 'Usually reliable' }))
    expect(dialog.getByText('Changes it for 2 claims of this source.')).toBeTruthy()
    await add()
    expect(app.doc.graph.get('source', 's-wire')?.reliability).toBe('B')
    app.doc.undo()
    expect(app.doc.graph.get('source', 's-wire')?.reliability).toBe('C')
  })
})

describe('the ends', () => {
  it('ask what a name means that is there in another spelling, and say what it has to do with the other end', async () => {
    const { app, dialog, user, pick, add } = await open({ from: 'russia' })
    await user.type(dialog.getByLabelText('To'), 'Hmeymim')
    await user.tab()
    expect(dialog.getByText('This looks like something you have')).toBeTruthy()
    expect(dialog.getByText(/Russia already operates it, by 2 sources/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Add as alias' }))
    expect(dialog.getByLabelText('To')).toHaveProperty('value', 'Hmeimim Air Base')
    await pick(/^Relation/, 'seen at')
    await add()
    expect(app.doc.graph.get('entity', 'hmeimim')?.aliases.at(-1)).toMatchObject({ text: 'Hmeymim' })
    app.doc.undo()
    expect(app.doc.graph.get('entity', 'hmeimim')?.aliases).toHaveLength(3)
  })

  it('change places on request', async () => {
    const { dialog, user } = await open({ from: 'russia', to: 'tartus' })
    await user.click(dialog.getByRole('button', { name: 'Swap direction' }))
    expect(dialog.getByLabelText('From')).toHaveProperty('value', 'Tartus Naval Base')
    expect(dialog.getByLabelText('To')).toHaveProperty('value', 'Russia')
  })

  it('change places when the word that is picked reads the other way round', async () => {
    const { app, dialog, pick, add } = await open({ from: 'tartus', to: 'russia' })
    await pick(/^Relation/, 'operated')
    expect(dialog.getByLabelText('From')).toHaveProperty('value', 'Russia')
    await add()
    expect(app.doc.graph.get('relation', app.selection.relation ?? '')).toMatchObject({
      type: 'operates',
      from: 'russia',
      to: 'tartus'
    })
  })
})

describe('the type', () => {
  it('can be a new one, with its word back', async () => {
    const { app, dialog, user, add } = await open({ from: 'russia', to: 'tartus' })
    await user.type(dialog.getByLabelText(/^Relation/), 'pays for')
    await user.click(await screen.findByRole('option', { name: 'New kind of relation: pays for' }))
    expect(dialog.getByText('Say how “pays for” reads back from the other end.')).toBeTruthy()
    await user.type(dialog.getByLabelText(/Reads back as/), 'paid by')
    await add()
    expect(app.doc.graph.get('relationType', 'pays-for')).toMatchObject({
      ...{ label: 'pays for', inverse: 'paid by', aspect: 'state' }
    })
    app.doc.undo()
    expect(app.doc.graph.get('relationType', 'pays-for')).toBeUndefined()
  })

  it('of a new kind says whether it lasts or happens once', async () => {
    const { app, dialog, user, add } = await open({ from: 'russia', to: 'tartus' })
    await user.type(dialog.getByLabelText(/^Relation/), 'shells')
    await user.click(await screen.findByRole('option', { name: 'New kind of relation: shells' }))
    await user.type(dialog.getByLabelText(/Reads back as/), 'shelled by')
    await user.click(dialog.getByRole('radio', { name: 'Happens once' }))
    await add()
    expect(app.doc.graph.get('relationType', 'shells')).toMatchObject({ aspect: 'event' })
  })

  it('can be let to join types that it has not joined so far', async () => {
    const { app, dialog, user, pick, add } = await open({ from: 'assad', to: 'tartus' })
    await pick(/^Relation/, 'operates')
    expect(dialog.getByText(/So far it joins State to Facility/)).toBeTruthy()
    await add()
    expect(app.doc.graph.get('relationType', 'operates')?.from).toEqual(['person', 'state'])
    await user.keyboard('{Escape}')
  })

  it('is what is written out in full, not what happens to stand first', async () => {
    const { dialog, user } = await open({ from: 'russia', to: 'tartus' })
    await user.type(dialog.getByLabelText(/^Relation/), 'Seen at{Enter}')
    expect(dialog.getByText(/reads back as/).textContent).toContain('sighted there')
  })
})

describe('editing', () => {
  it('changes type and direction and leaves the claims', async () => {
    const { app, dialog, user, pick } = await open({ id: 'r-leaves' })
    expect(dialog.queryByLabelText(/Statement/)).toBeNull()
    await pick(/^Relation/, 'seen at')
    await user.click(dialog.getByRole('button', { name: 'Swap direction' }))
    await user.click(dialog.getByRole('button', { name: /Save/ }))
    expect(app.doc.graph.get('relation', 'r-leaves')).toMatchObject({
      type: 'seen-at',
      from: 'hmeimim',
      to: 'russia'
    })
    expect(app.doc.graph.claimsAbout('r-leaves')).toHaveLength(4)
  })
})
