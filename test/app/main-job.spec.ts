import { execSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Graph } from '../../src-core/graph/graph'
import type { Kind, RecordOf } from '../../src-core/records/records'
import { Analyst } from './analyst'
import { expect, ROOT, test } from './launch'
import { graphOnDisk, ownGraph } from './own-graph'

function find<K extends Kind>(graph: Graph, kind: K, what: (record: RecordOf<K>) => boolean): RecordOf<K> {
  const found = [...graph.all(kind).values()].find(what)
  if (!found) throw new Error(`no such ${kind}`)
  return found
}

const REPORT = {
  title: 'تقرير من اللاذقية',
  publisher: 'Enab Baladi',
  published: '2025-01-05',
  url: 'https://example.org/latakia',
  reliability: 'Fairly reliable'
} as const

test('the main job: open, find, inspect, add with a source, undo, redo, export, come back', async ({
  launch,
  folder
}) => {
  const path = await ownGraph(folder)
  const launched = await launch({ file: path })
  const analyst = new Analyst(launched)
  await analyst.seesTheGraph('Syria 2024')
  const before = await graphOnDisk(path)

  await test.step('finds a person by an Arabic name and reads about him', async () => {
    await analyst.searchesFor('الجولاني')
    await expect(analyst.found.first()).toContainText('Ahmed al-Sharaa')
    await analyst.presses('Enter')
    await analyst.seesInTheInspector('Ahmed al-Sharaa')
    await analyst.seesInTheInspector('أحمد الشرع')
  })

  await test.step('adds an entity with a name in another script', async () => {
    await analyst.addsEntity({ name: 'Jableh Radar Station', type: 'Facility', aliases: ['محطة رادار جبلة'] })
    await analyst.seesInTheInspector('Jableh Radar Station')
    await analyst.seesItSaved()
    const added = find(await graphOnDisk(path), 'entity', ({ name }) => name === 'Jableh Radar Station')
    expect(added.aliases).toEqual([{ text: 'محطة رادار جبلة', kind: 'native', script: 'Arab' }])
  })

  await test.step('connects it, with a claim and a new source, in one step', async () => {
    await analyst.connects({
      from: 'Russia',
      relation: 'operates',
      to: 'Jableh Radar',
      claim: {
        when: '2017/..',
        statement: 'Russian crews run the radar south of Latakia.',
        source: REPORT,
        passage: '7',
        attributedTo: 'a shepherd',
        credibility: 'Possibly true'
      }
    })
    await analyst.seesInTheInspector('Russian crews run the radar south of Latakia.')
    await analyst.seesItSaved()
    const graph = await graphOnDisk(path)
    const source = find(graph, 'source', ({ title }) => title === REPORT.title)
    expect(source).toMatchObject({ publisher: REPORT.publisher, published: REPORT.published, reliability: 'C' })
    const claim = find(graph, 'claim', ({ source: id }) => id === source.id)
    expect(claim).toMatchObject({
      stance: 'supports',
      when: '2017/..',
      locator: { paragraph: 7 },
      attributedTo: 'a shepherd',
      credibility: 3
    })
    const relation = find(graph, 'relation', ({ id }) => id === claim.about)
    expect(graph.get('entity', relation.from)?.name).toBe('Russia')
    expect(graph.get('entity', relation.to)?.name).toBe('Jableh Radar Station')
  })

  await test.step('takes back all of it and does it again', async () => {
    await analyst.undoes()
    await analyst.seesItSaved()
    await expect.poll(async () => (await graphOnDisk(path)).all('source').size).toBe(before.all('source').size)
    expect((await graphOnDisk(path)).all('relation').size).toBe(before.all('relation').size)
    await analyst.undoes()
    await expect.poll(async () => (await graphOnDisk(path)).all('entity').size).toBe(before.all('entity').size)
    await analyst.redoes()
    await analyst.redoes()
    await expect.poll(async () => (await graphOnDisk(path)).all('claim').size).toBe(before.all('claim').size + 1)
  })

  await test.step('exports the figure as PNG and as SVG', async () => {
    const [png, svg] = [join(folder, 'figure.png'), join(folder, 'figure.svg')]
    await analyst.opensTheExport()
    await analyst.savesTheFigure(png, 'PNG')
    await analyst.savesTheFigure(svg, 'SVG')
    await analyst.presses('Escape')
    const picture = await readFile(png)
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(picture.readUInt32BE(16)).toBe(1600)
    const drawing = await readFile(svg, 'utf8')
    expect(drawing).toMatch(/^<svg /)
    expect(drawing).toContain('Jableh Radar')
  })

  await analyst.quits()
  const after = await readFile(path, 'utf8')

  await test.step('finds everything again after a new start', async () => {
    const again = new Analyst(await launch({ file: path, data: launched.data }))
    await again.seesTheGraph('Syria 2024')
    await again.goesTo('Jableh Radar Station')
    await again.seesInTheInspector('محطة رادار جبلة')
    await again.seesInTheInspector('operated by')
    expect(await readFile(path, 'utf8')).toBe(after)
  })
  expect(launched.console.filter((line) => /^(error|pageerror)|Content Security Policy/.test(line))).toEqual([])
})

