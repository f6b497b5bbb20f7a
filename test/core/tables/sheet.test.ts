import { isRefusal } from '@core/change/refusal'
import { guessRoles } from '@core/tables/guess-roles'
import { Mapping, readMapping, rolesFor, writeMapping } from '@core/tables/mapping'
import { MOST_COLUMNS, type RawRow, sheetOf } from '@core/tables/sheet'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { done, mappingOf, sheetFrom } from './planned'

const rows = (...lines: readonly (readonly string[])[]): RawRow[] => lines.map((cells, at) => ({ line: at + 1, cells }))

describe('sheetOf', () => {
  it('tells ragged rows by their line; empty cells behind the last column are none', () => {
    const sheet = done(sheetOf('t', rows(['A', 'B', ''], ['1', '2', ''], ['1'], [''], ['1', '2', '3']), true))
    expect(sheet.heads).toEqual(['A', 'B'])
    expect(sheet.rows).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 3, cells: ['1', ''], problem: 'There is 1 cell in this row, and 2 columns.' },
      { line: 5, cells: ['1', '2'], problem: 'There are 3 cells in this row, and 2 columns.' }
    ])
  })

  it('refuses what is empty, and a million columns', () => {
    expect(() => done(sheetOf('t', rows([' ', '']), true))).toThrow('nothing in this table')
    const wide = [rows(Array<string>(1_000_000).fill('x'))[0] as RawRow]
    expect(() => done(sheetOf('t', wide, true))).toThrow(`1000000 columns; at most ${MOST_COLUMNS}`)
  })

  it('leaves out a row with a cell of more than 1 MiB and does not keep it', () => {
    const [row] = done(sheetOf('t', rows(['A'], ['x'.repeat(1_048_577)]), true)).rows
    expect(row).toMatchObject({ line: 2, problem: 'Cell 1 is longer than 1 MiB.' })
    expect(row?.cells[0]?.length).toBeLessThan(2000)
  })

  it('gives every column a name that can be seen and that no other has', () => {
    const heads = fc.array(fc.constantFrom('A', 'a', '', ' ', '\u200b', 'A (2)', '__proto__', '\0', '\ud800'), {
      minLength: 1,
      maxLength: 12
    })
    fc.assert(
      fc.property(heads, (names) => {
        const sheet = done(sheetOf('t', rows([...names, 'end']), true))
        expect(sheet.heads).toHaveLength(names.length + 1)
        expect(new Set(sheet.heads).size).toBe(names.length + 1)
        for (const head of sheet.heads) expect(head.trim()).not.toBe('')
      })
    )
  })
})

describe('guessRoles', () => {
  const known = {
    isName: (key: string) => ['russia', 'egypt', 'syria'].includes(key),
    isRelation: (word: string) => word === 'supports',
    isType: (word: string) => word === 'State'
  }
  const roles = (text: string) => guessRoles(sheetFrom(text), known)

  it('knows the usual names of columns in usual languages', () => {
    expect(roles('Operator|What|Where|Day|Report|Text|Rel.|Craft|Row id\na|b|c|2024|d|e|A2|f|R-1').roles).toEqual([
      'from',
      'relation',
      'to',
      'date',
      'source',
      'statement',
      'grade',
      'property:Craft',
      'ignore'
    ])
    expect(roles('Von|Beziehung|Nach|Datum|Quelle|Anmerkung\na|b|c|1|d|e').roles).toEqual([
      'from',
      'relation',
      'to',
      'date',
      'source',
      'note'
    ])
    expect(roles('De|Relación|Hacia|Fecha|Fuente\na|b|c|1|d').roles).toEqual([
      'from',
      'relation',
      'to',
      'date',
      'source'
    ])
    expect(roles('من|العلاقة|إلى|التاريخ|المصدر\na|b|c|1|d').roles).toEqual([
      'from',
      'relation',
      'to',
      'date',
      'source'
    ])
    expect(roles('Название|Тип|Псевдоним|Примечание\na|b|c|d').roles).toEqual(['name', 'type', 'alias', 'note'])
    expect(roles('Source|Target|Type\na|b|c').roles).toEqual(['from', 'to', 'relation'])
    expect(roles('from_type|fromName|to\nState|a|b').roles[0]).toBe('fromType')
  })

  it('finds what the values tell where the names do not', () => {
    expect(
      roles('c1|c2|c3|c4|c5\nRussia|supports|Egypt|2024-12-01|A2\nSyria|supports|Russia|31.12.24|C3').roles
    ).toEqual(['from', 'relation', 'to', 'date', 'grade'])
    expect(roles('Name|Founded\nRussia|1991-12-25').roles).toEqual(['name', 'property:Founded'])
    expect(roles('Name|c2\nRussia|State').roles).toEqual(['name', 'type'])
    expect(roles('c1|c2\nRussia|145 000 000').roles).toEqual(['name', 'property:c2'])
  })

  it('takes a column that counts the rows for the key', () => {
    expect(roles('ID|Name\n1|a\n2|b')).toEqual({ roles: ['ignore', 'name'], key: 'ID' })
    expect(roles('ID|Name\n1|a\n1|b').key).toBeUndefined()
  })
})

describe('a mapping', () => {
  const sheet = sheetFrom('From|To|Row id\na|b|1')
  const mapping = mappingOf(sheet, ['from', 'to', 'ignore'], { key: 'Row id', order: 'dmy', source: 'Delivery' })

  it('is written and read again', () => {
    expect(readMapping(writeMapping(mapping))).toEqual(mapping)
    expect(readMapping(`\ufeff${writeMapping(mapping)}`)).toEqual(mapping)
  })

  it('fits a table with its columns in another order and more of them', () => {
    expect(rolesFor(mapping, ['row id', 'TO', 'More', 'From'])).toEqual(['ignore', 'to', 'ignore', 'from'])
    expect(rolesFor(mapping, ['From', 'Row id'])).toMatchObject({ refused: expect.stringContaining('“To”') })
  })

  it('that is none is refused in a sentence', () => {
    const why = (text: string) => {
      const read = readMapping(text)
      return isRefusal(read) ? read.refused : 'read'
    }
    expect(why('{')).toContain('no mapping')
    expect(why('{"format":"entente-table-mapping","version":2}')).toContain('newer Entente')
    expect(why('{"format":"entente-table-mapping","name":"x","columns":[{"head":"A","role":"king"}]}')).toContain(
      'must be one of from'
    )
    expect(why('{"format":"entente-table-mapping","name":"x","columns":[],"__proto__":{"a":1}}')).toContain(
      'no mapping'
    )
    expect(Mapping.safeParse({ name: 'x', columns: [{ head: 'A', role: 'property:' }] }).success).toBe(false)
  })
})
