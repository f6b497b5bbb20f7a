import { readFileSync } from 'node:fs'
import { PALETTES } from '@core/drawing/palette'
import { SIDEBAR_BESIDE, WORDS_FROM } from '@renderer/ui/panes'
import { expect, it } from 'vitest'

const css = (path: string) => readFileSync(`src-renderer/${path}`, 'utf8')

/** The custom properties of a rule of app.css, by name. */
function properties(selector: string): ReadonlyMap<string, string> {
  const sheet = css('app.css')
  const start = sheet.indexOf(`${selector} {`)
  const rule = sheet.slice(start, sheet.indexOf('\n}', start))
  return new Map([...rule.matchAll(/^ {2}(--[\w-]+): (.*);$/gm)].map(([, name = '', value = '']) => [name, value]))
}

it.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"]
] as const)('the %s window has the colours of a drawing', (theme, selector) => {
  const page = properties(selector)
  const palette = PALETTES[theme]
  const drawn = {
    '--canvas': palette.canvas,
    '--ink': palette.ink,
    '--ink-2': palette.ink2,
    '--ink-3': palette.ink3,
    '--line': palette.line,
    '--line-strong': palette.lineStrong,
    '--accent': palette.accent,
    '--accent-ink': palette.accentInk,
    '--accent-soft': palette.accentSoft,
    '--supports': palette.supports,
    '--denies': palette.denies,
    '--uncertain': palette.uncertain
  }
  const inPage = Object.keys(drawn).map((name) => [name, page.get(name)?.toUpperCase()])
  expect(Object.fromEntries(inPage)).toEqual(drawn)
})

// A media query can read no variable.
it.each([
  ['features/status-bar/SaveState.svelte', WORDS_FROM],
  ['features/focus-pill/FocusPill.svelte', SIDEBAR_BESIDE]
])('%s gives way where the window does', (path, width) => {
  expect(/@media \(max-width: (\d+)px\)/.exec(css(path))?.[1]).toBe(String(width - 1))
})
