import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Analyst } from './analyst'
import { expect, ROOT, test } from './launch'
import { ownGraph } from './own-graph'

// The pictures in the README, taken of the real program: `npm run screenshots`.
const DOCS = join(ROOT, 'docs')

const PICTURES = [
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 1440, height: 900 },
  { theme: 'light', width: 1024, height: 640 }
] as const

if (process.env.ENTENTE_SCREENSHOTS === '1') {
  for (const { theme, width, height } of PICTURES)
    test(`the window, ${theme}, ${width} × ${height}`, async ({ launch, folder }) => {
      await mkdir(DOCS, { recursive: true })
      const launched = await launch({ file: await ownGraph(folder, 'syria-2024.entente.json') })
      const analyst = new Analyst(launched)
      await analyst.seesTheGraph('Syria 2024')
      await analyst.hasWindow(width, height)
      await analyst.runs(theme === 'dark' ? 'Dark colours' : 'Light colours')
      await analyst.presses('f')
      const name = width === 1440 ? theme : `${width}`
      await analyst.photographs(join(DOCS, `window-${name}.png`))
      await analyst.goesTo('Hmeimim Air Base')
      // The withdrawal is what the documents dispute.
      await analyst.inspector
        .getByRole('button', { name: /left by Russia/ })
        .first()
        .click()
      await analyst.seesInTheInspector('withdraws from')
      await analyst.photographs(join(DOCS, `relation-${name}.png`))
    })

  test('the dialogs', async ({ launch, folder }) => {
    await mkdir(DOCS, { recursive: true })
    const launched = await launch({ file: await ownGraph(folder, 'syria-2024.entente.json') })
    const analyst = new Analyst(launched)
    await analyst.seesTheGraph('Syria 2024')
    await analyst.hasWindow(1440, 900)
    await analyst.runs('Light colours')

    await analyst.searchesFor('الجولاني')
    await expect(analyst.found.first()).toContainText('Ahmed al-Sharaa')
    await analyst.photographs(join(DOCS, 'arabic-search.png'))
    await analyst.presses('Enter')

    await analyst.presses('e')
    await analyst.writesARelation({ from: 'Russia', relation: 'operates' })
    await analyst.dialog.getByLabel('To', { exact: true }).fill('Khmeimim')
    await analyst.presses('Tab')
    await expect(analyst.dialog).toContainText('This looks like something you have')
    await analyst.photographs(join(DOCS, 'add-relation.png'))
    await analyst.presses('Escape', 'Escape')

    await analyst.opensTheExport()
    await analyst.photographs(join(DOCS, 'export.png'))
  })

  test('the start page', async ({ launch, folder }) => {
    const launched = await launch({ file: await ownGraph(folder, 'syria-2024.entente.json') })
    const analyst = new Analyst(launched)
    await analyst.seesTheGraph('Syria 2024')
    await analyst.hasWindow(1440, 900)
    await analyst.runs('Light colours')
    await analyst.presses('Control+w')
    // The list names folders of this machine.
    await launched.page.getByRole('button', { name: 'Clear the list' }).click()
    await expect(launched.page.getByRole('list', { name: 'Recent' })).toHaveCount(0)
    await analyst.photographs(join(DOCS, 'start.png'))
  })
}
