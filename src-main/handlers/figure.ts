import { basename, dirname } from 'node:path'
import type { FigureRequest } from '@core/contract/contract'
import { figureFormat, figureFormatOf, figureFormatsFrom, targetsOf } from '@core/formats/formats'
import { quote } from '@core/text/quote'
import { shownPath } from '@core/text/shown-path'
import type { Wanted } from '../figure/figure-thread'
import type { Studio } from '../figure/studio'
import type { Handlers } from '../ipc/router'
import type { GraphSession } from '../session/graph-session'
import { whyNot } from '../stores/error-messages'
import type { FileSystem } from '../stores/file-system'
import { replaceFile } from '../stores/replace-file'
import type { Dialogs } from './desktop'

type Figures = Extract<keyof Handlers, `figure:${string}`>

/** Drawing, saving and copying figures of the open graph. */
export function figureHandlers(
  session: GraphSession,
  studio: Studio,
  fs: FileSystem,
  desktop: Dialogs
): Pick<Handlers, Figures> {
  const draw = ({ handle, view, options }: FigureRequest, wanted: Wanted) =>
    studio.draw(session.graph(handle), view, options, wanted)

  return {
    async 'figure:draw'({ room, ...request }) {
      const { bytes, ...sizes } = await draw(request, { as: 'preview', room })
      return { picture: Buffer.from(bytes).toString('base64'), ...sizes }
    },
    async 'figure:save'({ format, ...request }) {
      const wanted = figureFormat(format)
      if (!wanted) return { outcome: 'failed', message: `A figure cannot be saved as ${quote(format)}.` }
      const path = await desktop.chooseTarget({
        title: 'Save the figure',
        name: `${figureName(request, session.name(request.handle))}.${wanted.extensions[0]}`,
        formats: figureFormatsFrom(format).flatMap(targetsOf),
        beside: session.path
      })
      if (path === undefined) return { outcome: 'cancelled' }
      let bytes: Buffer
      try {
        const { id } = figureFormatOf(path) ?? wanted
        bytes = Buffer.from((await draw(request, { as: 'file', format: id })).bytes)
      } catch (error) {
        return { outcome: 'failed', message: messageOf(error) }
      }
      try {
        const target = await fs.resolve(path).catch(() => path)
        await replaceFile(fs, target, bytes, { like: await fs.facts(target).catch(() => undefined) })
      } catch (error) {
        const { why, todo } = whyNot(error)
        const message = `“${shownPath(basename(path))}” could not be saved in ${shownPath(dirname(path))}: ${why}. ${todo}`
        return { outcome: 'failed', message }
      }
      return { outcome: 'saved', name: shownPath(basename(path)), bytes: bytes.length }
    },
    async 'figure:copy'(request) {
      try {
        await desktop.copyPicture((await draw(request, { as: 'file', format: 'png' })).bytes)
        return {}
      } catch (error) {
        return { message: messageOf(error) }
      }
    }
  }
}

/** figurePng rejects with a sentence for the user. */
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** A file name from the figure's title, else from the graph's name, with characters that any file system allows. */
function figureName({ options, view }: FigureRequest, graphName: string): string {
  const words = options.title ?? view.title ?? graphName.replace(/(\.entente)?\.json$/i, '')
  const safe = words.replace(/[\p{C}\s\\/:*?"<>|]+/gu, ' ').trim()
  return (
    safe
      .slice(0, 80)
      .trim()
      .replace(/^\.+|\.+$/g, '') || 'figure'
  )
}
