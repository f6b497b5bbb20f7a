import { once } from 'node:events'
import { cuttingProxy } from '../main/stores/neo4j/server/cutting-proxy'
import { Analyst } from './analyst'
import { expect, onDatabase, test } from './external-database'
import type { Launched } from './launch'
import { ownGraph } from './own-graph'

// A graph of ours that is made, kept and opened again in a real database.

const labels = "MATCH (c:EntenteChange) WHERE c.label STARTS WITH 'Add' RETURN c.label ORDER BY c.revision"
const named = (name: string) => `MATCH (n:EntenteEntity {name: '${name}'}) RETURN labels(n)`

async function kill({ app }: Launched) {
  const ended = once(app.process(), 'exit')
  app.process().kill('SIGKILL')
  await ended
}

test('a graph is made in a database, and what is edited there while the server is away arrives when it is back', async ({
  launch,
  folder,
  nothing: server
}) => {
  test.setTimeout(300_000)
  const launched = await launch({ file: await ownGraph(folder) })
  const analyst = new Analyst(launched)
  const { page, dialog } = analyst
  await analyst.seesTheGraph('Syria 2024')

  await analyst.addresses(server)
  await dialog.getByRole('button', { name: 'Test' }).click()
  await expect(dialog).toContainText('No graph of Entente is kept in this database.')
  await dialog.getByRole('button', { name: 'Keep “Syria 2024” here…' }).click()
  await expect(dialog).toContainText('CREATE CONSTRAINT entente_entity_id IF NOT EXISTS')
  await dialog.getByRole('button', { name: 'Keep it here' }).click()
  await expect(dialog).toBeHidden({ timeout: 90_000 })
  await analyst.seesTheLink('Connected')
  await expect(page.getByRole('contentinfo')).toContainText(`neo4j on 127.0.0.1:${server.port}`)

  await analyst.addsEntity({ name: 'Baniyas refinery', type: 'Facility' })
  await analyst.seesItSaved()
  expect(await onDatabase(server, [named('Baniyas refinery')])).toEqual([['EntenteEntity', 'Facility']])

  await server.kill()
  await analyst.addsEntity({ name: 'Qardaha', type: 'Place' })
  await expect(page.getByText('Waiting for the database: 1 change')).toBeVisible({ timeout: 60_000 })
  await analyst.seesTheLink('Reconnecting')
  await analyst.addsEntity({ name: 'Salamiyah', type: 'Place' })
  await expect(page.getByText('Waiting for the database: 2 changes')).toBeVisible()

  await server.start()
  await analyst.seesTheLink('Connected')
  await analyst.seesItSaved()
  expect(await onDatabase(server, [labels])).toEqual(['Add Baniyas refinery', 'Add Qardaha', 'Add Salamiyah'])
  expect(launched.console.filter((line) => /^(error|pageerror)/.test(line))).toEqual([])
})

test('kill -9 loses nothing of what waits: it is told when the server is away, and arrives at the next opening', async ({
  launch,
  folder,
  nothing: server
}) => {
  test.setTimeout(300_000)
  const first = await launch({ file: await ownGraph(folder) })
  const before = new Analyst(first)
  await before.seesTheGraph('Syria 2024')
  await before.keepsItIn(server)
  await server.kill()
  await before.addsEntity({ name: 'Qardaha', type: 'Place' })
  await expect(first.page.getByText('Waiting for the database: 1 change')).toBeVisible({ timeout: 60_000 })
  await kill(first)

  const { data } = first
  const second = await launch({ data })
  const { dialog, page } = new Analyst(second)
  await expect(dialog).toContainText(`neo4j on 127.0.0.1:${server.port}`)
  await dialog.getByLabel('Password of neo4j').fill(server.password)
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('Nothing listens on 127.0.0.1')
  await expect(dialog).toContainText('1 change that you made while it was away is kept on this computer')
  await server.start()
  const after = new Analyst(second)
  // A server that has just been started may be too busy to answer at once.
  await expect(async () => {
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await expect(dialog).toBeHidden()
    await expect(dialog.or(page.getByText('Connected', { exact: true }))).toBeVisible()
    await expect(dialog).toBeHidden()
  }).toPass({ timeout: 120_000 })
  await after.seesTheLink('Connected')
  await after.seesItSaved()
  await expect(page.getByText(/1 change that waited is saved there now/)).toBeVisible()
  await after.goesTo('Qardaha')
  expect(await onDatabase(server, [labels])).toEqual(['Add Qardaha'])
})

test('what somebody else changed meanwhile stands, yours is kept beside it, and you decide', async ({
  launch,
  folder,
  nothing: server
}) => {
  test.setTimeout(200_000)
  const proxy = await cuttingProxy(server.port)
  const analyst = new Analyst(await launch({ file: await ownGraph(folder) }))
  const { page, dialog } = analyst
  await analyst.seesTheGraph('Syria 2024')
  await analyst.keepsItIn({ ...server, port: proxy.port }, 'bolt')
  await analyst.goesTo('Turkey')
  await proxy.down()
  await analyst.renames('Türkiye')
  await expect(page.getByText('Waiting for the database: 1 change')).toBeVisible({ timeout: 60_000 })
  const turkey = "MATCH (n:EntenteEntity {id: 'e-turkey'})"
  await onDatabase(server, [`${turkey} SET n.name = 'Republic of Turkey'`])
  await proxy.up()
  await page.getByRole('button', { name: 'Decide…' }).click({ timeout: 60_000 })
  await analyst.seesTheLink('Connected')
  const card = dialog.getByRole('listitem')
  await expect(card).toContainText('Türkiye')
  await expect(card).toContainText('Republic of Turkey')
  expect(await onDatabase(server, [`${turkey} RETURN n.name`])).toEqual(['Republic of Turkey'])
  await card.getByRole('button', { name: 'Keep yours' }).click()
  await expect(dialog).toContainText('Nothing is left to decide.')
  await analyst.presses('Escape')
  await analyst.seesItSaved()
  expect(await onDatabase(server, [`${turkey} RETURN n.name`])).toEqual(['Türkiye'])
  await proxy.close()
})
