import type { Menu } from '@core/contract/menus'
import type { MenuItemConstructorOptions } from 'electron'

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

/** The system's own commands for text fields. */
const TEXT: readonly MenuItemConstructorOptions[] = [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }]

/** The menu bar until the window sends its own. */
export const FIRST_MENUS: readonly Menu[] = [
  { label: 'File', items: [] },
  { label: 'Edit', items: [] }
]

/**
 * The menu bar for Electron. The window listens for the keys itself, so that they are shown here and not registered:
 * otherwise one press would run its action twice.
 */
export function menuTemplate(
  menus: readonly Menu[],
  run: (id: string) => void,
  { mac }: { readonly mac: boolean }
): MenuItemConstructorOptions[] {
  const bar = menus.map(({ label, items }) => {
    const lines = items.map((item) => line(item, run, mac))
    return { label, submenu: label === 'Edit' ? [...lines, ...(lines.length > 0 ? [SEPARATOR] : []), ...TEXT] : lines }
  })
  return mac ? [{ role: 'appMenu' }, ...bar, { role: 'windowMenu' }] : bar
}

function line(
  { id, label = '', accelerator, enabled, checked }: Menu['items'][number],
  run: (id: string) => void,
  mac: boolean
): MenuItemConstructorOptions {
  if (id === undefined) return SEPARATOR
  // macOS takes every key in its menu for itself: a bare letter could no longer be typed into a field.
  const isShown = accelerator && ELECTRON_KEY.test(accelerator) && (!mac || accelerator.includes('+'))
  return {
    id,
    // In a menu an ampersand marks the access key; our labels mean a plain ampersand.
    label: label.replaceAll('&', '&&'),
    ...(isShown && { accelerator, registerAccelerator: false }),
    ...(enabled !== undefined && { enabled }),
    ...(checked !== undefined && { type: 'checkbox' as const, checked }),
    click: () => run(id)
  }
}

/** Matches what Electron accepts as an accelerator. On anything else it throws, and the whole menu is lost. */
const ELECTRON_KEY =
  /^(?:(?:CmdOrCtrl|CommandOrControl|Command|Cmd|Control|Ctrl|Alt|Option|Shift|Super|Meta)\+)*(?:[\x21-\x7e]|F\d{1,2}|Plus|Space|Tab|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc)$/
