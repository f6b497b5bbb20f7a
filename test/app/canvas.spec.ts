import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Analyst } from './analyst'
import { expect, test } from './launch'
import { graphOnDisk } from './own-graph'
import { Picture, type Spot } from './picture'

/** The fills of the symbols by which a test finds them on the picture. */
const NAVY = { light: '#2A2F73', dark: '#7F92F0' }
const TEAL = { light: '#1E7C6C', dark: '#5ADCC6' }
const BROWN = { light: '#6A3E08', dark: '#DD9A2E' }

/** A state, a base and a person, with one relation between the first two; at these places, or with none. */
async function smallGraph(folder: string, placed = true) {
  const path = join(folder, 'small.entente.json')
  const positions = placed ? '[["e-base",260,0],["e-person",0,220],["e-state",0,0]]' : '[]'
  const vocabulary =
    '{"entityTypes":[{"id":"facility","label":"Facility"},{"id":"person","label":"Person"},{"id":"state","label":"State"}],"relationTypes":[{"id":"operates","label":"operates","inverse":"operated by"}]}'
  await writeFile(
    path,
    `{"format":"entente-graph","version":1,"title":"Small","vocabulary":${vocabulary},
"entities":[{"id":"e-base","type":"facility","name":"Hmeimim","aliases":[{"text":"قاعدة حميميم","kind":"native","script":"Arab"}]},
{"id":"e-person","type":"person","name":"Ahmed","aliases":[]},
{"id":"e-state","type":"state","name":"Russia","aliases":[]}],
"relations":[{"id":"r-operates","type":"operates","from":"e-state","to":"e-base"}],
"views":[{"id":"v-1","name":"All","positions":${positions}}]}`
  )
  return path
}

async function positionsIn(path: string): Promise<ReadonlyMap<string, Spot>> {
  const view = [...(await graphOnDisk(path)).all('view').values()][0]
  return new Map(view?.positions.map(([id, x, y]) => [id, { x, y }]))
}

const between = (a: Spot, b: Spot): Spot => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
const off = ({ x, y }: Spot, dx: number, dy: number): Spot => ({ x: x + dx, y: y + dy })

