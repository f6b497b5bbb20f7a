import { readFile } from 'node:fs/promises'
import { Analyst } from './analyst'
import { expect, test } from './launch'
import { graphOnDisk, ownGraph } from './own-graph'

/** What is typed, with Tab as ⇥, and the relation that comes of it, by the ends' names. */
const ENTRIES = [
  ['iran⇥ass⇥russian fo⇥@rt⇥#3 2024-11 D3 "sends crews', 'Iran', 'assists', 'Russian forces in Syria'],
  ['turk⇥opp⇥israeli f⇥? "said in passing', 'Turkey', 'opposes', 'Israeli forces'],
  ['الشرع⇥cri⇥israel⇥#7 "in the interview', 'Ahmed al-Sharaa', 'criticises', 'Israel'],
  ['lavr⇥cri⇥israel⇥2024-12-29 "calls it unlawful', 'Sergey Lavrov', 'criticises', 'Israel'],
  ['pesk⇥rep⇥fall of⇥"the first to say so', 'Dmitry Peskov', 'reports on', 'Fall of Damascus'],
  ['israel⇥att⇥hmei⇥! Dec 2024 "Moscow denies it', 'Israel', 'attacks', 'Hmeimim Air Base'],
  ['tartus n⇥wanted by⇥iran⇥~pesk⇥"as a port', 'Iran', 'wants to keep', 'Tartus Naval Base'],
  ['united st⇥cri⇥krem⇥#9 "once more', 'United States', 'criticises', 'Kremlin'],
  ['united k⇥party⇥basing acc⇥? "hearsay', 'United Kingdom', 'party to', 'Basing accords of 2017'],
  ['+Person Omar Haddad > lead⇥syrian off⇥"by name', 'Omar Haddad', 'leads', 'Syrian officers with the Russians']
] as const

const SHIFTED = /^[A-Z"@#?!~>+]$/

test('ten relations with their sources are entered as lines, in few keystrokes, and taken back', async ({
  launch,
  folder
}) => {
  const path = await ownGraph(folder)
  const bytes = await readFile(path, 'utf8')
  const launched = await launch({ file: path })
  const analyst = new Analyst(launched)
  await analyst.seesTheGraph('Syria 2024')
  const before = await graphOnDisk(path)
  const { page } = analyst
  let keys = 0
  const press = async (key: string) => {
    // A sign on the upper half of a key takes two.
    keys += SHIFTED.test(key) ? 2 : 1
    await page.keyboard.press(key)
  }

  await press(';')
  const line = page.getByRole('combobox', { name: 'Quick entry' })
  await expect(line).toBeFocused()
  for (const [typed, , , to] of ENTRIES) {
    for (const key of typed) {
      if (key === '⇥') await expect(page.getByRole('option', { selected: true })).toBeVisible()
      if (/[ -~⇥]/.test(key)) await press(key === '⇥' ? 'Tab' : key)
      else {
        keys++
        await page.keyboard.insertText(key)
      }
    }
    await press('Enter')
    await expect(line).toHaveValue('')
    await expect(page.getByRole('list', { name: 'Last entries' }).getByRole('listitem').first()).toContainText(
      to.slice(0, 12)
    )
  }
  expect(keys / ENTRIES.length).toBeLessThanOrEqual(45)
  await analyst.seesItSaved()

  const after = await graphOnDisk(path)
  expect(after.all('relation').size).toBe(before.all('relation').size + ENTRIES.length)
  expect(after.all('claim').size).toBe(before.all('claim').size + ENTRIES.length)
  expect(after.all('entity').size).toBe(before.all('entity').size + 1)
  const named = (name: string) => after.namedAlike(name)[0] ?? ''
  const claims = ENTRIES.map(([, from, word, to]) => {
    const relation = after
      .relationsOf(named(from))
      .map((id) => after.get('relation', id))
      .find((one) => one?.from === named(from) && one.to === named(to) && !before.get('relation', one.id))
    expect(after.get('relationType', relation?.type ?? '')?.label).toBe(word)
    const [id] = after.claimsAbout(relation?.id ?? '')
    return after.get('claim', id ?? '')
  })
  expect(new Set(claims.map((claim) => claim?.source))).toEqual(new Set(['s-rt']))
  expect(claims[0]).toMatchObject({ statement: 'sends crews', when: '2024-11', credibility: 3 })
  expect(claims.map((claim) => claim?.locator?.paragraph)).toEqual([3, 3, 7, 7, 7, 7, 7, 9, 9, 9])
  expect(claims.map((claim) => claim?.stance)).toEqual(
    ENTRIES.map(([typed]) => (typed.includes('! ') ? 'denies' : typed.includes('? ') ? 'uncertain' : 'supports'))
  )
  expect(claims[5]?.when).toBe('2024-12')
  expect(claims[6]?.attributedTo).toBe('e-peskov')

  await analyst.presses('Escape')
  await expect(line).toBeHidden()
  for (const _entry of ENTRIES) await analyst.presses('Control+z')
  await analyst.seesItSaved()
  await launched.quit()
  expect(await readFile(path, 'utf8')).toBe(bytes)
})