test('the same by keyboard alone', async ({ launch, folder }) => {
  const path = await ownGraph(folder)
  const analyst = new Analyst(await launch({ file: path }))
  await analyst.seesTheGraph('Syria 2024')

  await analyst.presses('n')
  await expect(analyst.dialog).toBeVisible()
  await analyst.types('Qardaha Depot')
  await analyst.presses('Tab', 'Enter')
  await analyst.types('Facility')
  await analyst.presses('Enter', 'Control+Enter')
  await expect(analyst.dialog).toBeHidden()
  await analyst.seesInTheInspector('Qardaha Depot')

  await analyst.presses('e')
  await expect(analyst.dialog).toBeVisible()
  await expect(analyst.dialog.getByLabel('From')).toHaveValue('Qardaha Depot')
  await analyst.types('located in')
  await analyst.presses('Enter')
  await analyst.presses('Tab')
  await expect(analyst.dialog.getByLabel('To', { exact: true })).toBeFocused()
  await analyst.types('сири')
  await analyst.presses('Enter')
  await analyst.presses('Control+Shift+Enter')
  await expect(analyst.dialog).toBeHidden()
  await analyst.seesInTheInspector('No claims yet')

  await analyst.presses('c')
  await expect(analyst.dialog.getByLabel('Statement')).toBeFocused()
  await analyst.types('The depot stands in the hills above the coast.')
  await analyst.presses('Tab')
  await expect(analyst.dialog.getByLabel('Source', { exact: true })).toBeFocused()
  await analyst.types('Notes of a visit')
  await analyst.presses('ArrowUp', 'Enter', 'Control+Enter')
  await expect(analyst.dialog).toBeHidden()
  await analyst.seesInTheInspector('The depot stands in the hills above the coast.')
  await analyst.seesItSaved()

  const graph = await graphOnDisk(path)
  const depot = find(graph, 'entity', ({ name }) => name === 'Qardaha Depot')
  expect(graph.relationsOf(depot.id)).toHaveLength(1)
  const claim = find(graph, 'claim', ({ about }) => about === graph.relationsOf(depot.id)[0])
  expect(graph.get('source', claim.source)?.title).toBe('Notes of a visit')

  await analyst.presses('Delete')
  await expect(analyst.dialog).toContainText('Undo brings all of it back')
  await analyst.presses('Enter')
  await expect.poll(async () => (await graphOnDisk(path)).relationsOf(depot.id).length).toBe(0)
  await analyst.presses('Control+z')
  await expect.poll(async () => (await graphOnDisk(path)).relationsOf(depot.id).length).toBe(1)

  await analyst.opensPalette()
  await analyst.types('قاعدة')
  await expect(analyst.found.nth(1)).toBeVisible()
  const second = await analyst.found.nth(1).locator('strong').textContent()
  await analyst.presses('ArrowDown', 'Enter')
  // Where the view does not show it, that is asked about, and Enter answers.
  const outside = analyst.page.getByRole('dialog', { name: 'Not in this view' })
  await expect(outside.or(analyst.inspector.getByText(second ?? '').first()).first()).toBeVisible()
  if (await outside.isVisible()) await analyst.presses('Enter')
  await analyst.seesInTheInspector(second ?? '')

  const picture = join(folder, 'by-key.png')
  await analyst.willSaveAs(picture)
  await analyst.opensTheExport()
  await analyst.presses('Enter')
  await expect(analyst.dialog.getByRole('status')).toContainText('Saved by-key.png')
  expect((await readFile(picture)).length).toBeGreaterThan(10_000)
})

test('the command that the export shows makes the same file, byte for byte', async ({ launch, folder }) => {
  const path = await ownGraph(folder)
  const analyst = new Analyst(await launch({ file: path }))
  await analyst.seesTheGraph('Syria 2024')
  await analyst.opensTheExport()
  for (const format of ['PNG', 'SVG'] as const) {
    const saved = join(folder, `window.${format.toLowerCase()}`)
    await analyst.savesTheFigure(saved, format)
    const command = (await analyst.dialog.locator('pre').innerText()).replace(/\s*\n\s*/g, ' ')
    const program = `"${process.execPath}" "${join(ROOT, 'out/main/entente.js')}"`
    execSync(
      command.replace(/^entente/, () => program),
      { cwd: folder, stdio: 'ignore' }
    )
    const [, name = ''] = / --out (\S+)/.exec(command) ?? []
    expect((await readFile(join(folder, name))).equals(await readFile(saved))).toBe(true)
  }
})

test('a name that is there in another spelling is not added twice by accident', async ({ launch, folder }) => {
  const path = await ownGraph(folder)
  const analyst = new Analyst(await launch({ file: path }))
  await analyst.seesTheGraph('Syria 2024')
  const before = (await graphOnDisk(path)).all('entity').size

  await analyst.presses('n')
  await analyst.dialog.getByLabel('Name', { exact: true }).fill('الجولاني')
  await expect(analyst.dialog).toContainText('This looks like something you have')
  await expect(analyst.dialog.getByRole('button', { name: 'Add entity' })).toBeDisabled()
  // The card promises Enter only while Enter is its answer.
  const use = analyst.dialog.getByRole('button', { name: /^Use this/ })
  await expect(use).toContainText('Enter')
  await analyst.presses('Tab')
  await expect(analyst.dialog.getByRole('combobox', { name: 'Type' })).toBeFocused()
  await expect(use).not.toContainText('Enter')
  await analyst.presses('Shift+Tab')
  await analyst.presses('Enter')
  await expect(analyst.dialog).toBeHidden()
  await analyst.seesInTheInspector('Ahmed al-Sharaa')
  expect((await graphOnDisk(path)).all('entity').size).toBe(before)
})
