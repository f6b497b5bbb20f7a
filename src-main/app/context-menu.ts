import { type BrowserWindow, Menu } from 'electron'

/** The system's menu on a right click on text. Elsewhere the page shows its own menu or none. */
export function showTextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && selectionText.trim() === '') return
    const menu = Menu.buildFromTemplate([
      { role: 'cut', visible: isEditable, enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', visible: isEditable, enabled: editFlags.canPaste },
      { role: 'selectAll', visible: isEditable, enabled: editFlags.canSelectAll }
    ])
    menu.popup({ window })
  })
}
