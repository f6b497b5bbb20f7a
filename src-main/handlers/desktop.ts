import type { Menu, Theme } from '@core/contract/contract'

/** What the desktop does for us: its dialogs, clipboard, browser, menu bar and window frame. */
export interface Desktop {
  /** Asks which graph to open; undefined when the user closed the dialog. */
  chooseFile(): Promise<string | undefined>
  /** Asks where to write; the path gets the extension if it has none of those that fit. */
  chooseTarget(request: TargetRequest): Promise<string | undefined>
  copyPicture(png: Uint8Array): Promise<void>
  /** Opens an https address in the user's browser; answers whether it did. */
  openExternal(url: string): Promise<boolean>
  setTheme(theme: Theme): void
  setMenus(menus: readonly Menu[]): void
  control(action: 'minimise' | 'maximise' | 'close'): void
  /** How many changes closing the window would lose. */
  setUnsaved(changes: number): void
}

/** What those need of it that work on graphs. */
export type Dialogs = Pick<Desktop, 'chooseFile' | 'chooseTarget' | 'copyPicture'>

export interface TargetRequest {
  readonly title: string
  /** File name with extension. */
  readonly name: string
  /** Formats to choose from, the first being the one that was asked for. */
  readonly formats: readonly { readonly label: string; readonly extension: string }[]
  /** A file beside which to begin. */
  readonly beside?: string | undefined
}
