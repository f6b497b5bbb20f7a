import type { Theme } from '@core/contract/contract'
import type { Menu } from '@core/contract/menus'

/** The desktop's services: dialogs, clipboard, browser, menu bar and window frame. */
export interface Desktop {
  /** Asks which graph, or table, to open; undefined when the user cancels. */
  chooseFile(what?: 'graph' | 'table'): Promise<string | undefined>
  /** Asks where to save. Adds the extension if the path has none of the formats'. */
  chooseTarget(request: TargetRequest): Promise<string | undefined>
  copyPicture(png: Uint8Array): Promise<void>
  /** Opens an https address in the user's browser. False where it refuses the address. */
  openExternal(url: string): Promise<boolean>
  setTheme(theme: Theme): void
  setMenus(menus: readonly Menu[]): void
  control(action: 'minimise' | 'maximise' | 'close'): void
  /** How many changes closing the window would lose. */
  setUnsaved(changes: number): void
}

/** The services that the graph worker needs. */
export type Dialogs = Pick<Desktop, 'chooseFile' | 'chooseTarget' | 'copyPicture'>

export interface TargetRequest {
  readonly title: string
  /** File name with extension. */
  readonly name: string
  /** Formats to choose from, the requested one first. */
  readonly formats: readonly { readonly label: string; readonly extension: string }[]
  /** A file in whose folder the dialog starts. */
  readonly beside?: string | undefined
}
