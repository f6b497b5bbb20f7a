import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MOST_ROWS } from '@core/tables/sheet'
import { disk } from '@main/stores/file-system'
import { Stopped, TaskControl } from '@main/stores/task-control'
import { guessDialect } from '@main/tables/dialect'
import { ENCODINGS, guessEncoding } from '@main/tables/encoding'
import { type ReadOptions, readTable } from '@main/tables/read-table'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it, onTestFinished } from 'vitest'

async function fileWith(content: string | Uint8Array, name = 't.csv') {
  const folder = await mkdtemp(join(tmpdir(), 'entente-table-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const read = async (content: string | Uint8Array, options: ReadOptions = {}) =>
  readTable(disk, await fileWith(content), options, new TaskControl())
const cells = async (content: string | Uint8Array, options: ReadOptions = {}) =>
  (await read(content, options)).rows.map((row) => row.cells)

describe('a text table', () => {
  it('has its rows with the lines on which they begin, whatever ends its lines', async () => {
    const { rows } = await read('a,b\r\n"x\r\ny",2\r\n\r\n3,4,5\r\n')
    expect(rows.map(({ line, cells }) => [line, cells.length])).toEqual([
      [1, 2],
      [2, 2],
      [4, 1],
      [5, 3]
    ])
    expect(rows[1]?.cells[0]).toBe('x\r\ny')
  })

  it('keeps stray quotation marks, and tells where one is never closed', async () => {
    expect(await cells('a,b\n5" gun,"said ""no"""\n')).toEqual([
      ['a', 'b'],
      ['5" gun', 'said "no"']
    ])
    await expect(read('a,b\n1,2\n3,"open\n4,5\n')).rejects.toThrow(
      /begins in line 3 has a quotation mark that is never closed/
    )
    expect(await cells('a,b\n3,"open\n4,5\n', { quote: '' })).toHaveLength(3)
  })

  it('with more rows than can be taken is refused as soon as that is seen', async () => {
    await expect(read('a,b\n'.repeat(MOST_ROWS + 2))).rejects.toThrow(`more than ${MOST_ROWS} rows`)
  })

  it('with a million columns is refused', async () => {
    await expect(read(`${'x,'.repeat(1_000_000)}y\n1\n`)).rejects.toThrow('Row 1 has 1000001 cells')
  })

  it('of a gigabyte can be stopped while it is read, and is not read to its end where it is too much', async () => {
    const path = await fileWith('')
    const file = await open(path, 'r+')
    await file.write(`a,b\n${'x'.repeat(2000)},y\n`.repeat(100))
    await file.truncate(1_073_741_824) // The rest are zeros, which take no room on the disk.
    await file.close()
    const stopping = new AbortController()
    const told: number[] = []
    const control = new TaskControl({
      signal: stopping.signal,
      onProgress(_doing, done) {
        told.push(done)
        stopping.abort()
      }
    })
    await expect(readTable(disk, path, {}, control)).rejects.toThrow(Stopped)
    expect(told[0]).toBeLessThan(0.1)
    await expect(readTable(disk, path, {}, new TaskControl())).rejects.toThrow(
      /begins in line 201 is longer than 8 million/
    )
  })

  it.each([
    ['utf-8', 'Name;Ort\nМосква;دمشق\n', 'utf-8'],
    ['\ufeffutf-8', '\ufeffName;Ort\nМосква;دمشق\n', 'utf-8'],
    ['utf-16le', '\ufeffName;Ort\nМосква;دمشق\n', 'utf-16le'],
    ['utf-16le', 'Name;Place\nAleppo;Syria\n', 'utf-16le']
  ])('in %s is read without being told', async (encoding, text, found) => {
    const bytes = Buffer.from(text, encoding === 'utf-16le' ? 'utf16le' : 'utf8')
    const { rows, text: how } = await read(bytes)
    expect(how).toMatchObject({ encoding: found, delimiter: ';' })
    expect(rows.map((row) => row.cells.join(';'))).toEqual(text.replace('\ufeff', '').trim().split('\n'))
  })

  it('in an old encoding is guessed, and can be read in another one', async () => {
    const russian = Buffer.from(
      [...'Россия и Украина подписали соглашение о поставках зерна'].map((sign) => {
        const code = sign.charCodeAt(0)
        return code < 128 ? code : code - 0x410 + 0xc0
      })
    )
    const { rows, text } = await read(russian)
    expect(text?.encoding).toBe('windows-1251')
    expect(rows[0]?.cells[0]).toContain('Россия и Украина')
    expect((await read(russian, { encoding: 'koi8-r' })).rows[0]?.cells[0]).not.toContain('Россия')
  })

  it('of two encodings stays readable: what cannot be read is marked in its row', async () => {
    const mixed = Buffer.concat([
      Buffer.from('name,place\nДамаск,دمشق\nMoscou,'),
      Buffer.from([0xe9, 0x74, 0xe9]),
      Buffer.from('\nАлеппо,حلب\n')
    ])
    const { rows, text } = await read(mixed)
    expect(text?.encoding).toBe('utf-8')
    expect(rows.map((row) => row.cells[1])).toEqual(['place', 'دمشق', '\ufffdt\ufffd', 'حلب'])
  })

  it('every encoding that can be chosen is one that this program can read', () => {
    for (const encoding of ENCODINGS) expect(new TextDecoder(encoding).encoding).toBe(encoding)
  })

  it('that is empty, no file or not there is told', async () => {
    expect(await cells('')).toEqual([])
    await expect(readTable(disk, tmpdir(), {}, new TaskControl())).rejects.toThrow('It is no file')
    await expect(readTable(disk, '/nowhere/x.csv', {}, new TaskControl())).rejects.toThrow(/“x.csv” could not be read/)
  })
})

describe('guessDialect', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'b', 'é', 'ж', ' ', '.', '1', '"', '\n', ',', ';', '|'),
    maxLength: 8
  })

  it('finds the delimiter of every table that is quoted where it has to be', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(',', ';', '\t', '|'),
        fc
          .integer({ min: 2, max: 6 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 12 })
          ),
        (delimiter, rows) => {
          const heads = (rows[0] ?? []).map((_cell, at) => `head${at}`)
          const text = [heads, ...rows]
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter))
            .join('\n')
          expect(guessDialect(`${text}\n`)).toEqual({ delimiter, quote: '"' })
        }
      )
    )
  })

  it('finds single quotation marks, and takes a table of one column for one', () => {
    expect(guessDialect("a,b\n'x, y',1\n'z','2'\n'v','3'\n")).toEqual({ delimiter: ',', quote: "'" })
    expect(guessDialect('name\nRussia\nEgypt\n').delimiter).toBe(',')
  })
})

