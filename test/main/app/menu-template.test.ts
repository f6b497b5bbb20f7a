import { menuTemplate } from '@main/app/menu-template'
import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'

const MENUS = [
  {
    label: 'File',
    items: [{ id: 'open', label: 'Open…', accelerator: 'CmdOrCtrl+O' }, {}, { id: 'recent', label: 'R&D.json' }]
  },
  { label: 'Edit', items: [{ id: 'undo', label: 'Undo', enabled: false }] },
  { label: 'View', items: [{ id: 'sidebar', label: 'Show the left panel', checked: true, accelerator: 'Plus' }] }
]

const lines = (bar: MenuItemConstructorOptions[], label: string) =>
  bar.find((menu) => menu.label === label)?.submenu as MenuItemConstructorOptions[]

test('a line runs its action, by its id', () => {
  const ran: string[] = []
  const [open] = lines(
    menuTemplate(MENUS, (id) => ran.push(id), { mac: false }),
    'File'
  )
  const click = open?.click as (() => void) | undefined
  click?.()
  expect(ran).toEqual(['open'])
})

test('keys are shown and not registered, so that one press does not do a thing twice', () => {
  const bar = menuTemplate(MENUS, () => {}, { mac: false })
  const all = MENUS.flatMap(({ label }) => lines(bar, label)).filter(({ accelerator }) => accelerator)
  expect(all.map(({ accelerator }) => accelerator)).toEqual(['CmdOrCtrl+O', 'Plus'])
  expect(all.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true)
})

test('what Electron would not take as keys is left out, not the menu', () => {
  const odd = [{ label: 'File', items: [{ id: 'x', label: 'X', accelerator: 'Ctrl+ى' }] }]
  expect(
    lines(
      menuTemplate(odd, () => {}, { mac: false }),
      'File'
    )[0]
  ).not.toHaveProperty('accelerator')
})

test('separators, ticks, what cannot be done now, and ampersands', () => {
  const bar = menuTemplate(MENUS, () => {}, { mac: false })
  expect(lines(bar, 'File')[1]).toEqual({ type: 'separator' })
  expect(lines(bar, 'File')[2]).toMatchObject({ label: 'R&&D.json' })
  expect(lines(bar, 'Edit')[0]).toMatchObject({ enabled: false })
  expect(lines(bar, 'View')[0]).toMatchObject({ type: 'checkbox', checked: true })
})

test('Edit ends with what the system does with text', () => {
  const roles = lines(
    menuTemplate(MENUS, () => {}, { mac: false }),
    'Edit'
  ).map(({ role }) => role)
  expect(roles.slice(-3)).toEqual(['cut', 'copy', 'paste'])
})

test('a Mac has its own first menu', () => {
  expect(menuTemplate(MENUS, () => {}, { mac: true })[0]).toEqual({ role: 'appMenu' })
})

test('leaves bare letters out of the menu of a Mac, where they could no longer be typed', () => {
  const menus = [
    {
      label: 'Edit',
      items: [
        { id: 'add', label: 'Add', accelerator: 'N' },
        { id: 'find', label: 'Find', accelerator: 'CmdOrCtrl+K' }
      ]
    }
  ]
  const keys = (mac: boolean) =>
    menuTemplate(menus, () => {}, { mac })
      .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
      .flatMap(({ accelerator }) => accelerator ?? [])
  expect(keys(true)).toEqual(['CmdOrCtrl+K'])
  expect(keys(false)).toEqual(['N', 'CmdOrCtrl+K'])
})
