import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import { expect, it } from 'vitest'
import { entity, sampleGraph, VOCABULARY } from '../../core/sample'
import { openStore } from '../stores/open'
import { entente, fileWith } from './run-main'

const sample = () => fileWith(serialiseGraph(sampleGraph()))

it('lists who is called so, in any script, with the name that was found and how', async () => {
  expect(await entente('find', await sample(), 'Джулани')).toEqual({
    code: 0,
    out: ['e-sharaa  Person  Ahmed al-Sharaa  nom de guerre أبو محمد الجولاني, sounds alike'],
    err: []
  })
  expect((await entente('find', await sample(), 'Khmeimim')).out).toEqual([
    'e-hmeimim  Facility  Hmeimim Air Base  one letter differs'
  ])
})

it('takes several words with or without quotation marks', async () => {
  const path = await sample()
  expect((await entente('find', path, 'hayat', 'tahrir')).out).toEqual(
    (await entente('find', path, 'hayat tahrir')).out
  )
})

it('as JSON gives all it knows', async () => {
  const { out } = await entente('find', await sample(), 'HTS', '--json')
  expect(JSON.parse(out.join('\n'))).toEqual([
    {
      id: 'e-hts',
      name: 'Hay’at Tahrir al-Sham',
      type: 'armed-group',
      typeLabel: 'Armed group',
      matched: 'HTS',
      matchedKind: 'acronym',
      how: 'exact name',
      ranges: [[0, 3]]
    }
  ])
  expect((await entente('find', await sample(), 'nobody at all', '--json')).out).toEqual(['[]'])
})

it('of a name that no entity has says so, apart from the results', async () => {
  expect(await entente('find', await sample(), 'zzzzz')).toEqual({
    code: 0,
    out: [],
    err: ['Nothing is called “zzzzz”.']
  })
})

it('never sends a terminal what it could take for a command', async () => {
  const name = 'Evil\u001b]0;x\u0007\u202egnp\u009b31m'
  const path = await fileWith(serialiseGraph(Graph.of('', [...VOCABULARY, entity('e', 'state', name)])))
  for (const flags of [[], ['--json']]) {
    const { out } = await entente('find', path, 'evil', ...flags)
    expect(out.join('\n')).not.toMatch(/[\u001b\u0007\u202e\u009b]/)
    expect(out.join('\n')).toContain('Evil')
  }
  expect(JSON.parse((await entente('find', path, 'evil', '--json')).out.join('\n'))[0].name).toBe(name)
})

it('is called with a file and a text', async () => {
  expect((await entente('find')).code).toBe(2)
  expect((await entente('find', 'a.json')).code).toBe(2)
  expect((await entente('find', 'a.json', ' ')).code).toBe(2)
})

it('of a broken file says the first problems and how to see all', async () => {
  const broken = serialiseGraph(sampleGraph()).replaceAll('"type":"', '"type":"x-')
  const { code, out, err } = await entente('find', await fileWith(broken), 'Russia')
  expect([code, out]).toEqual([1, []])
  const lines = err.join('\n').split('\n')
  expect(lines.length).toBe(6)
  expect(lines[5]).toBe('… and 3 more. “entente check” lists them.')
})

it('counts in what the window has kept and not yet written to the file', async () => {
  const path = await sample()
  const store = await openStore(path)
  await store.commit({ label: 'Add', edits: [{ after: entity('e-iran', 'state', 'Iran') }] })
  const { out, err } = await entente('find', path, 'iran')
  expect(out).toEqual(['e-iran  State  Iran  exact name'])
  expect(err.join()).toMatch(/1 change in the journal beside it, not yet in the file, counted in\./)
  await store.close()
  expect((await entente('find', path, 'iran')).err).toEqual([])
})
