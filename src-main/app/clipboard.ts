import electron, { type NativeImage, nativeImage } from 'electron'

/** The clipboard of older Electron versions, before it followed the web's API. */
interface EarlierClipboard {
  writeImage(image: NativeImage): void
}

/** Puts a PNG on the clipboard, with any Electron that we support. */
export async function copyPicture(png: Uint8Array): Promise<void> {
  const { clipboard } = electron
  if (isEarlier(clipboard)) clipboard.writeImage(nativeImage.createFromBuffer(Buffer.from(png)))
  else {
    const picture = new Blob([new Uint8Array(png)], { type: 'image/png' })
    await clipboard.write([new electron.ClipboardItem({ 'image/png': picture })])
  }
}

const isEarlier = (clipboard: object): clipboard is EarlierClipboard => 'writeImage' in clipboard
