import type { Page } from '@playwright/test'
import { Analyst } from './analyst'
import { expect, onDatabase, test } from './external-database'
import { ownGraph } from './own-graph'

/** Presses Tab until what has the focus is called that. */
async function tabsTo(page: Page, label: string) {
  const isThere = () =>
    page.evaluate((name) => {
      const focused = document.activeElement
      const words = focused instanceof HTMLInputElement ? [...(focused.labels ?? [])].map((one) => one.innerText) : []
      return [focused?.getAttribute('aria-label'), ...words].some((one) => one?.trim().startsWith(name))
    }, label)
  for (let presses = 0; presses < 30; presses++) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to “${label}”.`)
}

/** The label of the button that has the focus. */
const pressable = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

test('by keyboard alone: connect, find, expand, find a way, look at what would be written, read again', async ({
  launch,
  folder,
  ships
}) => {
  const launched = await launch({ file: await ownGraph(folder) })
  const analyst = new Analyst(launched)
  const { dialog, inspector, page } = analyst
  const bar = page.getByRole('contentinfo').first()
  await analyst.seesTheGraph('Syria 2024')

  await analyst.presses('Control+d')
  await expect(dialog).toBeVisible()
  for (const [label, text] of [
    ['Host', '127.0.0.1'],
    ['Port', String(ships.port)],
    ['User', ships.user],
    ['Password', ships.password]
  ] as const) {
    await tabsTo(page, label)
    await analyst.presses('Control+a')
    await analyst.types(text)
  }
  await analyst.presses('Enter')
  await analyst.seesTheGraph('neo4j on 127.0.0.1')
  await expect(dialog).toBeHidden()

  // Who knows the name does not wait for the list.
  await analyst.presses('Control+k')
  await analyst.types('Sparta')
  await analyst.presses('Enter')
  await analyst.seesInTheInspector('9268710')

  await expect(inspector).toContainText('0 of 2')
  await analyst.presses('x')
  await expect.poll(() => pressable(page)).toBe('Show 2 by CALLED_AT')
  await analyst.presses('Enter')
  await analyst.seesCounts('3 entities')
  await expect.poll(() => pressable(page)).toBe('Show 1 by OWNS')
  await analyst.presses('Enter')
  await analyst.seesCounts('4 entities')

  await analyst.presses('Control+k')
  await analyst.types('Laodicea')
  await analyst.presses('Enter')
  await analyst.seesInTheInspector('8315786')
  await analyst.presses('Control+k')
  await analyst.types('Oboronlogistika')
  await expect(analyst.found.first()).toContainText('Oboronlogistika')
  await analyst.presses('Shift+Enter')
  await analyst.seesInTheInspector('2 entities')
  await analyst.presses('p')
  await expect(bar).toContainText('1 shortest path joins the two')
  await analyst.seesInTheInspector('4 entities')

  await analyst.goesTo('Sparta II')
  await analyst.presses('F2')
  await expect(dialog).toBeVisible()
  await tabsTo(page, 'Name')
  await analyst.presses('Control+a')
  await analyst.types('سبارتا ٢')
  await analyst.presses('Control+Enter')
  await expect(dialog).toBeHidden()
  await analyst.presses('Control+Shift+w')
  await expect(dialog).toContainText('Change name from “Sparta II” to “سبارتا ٢”')
  await analyst.presses('Escape')
  await expect(dialog).toBeHidden()
  expect(await onDatabase(ships, ['MATCH (v:Vessel {imo: 9268710}) RETURN v.name'])).toEqual(['Sparta II'])

  // Somebody else changes the ship meanwhile: what they say comes in, what was typed here stays.
  await onDatabase(ships, ["MATCH (v:Vessel {imo: 9268710}) SET v.flag = 'Panama'"])
  await analyst.presses('r')
  await expect(bar).toContainText('1 changed')
  await analyst.seesInTheInspector('Panama')
  await analyst.seesInTheInspector('سبارتا ٢')
  await analyst.undoes()
  await expect(inspector).not.toContainText('Panama')
  await analyst.seesInTheInspector('سبارتا ٢')
  expect(launched.console.filter((line) => /^(error|pageerror)/.test(line))).toEqual([])
})
