import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Analyst } from './analyst'
import { expect, ROOT, test } from './launch'
import { graphOnDisk, ownGraph } from './own-graph'

const ENTITIES = 100_000
const WHOLE = /100\s000 entities/

/** A graph of that many entities and three times as many relations and claims. */
function largeGraph(folder: string): string {
  const path = join(folder, 'large.entente.json')
  const made = spawnSync(
    process.execPath,
    [join(ROOT, 'graph-seed/run-generator.mjs'), '--entities', String(ENTITIES), '--seed', '1', '--out', path],
    { cwd: ROOT, encoding: 'utf8' }
  )
  if (made.status !== 0) throw new Error(made.stderr)
  return path
}

test('a graph of 100 000 entities: stopped while it opens, opened, searched, added to', async ({ launch, folder }) => {
  test.setTimeout(240_000)
  const large = largeGraph(folder)
  const analyst = new Analyst(await launch({ file: await ownGraph(folder) }))
  await analyst.seesTheGraph('Syria 2024')
  await analyst.willOpen(large)
  const stop = analyst.page.getByRole('button', { name: 'Stop' })
  const card = analyst.page.getByRole('status').filter({ has: stop })

  await test.step('what was open stays while it is read, and when that is stopped', async () => {
    await analyst.presses('Control+o')
    await expect(card).toContainText('large.entente.json')
    await expect(card.getByRole('progressbar')).toBeVisible()
    await analyst.seesTheGraph('Syria 2024')
    await stop.click()
    await expect(card).toBeHidden()
    await analyst.goesTo('Russia')
    await analyst.addsEntity({ name: 'Jableh Radar Station', type: 'Facility' })
    await analyst.seesItSaved()
  })

  await test.step('so it does when it is stopped while it comes over', async () => {
    await analyst.presses('Control+o')
    await expect(card).toContainText(/Showing .+ records/)
    await stop.click()
    await expect(card).toBeHidden()
    await analyst.seesTheGraph('Syria 2024')
    await analyst.addsEntity({ name: 'Tartus Radar Station', type: 'Facility' })
    await analyst.seesItSaved()
    const onDisk = await graphOnDisk(join(folder, 'syria.entente.json'))
    const names = [...onDisk.all('entity').values()].map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['Jableh Radar Station', 'Tartus Radar Station']))
  })

  await test.step('it opens whole, and the best connected of it are drawn', async () => {
    await analyst.presses('Control+o')
    await expect(analyst.page.getByRole('heading', { level: 1 })).toContainText('100000', { timeout: 120_000 })
    await analyst.seesInTheInspector('300')
    await expect(analyst.page.getByRole('note')).toContainText(/200\s+of 100\s000 entities/)
    await expect(analyst.page.getByRole('contentinfo')).toContainText(WHOLE)
  })

  await test.step('search finds what is not drawn, and going there draws it', async () => {
    await analyst.searchesFor('77123')
    await expect(analyst.found.first()).toContainText('77123', { timeout: 90_000 })
    await analyst.presses('Enter')
    // While names are still being listed, Enter waits for the next answer.
    await expect(analyst.inspector).toContainText('77123', { timeout: 90_000 })
    await expect(analyst.page.getByRole('note')).toContainText('and what you went to')
  })

  await test.step('an entity that is added is saved', async () => {
    await analyst.addsEntity({ name: 'Jableh Radar Station', type: 'facility' })
    await analyst.seesInTheInspector('Jableh Radar Station')
    await analyst.seesItSaved()
    await analyst.undoes()
    await analyst.redoes()
    await analyst.seesItSaved()
    const onDisk = await graphOnDisk(large)
    expect(onDisk.all('entity').size).toBe(ENTITIES + 1)
  })
})
