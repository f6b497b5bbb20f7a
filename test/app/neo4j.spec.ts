import { join } from 'node:path'
import { Analyst } from './analyst'
import { expect, onDatabase, test } from './foreign-database'
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
  await photograph(analyst, 'foreign-start.png')

  await analyst.searchesFor('Sparta')
  await expect(analyst.found.filter({ hasText: 'Sparta II' }).first()).toBeVisible()
  await analyst.presses('Enter')
  await analyst.seesInTheInspector('Sparta II')
  await analyst.seesInTheInspector('9268710')

  await inspector.getByRole('button', { name: /Show 2 by CALLED_AT/ }).click()
  await analyst.seesCounts('3 entities')
  await inspector.getByRole('button', { name: /Show 1 by OWNS/ }).click()
  await analyst.seesCounts('4 entities')
  await photograph(analyst, 'foreign-small.png')

  await analyst.searchesFor('Latakia')
  await expect(analyst.found.filter({ hasText: 'Latakia' }).first()).toBeVisible()
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
  await photograph(analyst, 'foreign-hub.png')
  expect(await onDatabase(ships, ['MATCH (n) RETURN toString(count(n))'])).toEqual(['458'])
  expect(launched.console.filter((line) => /^(error|pageerror)/.test(line))).toEqual([])
})
