import electron, { type NativeImage, nativeImage } from 'electron'

/** The clipboard as Electron had it before it took the form of the web's. */
interface EarlierClipboard {
  writeImage(image: NativeImage): void
}

/** Puts a PNG on the clipboard, on every Electron that we run on. */
export async function copyPicture(png: Uint8Array): Promise<void> {
  const { clipboard } = electron
  if (isEarlier(clipboard)) clipboard.writeImage(nativeImage.createFromBuffer(Buffer.from(png)))
  else {
    const picture = new Blob([new Uint8Array(png)], { type: 'image/png' })
    await clipboard.write([new electron.ClipboardItem({ 'image/png': picture })])
  }
}

const isEarlier = (clipboard: object): clipboard is EarlierClipboard => 'writeImage' in clipboard