test('the picture is selected, moved and connected with the mouse', async ({ launch, folder }) => {
  const path = await smallGraph(folder)
  const launched = await launch({ file: path })
  const analyst = new Analyst(launched)
  const picture = new Picture(launched.page)
  await analyst.seesTheGraph('Small')
  await expect(picture.canvas).toHaveAccessibleName('Graph of 3 entities and 1 relation')
  const [state, base, person] = [
    await picture.find(NAVY.light),
    await picture.find(BROWN.light),
    await picture.find(TEAL.light)
  ]

  await test.step('everything is in sight, at its place', async () => {
    const area = await picture.canvas.boundingBox()
    for (const { x, y } of [state, base, person]) {
      expect(x).toBeGreaterThan((area?.x ?? 0) + 20)
      expect(x).toBeLessThan((area?.x ?? 0) + (area?.width ?? 0) - 20)
      expect(y).toBeGreaterThan(area?.y ?? 0)
    }
    expect(base.x - state.x).toBeCloseTo(260, -1)
    expect(person.y - state.y).toBeCloseTo(220, -1)
  })

  await test.step('a click selects an entity, its line or nothing', async () => {
    await picture.click(base)
    await analyst.seesInTheInspector('قاعدة حميميم')
    expect(await picture.has(TEAL.light)).toBe(false)
    await picture.click(between(state, base))
    await analyst.seesInTheInspector('No claims yet')
    await picture.click(between(base, person))
    await analyst.seesInTheInspector('What you can do')
    expect(await picture.has(TEAL.light)).toBe(true)
  })

  await test.step('Control and a box select several', async () => {
    await picture.click(state)
    await picture.click(person, ['Control'])
    await analyst.seesInTheInspector('2 entities')
    await picture.click(between(base, person))
    await launched.page.keyboard.down('Shift')
    await picture.drag(off(state, -60, -60), off(person, 60, 60))
    await launched.page.keyboard.up('Shift')
    await analyst.seesInTheInspector('2 entities')
    await analyst.presses('Escape')
    await analyst.seesInTheInspector('What you can do')
  })

  await test.step('the picture keeps the focus: after a click, and after each way in which its context menu closes', async () => {
    const { page } = launched
    const ground = between(base, person)
    const menu = page.getByRole('menu')
    await picture.click(ground)
    await expect(picture.canvas).toBeFocused()
    const ways = [
      () => analyst.presses('Escape'),
      () => picture.click(off(ground, 200, 100)),
      () => page.getByRole('menuitem', { name: /^Select all entities/ }).click()
    ]
    for (const close of ways) {
      await page.mouse.click(ground.x, ground.y, { button: 'right' })
      await expect(menu).toBeVisible()
      await close()
      await expect(menu).toBeHidden()
      await expect(picture.canvas).toBeFocused()
    }
  })

  await test.step('what a box selects is hidden in one step, and comes back with one undo', async () => {
    await analyst.presses('Escape')
    await launched.page.keyboard.down('Shift')
    await picture.drag(off(state, -60, -60), off(person, 60, 60))
    await launched.page.keyboard.up('Shift')
    await analyst.seesInTheInspector('2 entities')
    await analyst.inspector.getByRole('button', { name: /^Hide/ }).click()
    await expect(launched.page.getByRole('note')).toContainText('2 entities are hidden in this view.')
    expect(await picture.has(NAVY.light)).toBe(false)
    await analyst.presses('Control+z')
    await picture.find(NAVY.light)
  })

  await test.step('a drag moves an entity, and its place is saved', async () => {
    await picture.drag(person, off(person, 90, 40))
    await expect.poll(async () => (await positionsIn(path)).get('e-person')?.x).toBeCloseTo(90, -1)
    expect((await positionsIn(path)).get('e-person')?.y).toBeCloseTo(260, -1)
    expect((await positionsIn(path)).get('e-state')).toEqual({ x: 0, y: 0 })
    const moved = await picture.find(TEAL.light)
    expect(moved.x - person.x).toBeCloseTo(90, -1)
  })

  await test.step('a drag from the handle asks for a relation', async () => {
    const end = await picture.find(TEAL.light)
    await picture.pull(state, end)
    await expect(analyst.dialog.getByLabel('From')).toHaveValue('Russia')
    await expect(analyst.dialog.getByLabel('To', { exact: true })).toHaveValue('Ahmed')
    await analyst.presses('Escape')
    await expect(analyst.dialog).toBeHidden()
    await picture.pull(state, off(state, -80, 150))
    await expect(analyst.dialog.getByLabel('From')).toHaveValue('Russia')
    await expect(analyst.dialog.getByLabel('To', { exact: true })).toHaveValue('')
    await analyst.presses('Escape')
    await expect(analyst.dialog).toBeHidden()
  })

  await test.step('a double click on the ground adds an entity there', async () => {
    const spot = off(state, -90, 120)
    await launched.page.mouse.dblclick(spot.x, spot.y)
    await analyst.dialog.getByLabel('Name', { exact: true }).fill('Latakia')
    await analyst.dialog.getByRole('combobox', { name: /^Type/ }).click()
    await launched.page.getByRole('option', { name: 'Person', exact: true }).click()
    await analyst.dialog.getByRole('button', { name: 'Add entity' }).click()
    await expect(analyst.dialog).toBeHidden()
    await expect.poll(async () => (await positionsIn(path)).size).toBe(4)
    const [, added] =
      [...(await positionsIn(path))].find(([id]) => !['e-base', 'e-person', 'e-state'].includes(id)) ?? []
    expect(added?.x).toBeCloseTo(-90, -2)
    expect(Math.hypot((added?.x ?? 0) + 90, (added?.y ?? 0) - 120)).toBeLessThan(80)
  })

  expect(launched.console.filter((line) => /^(error|pageerror)|Content Security Policy/.test(line))).toEqual([])
})

