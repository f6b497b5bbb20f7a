import { FigureOptions } from '@core/figure/figure-options'
import type { View } from '@core/records/records'
import { exportCommand } from '@renderer/features/export/command-line'
import { expect, it } from 'vitest'

const view: View = { kind: 'view', id: 'v-1', name: 'Bases after Assad', asOf: '2024-12-30', positions: [] }
const command = (options: Partial<FigureOptions> = {}, more: Partial<View> = {}, file = 'syria.entente.json') =>
  exportCommand(file, { ...view, ...more }, 'png', FigureOptions.parse({ asOf: '2024-12-30', ...options })).join(' ')

it('names file, view, width and what is shown', () => {
  expect(command()).toBe(
    'entente export syria.entente.json --out bases-after-assad.png --view "Bases after Assad" --width 1600 --legend --sources'
  )
})

it('says only what differs from what the command does by itself', () => {
  const said = command({ theme: 'dark', title: 'Two bases', asOf: '2025', legend: false, sources: false })
  expect(said).toBe(
    'entente export syria.entente.json --out two-bases.png --view "Bases after Assad" --width 1600 --theme dark --as-of 2025 --title "Two bases"'
  )
})

it('quotes what a shell would read', () => {
  expect(command({}, { name: 'a "$HOME" of its own' }, "it's.json")).toContain(
    `entente export "it's.json" --out a-home-of-its-own.png --view 'a "$HOME" of its own'`
  )
  expect(command({}, { name: "`rm` isn't $1" })).toContain(`--view '\`rm\` isn'\\''t $1'`)
})

it('keeps a value that begins with a dash a value', () => {
  expect(command({ title: '-5 degrees' })).toContain('--title="-5 degrees"')
})

it('has no width for a drawing', () => {
  expect(exportCommand('a.json', view, 'svg', FigureOptions.parse({ asOf: '2024-12-30' })).join(' ')).toBe(
    'entente export a.json --out bases-after-assad.svg --view "Bases after Assad" --legend --sources'
  )
})
