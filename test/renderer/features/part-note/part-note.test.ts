import { KINDS } from '@core/records/records'
import { runAction } from '@renderer/actions/actions'
import FocusPill from '@renderer/features/focus-pill/FocusPill.svelte'
import PartNote from '@renderer/features/part-note/PartNote.svelte'
import Sidebar from '@renderer/features/sidebar/Sidebar.svelte'
import Counts from '@renderer/features/status-bar/Counts.svelte'
import { goTo } from '@renderer/usecases/go-to'
import { generateGraph } from '@seed/generate'
import { screen, within } from '@testing-library/svelte'
import { userEvent } from '@testing-library/user-event'
import { tick } from 'svelte'
import { expect, it } from 'vitest'
import { openWindow, show } from '../../window'

const graph = generateGraph({ entities: 2900, seed: 4 })
const records = KINDS.flatMap((kind) => [...graph.all(kind).values()])
const leaf = [...graph.all('entity').keys()].find((id) => graph.relationsOf(id).length === 1) ?? ''
const drawn = (app: Awaited<ReturnType<typeof openWindow>>['app']) =>
  new Set(app.view.shown.entities.map(({ id }) => id))

it('says that only a part is drawn, and which', async () => {
  const { app } = await openWindow({ records })
  show(app, PartNote)
  expect(screen.getByRole('note').textContent).toMatch(
    /200\s+of 2\s900 entities\s+are\s+drawn: the best connected\. Search finds all\./
  )
})

it('is not there for a graph that is drawn whole', async () => {
  const { app } = await openWindow()
  show(app, PartNote)
  expect(screen.queryByRole('note')).toBeNull()
})

it('what one goes to is drawn with its neighbours, until it is taken out again', async () => {
  const { app } = await openWindow({ records })
  expect(drawn(app).has(leaf)).toBe(false)
  show(app, PartNote)
  await goTo(app, leaf)
  expect(drawn(app).has(leaf)).toBe(true)
  for (const id of graph.relationsOf(leaf)) {
    const relation = graph.get('relation', id)
    expect(drawn(app).has(relation?.from ?? '') && drawn(app).has(relation?.to ?? '')).toBe(true)
  }
  await userEvent.click(screen.getByRole('button', { name: 'Only the best connected' }))
  expect(drawn(app).has(leaf)).toBe(false)
  expect(app.view.part).toMatchObject({ drawn: 200, of: 2900, included: false })
})

it('more of a hub is drawn for the asking, and what is selected says how much is', async () => {
  const { app } = await openWindow({ records })
  const [hub = ''] = app.doc.ranking
  const degree = graph.relationsOf(hub).length
  app.selection.selectEntities([hub])
  show(app, FocusPill)
  expect(screen.getByRole('status').textContent).toMatch(new RegExp(`\\d+\\s+of ${degree} relations drawn`))
  const before = app.view.shown.relations.length
  runAction(app, 'draw-neighbours')
  expect(app.view.shown.relations.length).toBeGreaterThan(before + 10)
  expect(drawn(app).size).toBe(224)
})

it('an entity that is added is drawn, whatever its connections', async () => {
  const { app } = await openWindow({ records })
  const after = { kind: 'entity' as const, id: 'new', type: 'place', name: 'New', aliases: [] }
  app.doc.run({ label: 'Add New', edits: [{ after }] })
  app.view.admit(after, { x: 1, y: 2 })
  expect(drawn(app).has('new')).toBe(true)
  app.doc.undo()
  expect(drawn(app).has('new')).toBe(false)
})

it('a figure and a saved view hold what is drawn', async () => {
  const { app } = await openWindow({ records })
  expect(new Set(app.view.current.entities)).toEqual(drawn(app))
})

it('the legend counts the types of the whole view and the evidence of what is drawn', async () => {
  const { app } = await openWindow({ records })
  show(app, Sidebar, { narrow: false })
  const places = [...graph.all('entity').values()].filter(({ type }) => type === 'place').length
  const types = within(screen.getByRole('region', { name: 'Types' }))
  expect(types.getByRole('button', { name: /place/ }).textContent).toContain(String(places))
  const evidence = within(screen.getByRole('region', { name: 'Evidence' }))
  app.view.showAll('hiddenStatuses')
  await tick()
  expect(evidence.getByText('of what is drawn')).toBeTruthy()
  await userEvent.click(types.getByRole('button', { name: /place/ }))
  expect(drawn(app).size).toBe(200)
  expect([...drawn(app)].some((id) => graph.get('entity', id)?.type === 'place')).toBe(false)
  expect(app.view.part?.of).toBe(2900 - places)
})

it.each([
  [10_000, /^\s*10\s000 relations\s+in\s+one line\.\s*$/],
  [25, /^\s*25 relations\s+in\s+one line\.\s*$/]
])(
  'with %i parallel relations between all that there is, nothing is left out: they are one line',
  async (many, words) => {
    const ends = ['a', 'b'].map((id) => ({ kind: 'entity' as const, id, type: 'place', name: id, aliases: [] }))
    const parallel = Array.from({ length: many }, (_, at) => ({
      ...{ kind: 'relation' as const, id: `r-${at}`, type: 'near' },
      ...(at % 2 ? { from: 'a', to: 'b' } : { from: 'b', to: 'a' })
    }))
    const { app } = await openWindow({ records: [...ends, ...parallel] })
    show(app, PartNote)
    expect(screen.getByRole('note').textContent).toMatch(words)
    expect(app.view.part).toBeUndefined()
    show(app, Counts)
    expect(screen.getByTitle(/^What this view shows/).textContent).toMatch(/^2 entities · /)
  }
)
