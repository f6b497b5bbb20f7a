import { join } from 'node:path'
import { Analyst } from './analyst'
import { expect, onDatabase, test } from './external-database'
import { ROOT } from './launch'
import { ownGraph } from './own-graph'

// Exploring a database of somebody else's on a real server. With ENTENTE_SCREENSHOTS=1 it takes the pictures for the README.
const picture = (name: string) => (process.env.ENTENTE_SCREENSHOTS === '1' ? join(ROOT, 'docs', name) : undefined)

async function photograph(analyst: Analyst, name: string) {
  const path = picture(name)
  if (path) await analyst.photographs(path)
}

test('a connection that cannot be made says why, where it was made', async ({ launch, folder, ships }) => {
  const analyst = new Analyst(await launch({ file: await ownGraph(folder) }))
  await analyst.seesTheGraph('Syria 2024')
  await analyst.hasWindow(1440, 900)
  await analyst.presses('Control+d')
  const { dialog } = analyst
  await dialog.getByLabel('Host').fill('127.0.0.1')
  await dialog.getByLabel('Port').fill('1')
  await dialog.getByLabel('Password', { exact: true }).fill('wrong')
  await dialog.getByRole('button', { name: 'Test' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Nothing listens on 127.0.0.1:1')
  await dialog.getByLabel('Port').fill(String(ships.port))
  await dialog.getByRole('button', { name: 'Test' }).click()
  await expect(dialog.getByRole('alert')).toContainText('does not know this user and password')
  await photograph(analyst, 'connect-error.png')
})

test('a database is explored without a word being written to it', async ({ launch, folder, ships }) => {
  const launched = await launch({ file: await ownGraph(folder) })
  const analyst = new Analyst(launched)
  const { page, inspector } = analyst
  await analyst.seesTheGraph('Syria 2024')
  await analyst.hasWindow(1440, 900)
  await analyst.explores(ships)
  await expect(page.getByRole('contentinfo')).toContainText('Connected')
  await expect(inspector).toContainText('Vessel')
  await expect(inspector).toContainText('453')
  await photograph(analyst, 'external-start.png')

  await analyst.searchesFor('Sparta')
  await expect(analyst.found.filter({ hasText: '9268710' }).first()).toBeVisible()
  await analyst.presses('Enter')
  await analyst.seesInTheInspector('Sparta II')
  await analyst.seesInTheInspector('9268710')

  await inspector.getByRole('button', { name: /Show 2 by CALLED_AT/ }).click()
  await analyst.seesCounts('3 entities')
  await inspector.getByRole('button', { name: /Show 1 by OWNS/ }).click()
  await analyst.seesCounts('4 entities')
  await photograph(analyst, 'external-small.png')

  await analyst.searchesFor('Latakia')
  await expect(analyst.found.filter({ hasText: 'SYLTK' }).first()).toBeVisible()
  await analyst.presses('Enter')
  await analyst.seesInTheInspector('SYLTK')
  await expect(inspector).toContainText('0 of 451')
  await inspector.getByRole('button', { name: 'Show 200 by CALLED_AT' }).click()
  await expect(inspector).toContainText('200 of 451')
  await inspector.getByRole('button', { name: 'Show next 200 by CALLED_AT' }).click()
  await expect(inspector).toContainText('400 of 451')
  await inspector.getByRole('button', { name: 'Show the other 51 by CALLED_AT' }).click()
  await expect(inspector).toContainText('451 of 451')
  await analyst.undoes()
  await expect(inspector).toContainText('400 of 451')
  await photograph(analyst, 'external-hub.png')
  expect(await onDatabase(ships, ['MATCH (n) RETURN toString(count(n))'])).toEqual(['458'])
  expect(launched.console.filter((line) => /^(error|pageerror)/.test(line))).toEqual([])
})

test('a statement runs, is stopped, says where it is at fault, and its nodes come into the graph', async ({
  launch,
  folder,
  ships
}) => {
  const launched = await launch({ file: await ownGraph(folder) })
  const analyst = new Analyst(launched)
  const { page, dialog } = analyst
  await analyst.seesTheGraph('Syria 2024')
  await analyst.hasWindow(1440, 900)
  await analyst.explores(ships)
  await analyst.presses('Control+j')
  // The editor is loaded only now: what is typed meanwhile is kept for it.
  await analyst.types('MATCH (v:Ves')
  const editor = dialog.getByRole('textbox', { name: 'Statement' })
  await expect(editor).toBeFocused()
  // The styles are there: under the content policy that is not a matter of course.
  await expect(editor).toHaveCSS('white-space-collapse', 'break-spaces')

  await dialog.getByRole('option', { name: 'Vessel' }).click()
  await analyst.types(
    ')-[c:CALLED_AT]->(p:Port) WHERE v.flag IS NOT NULL\nRETURN v, c.on AS day, v.tonnage AS tonnage, p ORDER BY v.name'
  )
  await analyst.presses('Control+Enter')
  await expect(dialog.getByRole('row')).toHaveCount(5)
  await expect(dialog).toContainText('9223372036854775807')
  await expect(dialog).toContainText('2024-12-11')
  await photograph(analyst, 'cypher.png')
  await dialog.getByRole('button', { name: 'Show 6 nodes in the graph' }).click()
  await expect(dialog).toBeHidden()
  await analyst.seesCounts('6 entities')

  await analyst.presses('Control+j')
  await expect(editor).toContainText('ORDER BY v.name')
  await analyst.presses('Control+a')
  await analyst.types('RETURN 1 AS one\nORDER BI one')
  await analyst.presses('Control+Enter')
  await expect(dialog.getByRole('alert')).toContainText('Line 2, column')

  await analyst.presses('Control+a')
  await analyst.types('CREATE (n:Ours) RETURN n')
  await analyst.presses('Control+Enter')
  await expect(dialog.getByRole('alert')).toContainText('would change the database')

  await analyst.presses('Control+a')
  await analyst.types('UNWIND range(1, 5000) AS n RETURN n')
  await analyst.presses('Control+Enter')
  await expect(dialog).toContainText('Stopped at the first 1\u202f000 rows: there are more.')

  await analyst.presses('Control+a')
  await analyst.types('UNWIND range(1, 100000000) AS n WITH n WHERE n < 0 RETURN n')
  await analyst.presses('Control+Enter')
  const stop = dialog.getByRole('button', { name: 'Stop' }).last()
  await expect(stop).toBeVisible()
  const began = Date.now()
  await stop.click()
  await expect(dialog).toContainText('Stopped after 0 rows')
  console.log(`The window said that it stopped after ${Date.now() - began} ms.`)
  await expect
    .poll(() =>
      onDatabase(ships, [
        "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS '100000000' AND NOT currentQuery CONTAINS 'SHOW' RETURN currentQuery"
      ])
    )
    .toEqual([])
  await analyst.presses('Escape')
  await expect(dialog).toBeHidden()
  expect(await onDatabase(ships, ['MATCH (n) RETURN toString(count(n))'])).toEqual(['458'])
  expect(launched.console.filter((line) => /^(error|pageerror)/.test(line))).toEqual([])
  await expect(page.getByRole('contentinfo')).toContainText('Connected')
})

test('what was added is written back after a look at it, and taken back', async ({ launch, folder, ships }) => {
  const launched = await launch({ file: await ownGraph(folder) })
  const analyst = new Analyst(launched)
  const { dialog, inspector } = analyst
  const chooses = async (field: string, option: string) => {
    await dialog.getByRole('combobox', { name: new RegExp(`^${field}`) }).click()
    await analyst.page.getByRole('option', { name: option }).click()
  }
  await analyst.seesTheGraph('Syria 2024')
  await analyst.hasWindow(1440, 900)
  await analyst.explores(ships)
  for (const [name, sign] of [
    ['Sparta', '9268710'],
    ['Tartus', 'SYTTS']
  ] as const) {
    await analyst.searchesFor(name)
    await expect(analyst.found.filter({ hasText: sign }).first()).toBeVisible()
    await analyst.presses('Enter')
    await analyst.seesInTheInspector(sign)
  }
  await analyst.presses('Escape')
  for (const [label, key] of [
    ['Vessel', 'imo'],
    ['Port', 'code']
  ] as const) {
    await inspector.getByRole('button', { name: `Caption, key and symbol of ${label}` }).click()
    await chooses('Stable key', key)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
  }
  await analyst.addsEntity({ name: 'خفر السواحل', type: 'Company' })
  await analyst.connects({ from: 'خفر السواحل', relation: 'OWNS', to: 'Sparta II' })

  await analyst.presses('Control+Shift+w')
  await expect(dialog).toContainText('Add the node “خفر السواحل” with the label Company')
  await expect(dialog).toContainText('Add the relationship “خفر السواحل” → OWNS → “Sparta II”')
  await photograph(analyst, 'write-back.png')
  await dialog.getByText('As Cypher').click()
  await expect(dialog).toContainText('CREATE')
  await expect(dialog).toContainText('9268710')
  await photograph(analyst, 'write-back-cypher.png')

  // Somebody else takes the ship away meanwhile: nothing is written.
  await onDatabase(ships, ["MATCH (v:Vessel {name: 'Sparta II'}) SET v.imo = 1"])
  await dialog.getByRole('button', { name: 'Write 2 changes' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  expect(await onDatabase(ships, ['MATCH (n:Company) RETURN toString(count(n))'])).toEqual(['2'])
  await onDatabase(ships, ["MATCH (v:Vessel {name: 'Sparta II'}) SET v.imo = 9268710"])

  await dialog.getByRole('button', { name: 'Write 2 changes' }).click()
  await expect(dialog).toContainText('2 changes written.')
  const owners = "MATCH (c:Company)-[:OWNS]->(:Vessel {name: 'Sparta II'}) RETURN c.name AS name ORDER BY name"
  expect(await onDatabase(ships, [owners])).toEqual(['Oboronlogistika', 'خفر السواحل'])
  await dialog.getByRole('button', { name: 'Take back 2 changes' }).click()
  await expect(dialog).toContainText('2 changes taken back.')
  expect(await onDatabase(ships, [owners])).toEqual(['Oboronlogistika'])
  expect(await onDatabase(ships, ['MATCH (n) RETURN toString(count(n))'])).toEqual(['458'])
  await expect(dialog.getByRole('button', { name: 'Write 2 changes' })).toBeVisible()
  expect(launched.console.filter((line) => /^(error|pageerror)/.test(line))).toEqual([])
})

test('the window says when the server has gone and when it is back, and what was found stays', async ({
  launch,
  folder,
  ships
}) => {
  const analyst = new Analyst(await launch({ file: await ownGraph(folder) }))
  const bar = analyst.page.getByRole('contentinfo')
  await analyst.seesTheGraph('Syria 2024')
  await analyst.explores(ships)
  await analyst.searchesFor('Sparta')
  await expect(analyst.found.filter({ hasText: '9268710' }).first()).toBeVisible()
  await analyst.presses('Enter')
  await analyst.seesInTheInspector('9268710')
  await expect(analyst.inspector).toContainText('0 of 2')
  await ships.kill()
  await expect(bar).toContainText('Reconnecting')
  await analyst.searchesFor('Qqqq')
  await expect(analyst.dialog).toContainText('Nothing in this file is called')
  await expect(analyst.dialog).toContainText('It is searched once the server is back')
  await analyst.presses('Escape')
  await analyst.inspector.getByRole('button', { name: /Show 2 by CALLED_AT/ }).click()
  await expect(analyst.inspector.getByRole('alert')).toBeVisible()
  await analyst.seesCounts('1 entity')
  await ships.start()
  await expect(bar).toContainText('Connected')
  await analyst.inspector.getByRole('button', { name: /Show 2 by CALLED_AT/ }).click()
  await analyst.seesCounts('3 entities')
})
