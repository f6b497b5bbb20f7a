import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { serialiseGraph } from '../../src-core/formats/entente/serialise'
import { Graph } from '../../src-core/graph/graph'
import type { AnyRecord } from '../../src-core/records/records'
import { Analyst } from './analyst'
import { expect, test } from './launch'

const LONG = [
  'Hauptzollamtsaussenstellenverwaltungsratsvorsitzendenstellvertreter',
  'https://archive.example.org/collections/of/everything/that/was/ever/filed/under/this/heading?page=1',
  'The Amalgamated Brotherhood of Tugboat Masters, Lighthouse Keepers, Chandlers and Allied Trades of the Lower Estuary',
  'N'.repeat(160),
  'لجنة الإشراف العليا على أعمال صيانة المرافئ والمنارات والأرصفة في جميع المحافظات الساحلية والجزر التابعة لها'
]

const entities = LONG.map((name, at): AnyRecord => ({ kind: 'entity', id: `e-${at}`, type: 't', name, aliases: [] }))
const relations = LONG.slice(1).map(
  (_, at): AnyRecord => ({ kind: 'relation', id: `r-${at}`, type: 'tie', from: `e-${at}`, to: `e-${at + 1}` })
)
const RECORDS: readonly AnyRecord[] = [
  { kind: 'entityType', id: 't', label: 'Organisation' },
  { kind: 'relationType', id: 'tie', label: 'is represented before every authority by', inverse: 'represents there' },
  { kind: 'source', id: 's', title: LONG[2] ?? '', reliability: 'C' },
  ...entities,
  ...relations,
  { kind: 'view', id: 'v', name: LONG[2] ?? '', positions: [] }
]

/** What scrolls sideways, and what is cut without an ellipsis or without a way to read the whole. */
const badlyCut = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = []
    const say = (what: string, { tagName, className, textContent }: Element) =>
      found.push(`${what} ${tagName}.${className} “${textContent?.trim().slice(0, 30)}”`)
    const clips = (element: Element) => getComputedStyle(element).overflowX !== 'visible'
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { overflowX } = getComputedStyle(element)
      const isField = element.matches('input, textarea')
      if (!isField && ['auto', 'scroll'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1)
        say('scrolls sideways:', element)
      const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
      const range = document.createRange()
      for (const node of isField ? [] : text) {
        range.selectNodeContents(node)
        const box = range.getBoundingClientRect()
        const cutter = element.closest('.unseen') ? null : ancestors(element).find(clips)
        if (!cutter || box.width === 0) continue
        const room = cutter.getBoundingClientRect()
        if (box.right <= room.right + 1 && box.left >= room.left - 1) continue
        const { textOverflow, webkitLineClamp } = getComputedStyle(cutter)
        if (textOverflow !== 'ellipsis' && webkitLineClamp === 'none') say('cut without “…”:', element)
        if (!element.closest('[title]') && !element.querySelector('[title]')) say('cut without a tooltip:', element)
      }
    }
    return [...new Set(found)]

    function ancestors(element: Element): Element[] {
      return element.parentElement ? [element, ...ancestors(element.parentElement)] : [element]
    }
  })

test('names of any length end with “…” in every list, can be read whole, and nothing scrolls sideways', async ({
  launch,
  folder
}) => {
  const file = join(folder, 'long.entente.json')
  await writeFile(file, serialiseGraph(Graph.of('Long names', RECORDS)))
  const analyst = new Analyst(await launch({ file }))
  const { page, dialog } = analyst
  await analyst.seesTheGraph('Long names')
  await analyst.hasWindow(1024, 640)
  const looks = async (what: string) => {
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))))
    expect.soft(await badlyCut(page), what).toEqual([])
  }

  await looks('the window')
  await analyst.searchesFor('a')
  await looks('the palette')
  await analyst.presses('Escape', 'Control+a')
  await analyst.seesInTheInspector('5 entities')
  await looks('several')
  await analyst.inspector.getByRole('button', { name: LONG[2] }).first().click()
  await looks('an entity')
  await analyst.presses('.')
  await looks('a relation')
  await analyst.presses('Escape', 'e')
  await dialog.getByLabel('From').fill('a')
  await expect(page.getByRole('option').first()).toBeVisible()
  await looks('an end that is looked for')
  await dialog.getByRole('combobox', { name: /^Relation/ }).click()
  await looks('kinds of relation')
  await dialog.getByRole('combobox', { name: 'Source', exact: true }).click()
  await looks('sources')
  await dialog.getByRole('combobox', { name: /^Attributed/ }).fill('a')
  await looks('voices')
  await analyst.presses('Escape', 'Escape', 'Escape')
  await expect(dialog).toBeHidden()
  await analyst.searchesFor(LONG[0] ?? '')
  await analyst.presses('Enter', 'F2')
  await looks('the form of an entity')
  await dialog.getByLabel('Summary').fill('A summary.')
  await analyst.presses('Control+Enter', 'm')
  await dialog.getByRole('combobox').fill('a')
  await looks('merging')
  await analyst.presses('Escape', 'Escape')
  await expect(dialog).toBeHidden()
  await analyst.presses('Control+h')
  await looks('the history')
  await analyst.presses('Escape')
  for (const text of ['undo', LONG[2]?.replaceAll('a', 'q') ?? '']) {
    await analyst.searchesFor(text)
    await looks('actions in the palette')
    await analyst.presses('Escape')
  }
  await analyst.presses('F10')
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await expect(page.getByRole('menuitem', { name: /^Undo/ })).toBeVisible()
  await looks('the menu')
})
