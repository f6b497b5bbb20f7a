import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateGraph } from '../../graph-seed/generate'
import { parseGraph } from '../../src-core/formats/entente/parse'
import { serialiseGraph } from '../../src-core/formats/entente/serialise'
import type { Graph } from '../../src-core/graph/graph'
import { type AnyRecord, KINDS } from '../../src-core/records/records'
import { Analyst } from './analyst'
import { expect, test } from './launch'
import { graphOnDisk, ownGraph } from './own-graph'

const facts = (graph: Graph) =>
  KINDS.filter((kind) => kind !== 'view').flatMap((kind): readonly AnyRecord[] =>
    [...graph.all(kind).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  )

/** A colleague's file: the seed graph with a base that is there under another name, and one word of his own. */
async function colleaguesGraph(folder: string) {
  const file = parseGraph(await readFile(await ownGraph(folder, 'base.entente.json'), 'utf8'))
  if ('problems' in file) throw new Error('the seed graph cannot be read')
  const russia = file.graph.get('entity', 'e-russia')
  if (!russia) throw new Error('no Russia')
  const graph = file.graph.with([
    { before: russia, after: { ...russia, summary: 'A state that left.' } },
    { after: { kind: 'entityType', id: 'ship', label: 'Ship' } },
    { after: { kind: 'relationType', id: 'docks-at', label: 'docks at', inverse: 'visited by' } },
    { after: { kind: 'entity', id: 'x-ship', type: 'ship', name: 'Спарта II', aliases: [] } },
    { after: { kind: 'entity', id: 'x-base', type: 'facility', name: 'Hmeymim', aliases: [] } },
    { after: { kind: 'relation', id: 'x-docks', type: 'docks-at', from: 'x-ship', to: 'e-tartus' } }
  ])
  const path = join(folder, 'colleague.entente.json')
  await writeFile(path, serialiseGraph(graph))
  return path
}

test('a colleague’s file is added, by keyboard alone; look-alikes are merged after; undo takes all of it back', async ({
  launch,
  folder
}) => {
  const path = await ownGraph(folder)
  const other = await colleaguesGraph(folder)
  const analyst = new Analyst(await launch({ file: path }))
  await analyst.seesTheGraph('Syria 2024')
  const before = await graphOnDisk(path)
  await analyst.willOpen(other)

  await analyst.searchesFor('Add from a graph')
  await analyst.presses('Enter')
  await expect(analyst.dialog).toContainText('1 look-alike among the new entities')
  await expect(analyst.dialog).toContainText('New types: “Ship”, “docks at”')
  await expect(analyst.dialog.getByRole('row', { name: /^Entities/ })).toContainText(/Entities\s*2\s*95\s*0\s*1/)
  await analyst.presses('Shift+Tab')
  await analyst.presses('Shift+Tab')
  await analyst.presses('ArrowRight')
  await analyst.presses('Enter')
  await expect(analyst.dialog).toContainText('Are these one?')
  await analyst.seesItSaved()
  await expect.poll(async () => (await graphOnDisk(path)).get('entity', 'x-base')?.name).toBe('Hmeymim')
  const added = await graphOnDisk(path)
  expect(added.get('entity', 'e-russia')?.summary).toBe('A state that left.')
  expect(added.get('relation', 'x-docks')).toMatchObject({ to: 'e-tartus' })

  await analyst.presses('s')
  await expect(analyst.dialog).toContainText('No pair is left.')
  await analyst.presses('Escape')
  await analyst.undoes()
  await analyst.undoes()
  await expect.poll(async () => facts(await graphOnDisk(path))).toEqual(facts(before))
})

test('a file of 10 000 entities is added little by little, and one undo takes it back', async ({ launch, folder }) => {
  const path = await ownGraph(folder)
  const other = join(folder, 'large.entente.json')
  await writeFile(other, serialiseGraph(generateGraph({ entities: 10_000, seed: 5 })))
  const analyst = new Analyst(await launch({ file: path }))
  await analyst.seesTheGraph('Syria 2024')
  await analyst.willOpen(other)
  await analyst.searchesFor('Add from a graph')
  await analyst.presses('Enter')
  await expect(analyst.dialog.getByRole('row', { name: /^Entities/ })).toContainText('10 000', { timeout: 60_000 })
  await analyst.presses('Enter')
  await expect(analyst.dialog).toContainText('Are these one?', { timeout: 60_000 })
  await expect(analyst.inspector.getByText(/^10.096$/)).toBeVisible()
  // The view has a list of its own, which stays as it is.
  await expect(analyst.page.getByText(/“The whole” shows all/)).toBeVisible()
  await analyst.presses('Escape')
  await expect(analyst.dialog).toBeHidden()
  await analyst.seesCounts('10 entities')
  await analyst.undoes()
  await expect(analyst.inspector.getByText('96', { exact: true })).toBeVisible()
})
