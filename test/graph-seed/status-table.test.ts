import { readFileSync } from 'node:fs'
import { evidence } from '@core/evidence/evidence'
import { parseGraph } from '@core/formats/entente/parse'
import { describe, expect, it } from 'vitest'

// What an analyst says of 25 relations of the seed, at four dates and on three clocks, read by hand from the claims and the rules.

const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const reading = parseGraph(file('../../graph-seed/syria-2024.entente.json'))
if (!('graph' in reading)) throw new Error('The seed cannot be read.')
const { graph } = reading

const rows = file('status-table.tsv')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('relation\t'))
  .map((line) => line.split('\t'))

const known = { world: {}, published: { clock: 'published' }, recorded: { clock: 'recorded' } } as const

describe('the status of the relations of the seed', () => {
  it('is asked of 25 relations, at four dates and on three clocks', () => {
    expect(new Set(rows.map(([id]) => id)).size).toBe(25)
    expect(rows).toHaveLength(25 * 4 * 3)
  })

  it.each(['2024-12-01', '2024-12-09', '2024-12-15', '2024-12-30'])('is what an analyst says at %s', (date) => {
    const at = rows.filter(([, asOf]) => asOf === date)
    expect(at).toHaveLength(75)
    const found = at.map(([id = '', asOf = '', clock = '']) => {
      const { status } = evidence(graph, id, { asOf, ...known[clock as keyof typeof known] })
      return [id, asOf, clock, status].join('\t')
    })
    expect(found).toEqual(at.map((row) => row.slice(0, 4).join('\t')))
  })
})