describe('a workbook', () => {
  const rows = [
    ['Name', 'Founded', 'Value', 'Yes'],
    ['قاعدة حميميم', new Date('2015-09-30T00:00:00Z'), '007', true],
    ['=cmd|calc', null, 12.5, false]
  ]

  it('is read with its dates, numbers and texts, and empty cells at the ends of rows', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Hidden', rows: [['no']], hidden: true },
        { name: 'Data', rows },
        { name: 'More', rows: [['x']] }
      ]
    })
    const file = await read(bytes)
    expect(file.workbook).toEqual({ sheets: ['Hidden', 'Data', 'More'], sheet: 'Data' })
    expect(file.rows).toEqual([
      { line: 1, cells: ['Name', 'Founded', 'Value', 'Yes'] },
      { line: 2, cells: ['قاعدة حميميم', '2015-09-30', '007', 'true'] },
      { line: 3, cells: ['=cmd|calc', '', '12.5', 'false'] }
    ])
    expect((await read(bytes, { sheet: 'More' })).rows).toEqual([{ line: 1, cells: ['x'] }])
  })

  it('has a formula as its value, and merged cells each with what the first holds', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'A & B',
          rows: [
            ['From', 'To'],
            ['Russia', 'x'],
            [null, 'y'],
            [null, 'z']
          ],
          merges: [{ startRow: 1, startCol: 0, endRow: 3, endCol: 0 }],
          cells: new Map([['1,1', { value: 42, formula: '6*7', formulaResult: 42 }]])
        }
      ]
    })
    expect(await cells(bytes)).toEqual([
      ['From', 'To'],
      ['Russia', '42'],
      ['Russia', 'y'],
      ['Russia', 'z']
    ])
  })

  it('that unpacks to more than can be taken is refused before it is unpacked', async () => {
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'A', rows }] }))
    const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    bytes.writeUInt32LE(4_000_000_000, at + 24)
    await expect(read(bytes)).rejects.toThrow('512 MiB unpacked')
  })

  it('that lies about its size, is cut short or has bytes changed is told, and takes no time', async () => {
    const whole = Buffer.from(await writeXlsx({ sheets: [{ name: 'A', rows }] }))
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
        const bytes = Buffer.from(isCut ? whole.subarray(0, at) : whole)
        if (!isCut) bytes[at] = byte
        await read(bytes).catch((error: Error) => expect(error.message).toMatch(/^“t\.csv” was not read\. .*\.$/s))
      }),
      { numRuns: 150 }
    )
  })

  it('of an old kind or with a password is named as such', async () => {
    await expect(read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).rejects.toThrow('Save it as .xlsx')
  })
})

it('guessEncoding looks at no more than it is given, whatever the bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(ENCODINGS).toContain(await guessEncoding(bytes))
    }),
    { numRuns: 200 }
  )
})
