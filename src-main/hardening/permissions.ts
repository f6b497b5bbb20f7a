import type { Session } from 'electron'

/** Camera, microphone, location, notifications, devices, clipboard and all others: nothing in a graph needs them. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** Files are written by main where the user chose to, never by the page. */
export function denyDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault())
}
