import { Graph } from '@core/graph/graph'
import { lookalikes } from '@core/queries/lookalikes'
import { makeSearch } from '@core/queries/search'
import { describe, expect, it } from 'vitest'
import { entity } from '../sample'

const graphOf = (...names: readonly string[]) =>
  Graph.of(
    '',
    names.map((name, at) => entity(`e${at + 1}`, 'organisation', name))
  )

/** The entities that a text finds: at least these, and none of those that are not among the allowed. */
function found(graph: Graph, text: string): readonly string[] {
  return makeSearch(graph)
    .find(text)
    .map((hit) => hit.entity.id)
}

const JOINED = graphOf(
  ...[
    'Abdulrahman al-Salem',
    'Abd el-Karim Nasr',
    'عبدالرحمن السالم',
    'عبد الكريم نصر',
    'Sami Darwish',
    'Abu Bakr Hasan'
  ],
  ...[
    'van der Meer Shipping',
    'MacArthur Line',
    'Deir ez-Zor Port GraphWorker',
    'Northpier Trading',
    'Saint-Denis Fret'
  ]
)

describe('joined and apart are the same name', () => {
  it.each([
    ['Abd al-Rahman', 'e1 e3'],
    ['Abdul Rahman', 'e1 e3'],
    ['Abd al-Rahman al-Salem', 'e1 e3'],
    ['Abdurrahman', 'e1 e3'],
    ['عبد الرحمن', 'e1 e3'],
    ['عبد الرحمن السالم', 'e1 e3'],
    ['Абдуррахман', 'e1 e3'],
    ['Abdelkarim', 'e2 e4'],
    ['Abdul Karim', 'e2 e4'],
    ['Abdelkarim Nasr', 'e2 e4'],
    ['عبدالكريم', 'e2 e4'],
    ['عبدالكريم نصر', 'e2 e4'],
    ['Abubakr', 'e6'],
    ['Samidarwish', 'e5'],
    ['samidar', 'e5'],
    ['vandermeer', 'e7'],
    ['Mac Arthur', 'e8'],
    ['Deirezzor', 'e9'],
    ['North Pier', 'e10'],
    ['SaintDenis', 'e11']
  ])('%s finds %s', (text, ids) => {
    expect([...found(JOINED, text)].sort()).toEqual(ids.split(' ').sort())
  })

  it.each([
    ['Abd al-Rahman al-Salem', 'e1'],
    ['عبد الرحمن السالم', 'e3'],
    ['Abdelkarim Nasr', 'e2'],
    ['عبدالكريم نصر', 'e4'],
    ['Samidarwish', 'e5'],
    ['Abubakr Hasan', 'e6'],
    ['Vandermeer Shipping', 'e7'],
    ['Mac Arthur Line', 'e8'],
    ['Deirezzor Port GraphWorker', 'e9'],
    ['North Pier Trading', 'e10'],
    ['SaintDenis Fret', 'e11']
  ])('and %s warns that there is %s', (text, id) => {
    expect(lookalikes(JOINED, makeSearch(JOINED), text).map((hit) => hit.entity.id)).toContain(id)
  })
})

describe('a part inside a name without blanks is found', () => {
  const graph = graphOf(
    ...[
      '中国东港造船集团有限责任公司',
      '北浜郵船株式会社',
      'สำนักงานท่าเรือเหนือ',
      '弗拉基米尔·彼得罗夫',
      '동해해양상사',
      'Nordseereederei'
    ],
    ...['j.harbourmole.77@post.example', 'ສະຫນາມບິນວັດໄຕ', 'កំពង់ផែស្វយ័ត']
  )
  it.each([
    ['造船', 'e1'],
    ['东港', 'e1'],
    ['集团', 'e1'],
    ['郵船', 'e2'],
    ['ท่าเรือ', 'e3'],
    ['弗拉基米尔彼得罗夫', 'e4'],
    ['해양', 'e5'],
    ['reederei', 'e6'],
    ['bourmole', 'e7'],
    ['ບິນ', 'e8'],
    ['ផែ', 'e9']
  ])('%s finds %s', (text, id) => {
    expect(found(graph, text)).toEqual([id])
  })
})

describe('names of signs', () => {
  const names = [
    'svc$payroll',
    '#NoPort',
    'C++ Crew',
    '(Unnamed) Broker [2]',
    '++',
    '★',
    '🦅',
    '№ 7',
    'A.N. O’Neil & Sons'
  ]
  const graph = graphOf(
    ...names,
    '50% Club',
    '@harbour_mole',
    'a|b',
    'back\\slash',
    'quote "x" \'y\'',
    '<b>Bold & Co</b>',
    '$',
    '?'
  )
  it.each([
    ['$payroll', 'e1'],
    ['#NoPort', 'e2'],
    ['C++', 'e3'],
    ['(Unnamed)', 'e4'],
    ['++', 'e5'],
    ['★', 'e6'],
    ['★\ufe0f', 'e6'],
    ['🦅', 'e7'],
    ['a|b', 'e12'],
    ['<b>', 'e15'],
    ['$', 'e16'],
    ['?', 'e17']
  ])('%s finds %s first', (text, id) => {
    expect(found(graph, text)[0]).toBe(id)
  })

  it('warn of a second one', () => {
    for (const name of ['★', '++', '🦅', '$'])
      expect(lookalikes(graph, makeSearch(graph), name).map((hit) => hit.entity.name)).toEqual([name])
    expect(lookalikes(graph, makeSearch(graph), '☆')).toEqual([])
  })
})

describe('Arabic spellings that do not matter', () => {
  const graph = graphOf(
    ...[
      'محمّد الأحمد',
      'كــتيبة الصقور',
      'أحمد مصطفى',
      'على موسى',
      'إدارة الميناء',
      'مُؤَسَّسَة القُدْس',
      'لواء ٣١٣',
      'ﻣﻴﻨﺎء ﺍﻟﺸﺮﻕ'
    ],
    ...['کریمی', 'عبدالرحمن السالم', 'عبد الله', 'مينا']
  )
  it.each([
    ['محمد الاحمد', 'e1'],
    ['كتيبة', 'e2'],
    ['علي موسى', 'e4'],
    ['ادارة', 'e5'],
    ['مؤسسة القدس', 'e6'],
    ['لواء 313', 'e7'],
    ['ميناء الشرق', 'e8'],
    ['كريمي', 'e9'],
    ['عبدالله', 'e11']
  ])('%s finds %s', (text, id) => {
    expect(found(graph, text)[0]).toBe(id)
  })
})
