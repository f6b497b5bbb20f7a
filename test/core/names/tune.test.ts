import { readingsOf } from '@core/names/readings'
import { it } from 'vitest'
import { figuresOf } from './figures'

it('x', () => {
  for (const t of (process.env.T ?? 'a,b').split(','))
    console.log(t, JSON.stringify(figuresOf(`pairs-${t}.tsv`), null, 1))
  for (const n of (process.env.N ?? '').split(','))
    if (n)
      console.log(
        n,
        JSON.stringify(readingsOf(n), (k, v) =>
          k === 'said' ? v.map((x: { script: string; units: [] }) => x.script + x.units.length) : v
        )
      )
})
