import type { Menu } from '@core/contract/menus'
import type { App } from '../state/app.svelte'
import { SECTIONS } from './action'
import { ACTIONS, canRun, labelOf, recentId } from './actions'

type Line = Menu['items'][number]
type Recent = { readonly handle: string; readonly name: string; readonly folder: string }

/** The menu bar as the table of actions makes it now; behind an open dialog nothing in it can be chosen. */
export function menus(app: App, recent: readonly Recent[]): Menu[] {
  const behindDialog = app.dialogs.open !== undefined
  const titles = [...new Set(SECTIONS.map(({ menu }) => menu))]
  return titles.map((label) => {
    const sections = SECTIONS.filter(({ menu }) => menu === label).map(({ id }) => linesOf(id))
    return {
      label,
      items: sections.filter((lines) => lines.length > 0).flatMap((lines, at) => [...(at ? [{}] : []), ...lines])
    }
  })

  function linesOf(section: (typeof SECTIONS)[number]['id']): Line[] {
    const lines = ACTIONS.filter((action) => action.section === section).map((action) => ({
      id: action.id,
      label: labelOf(action, app),
      ...(action.keys?.[0] && { accelerator: action.keys[0] }),
      enabled: !behindDialog && canRun(action, app),
      ...(action.checked && { checked: action.checked(app) })
    }))
    if (section !== 'file') return lines
    return [
      ...lines,
      ...recent.map((file) => ({ id: recentId(file.handle), label: recentLabel(file), enabled: !behindDialog }))
    ]
  }
}

export const recentLabel = ({ name, folder }: Recent): string => `Open again: ${name} (${folder})`

/** Sends the menu to main whenever it would look different. Call while a component is set up. */
export function keepMenuUpToDate(app: App) {
  let recent = $state.raw<readonly Recent[]>([])
  let sent = ''
  $effect(() => {
    void app.doc.handle
    void app.client.request('graph:recent', {}).then((files) => {
      recent = files
    })
  })
  $effect(() => {
    const now = menus(app, recent)
    const text = JSON.stringify(now)
    if (text === sent) return
    sent = text
    void app.client.request('menu:set', { menus: now })
  })
}
