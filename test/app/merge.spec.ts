import { KINDS } from '../../src-core/records/records'
import { Analyst } from './analyst'
import { expect, test } from './launch'
import { graphOnDisk, ownGraph } from './own-graph'

test('two names of one thing become one entity, by keyboard alone, and one undo parts them again', async ({
  launch,
  folder
}) => {
  const path = await ownGraph(folder)
  const analyst = new Analyst(await launch({ file: path }))
  await analyst.seesTheGraph('Syria 2024')
  const before = await graphOnDisk(path)
  const [media, state] = ['e-russian-media', 'e-russian-state-media']
  const claims = (ids: readonly string[]) => ids.flatMap((id) => before.claimsAbout(id))

  await analyst.goesTo('Russian state media')
  await analyst.presses('m')
  await expect(analyst.dialog).toBeVisible()
  await analyst.types('Russian media')
  await expect(analyst.page.getByRole('option').first()).toContainText('Russian media')
  await analyst.presses('Enter')
  await expect(analyst.dialog.getByRole('region', { name: 'What will come of it' })).toContainText(
    'Russian state media'
  )
  await expect(analyst.dialog.getByRole('button', { name: /^Merge/ })).toBeFocused()
  await analyst.presses('Enter')
  await expect(analyst.dialog).toBeHidden()
  await analyst.seesInTheInspector('Russian media')
  await analyst.seesItSaved()

  const merged = await graphOnDisk(path)
  expect(merged.get('entity', media)).toBeUndefined()
  expect(merged.get('entity', state)?.aliases.map(({ text }) => text)).toContain('Russian media')
  expect(merged.all('claim').size).toBe(before.all('claim').size)
  const moved = claims([media, ...before.relationsOf(media)])
  expect(moved.length).toBeGreaterThan(0)
  for (const id of moved) {
    const about = merged.get('claim', id)?.about ?? ''
    expect([state, ...merged.relationsOf(state)]).toContain(about)
  }

  await analyst.undoes()
  await analyst.seesItSaved()
  await expect.poll(async () => (await graphOnDisk(path)).get('entity', media)?.name).toBe('Russian media')
  const after = await graphOnDisk(path)
  const all = (graph: typeof before) =>
    KINDS.flatMap((kind) => [...graph.all(kind).values()].sort((a, b) => (a.id < b.id ? -1 : 1)))
  expect(all(after).filter(({ kind }) => kind !== 'view')).toEqual(all(before).filter(({ kind }) => kind !== 'view'))
})