test('the picture is read and walked through with the keyboard', async ({ launch, folder }) => {
  const launched = await launch({ file: await smallGraph(folder) })
  const analyst = new Analyst(launched)
  const picture = new Picture(launched.page)
  await analyst.seesTheGraph('Small')
  await picture.find(NAVY.light)
  await picture.canvas.focus()
  const said = picture.canvas.locator('[aria-live]')

  await analyst.presses('ArrowLeft', 'ArrowLeft', 'ArrowUp')
  await expect(said).toHaveText('Russia, State, 1 relation')
  await analyst.presses('ArrowRight')
  await expect(said).toHaveText('Hmeimim, Facility, 1 relation')
  await analyst.presses('Enter')
  await expect(said).toHaveText('Hmeimim, Facility, 1 relation, selected')
  await analyst.seesInTheInspector('قاعدة حميميم')
  await analyst.presses('ArrowLeft', 'ArrowDown', 'Shift+Space')
  await analyst.seesInTheInspector('2 entities')
  await analyst.presses('Tab')
  await expect(picture.canvas).not.toBeFocused()
  await expect(said).toHaveText('')
})

test('the wheel zooms round the pointer, and everything can be brought back', async ({ launch, folder }) => {
  const launched = await launch({ file: await smallGraph(folder) })
  const analyst = new Analyst(launched)
  const picture = new Picture(launched.page)
  await analyst.seesTheGraph('Small')
  const [state, base] = [await picture.find(NAVY.light), await picture.find(BROWN.light)]
  await analyst.seesCounts('100 %')

  await launched.page.mouse.move(base.x, base.y)
  await launched.page.mouse.wheel(0, -120)
  await launched.page.mouse.wheel(0, -120)
  await expect(launched.page.getByRole('contentinfo')).not.toContainText('100 %')
  const [zoomed, still] = [await picture.find(NAVY.light), await picture.find(BROWN.light)]
  expect(still.x).toBeCloseTo(base.x, -1)
  expect(still.x - zoomed.x).toBeGreaterThan((base.x - state.x) * 1.2)

  await picture.drag(off(still, 60, 120), off(still, 160, 180))
  expect((await picture.find(BROWN.light)).x - still.x).toBeCloseTo(100, -1)
  await analyst.presses('f')
  await analyst.seesCounts('100 %')
  await expect.poll(async () => Math.round((await picture.find(BROWN.light)).x)).toBeCloseTo(Math.round(base.x), -1)
})

test('a graph without places is laid out; only a drag writes places to the file', async ({ launch, folder }) => {
  const path = await smallGraph(folder, false)
  const launched = await launch({ file: path })
  const analyst = new Analyst(launched)
  const picture = new Picture(launched.page)
  await analyst.seesTheGraph('Small')
  const [state, base, person] = [
    await picture.find(NAVY.light),
    await picture.find(BROWN.light),
    await picture.find(TEAL.light)
  ]
  const distances = [
    [state, base],
    [state, person],
    [base, person]
  ].map(([a, b]) => Math.hypot((a as Spot).x - (b as Spot).x, (a as Spot).y - (b as Spot).y))
  expect(Math.min(...distances)).toBeGreaterThan(55)
  expect((await positionsIn(path)).size).toBe(0)
  await picture.drag(person, off(person, 30, 30))
  await expect.poll(async () => (await positionsIn(path)).size).toBe(3)
})

test('what is filtered out is not on the picture, and another theme redraws it', async ({ launch, folder }) => {
  const launched = await launch({ file: await smallGraph(folder) })
  const analyst = new Analyst(launched)
  const picture = new Picture(launched.page)
  await analyst.seesTheGraph('Small')
  await picture.find(TEAL.light)
  await launched.page.getByRole('navigation').getByText('Person', { exact: true }).click()
  await expect.poll(() => picture.has(TEAL.light)).toBe(false)
  await expect(picture.canvas).toHaveAccessibleName('Graph of 2 entities and 1 relation')
  await analyst.runs('Dark colours')
  await picture.find(NAVY.dark)
  expect(await picture.has(NAVY.light)).toBe(false)
  await launched.page.getByRole('navigation').getByText('Person', { exact: true }).click()
  await picture.find(TEAL.dark)
})
