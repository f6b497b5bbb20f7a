import { basename, dirname } from 'node:path'
import type { FigureRequest } from '@core/contract/contract'
import { figureFormat, figureFormatOf, figureFormatsFrom, targetsOf } from '@core/formats/formats'
import { quote } from '@core/text/quote'
import { drawFigure, figureFile, figurePng, pngHeight, previewPng } from '../figure/figure'
import type { Handlers } from '../ipc/router'
import type { GraphSession } from '../session/graph-session'
import { whyNot } from '../stores/error-messages'
import type { FileSystem } from '../stores/file-system'
import { replaceFile } from '../stores/replace-file'
import type { Dialogs } from './desktop'

type Figures = Extract<keyof Handlers, `figure:${string}`>

/** Drawing, saving and copying figures of the open graph. */
export function figureHandlers(session: GraphSession, fs: FileSystem, desktop: Dialogs): Pick<Handlers, Figures> {
  const draw = ({ handle, view, options }: FigureRequest) => drawFigure(session.graph(handle), view, options)

  return {
    async 'figure:draw'({ room, ...request }) {
      const figure = draw(request)
      const { width, height, notes } = figure
      const picture = (await previewPng(figure, room)).toString('base64')
      const sizes = { pngHeight: pngHeight(figure, request.options), svgBytes: Buffer.byteLength(figure.svg) }
      return { picture, width, height, ...sizes, notes }
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
      const figure = draw(request)
      let bytes: Buffer
      try {
        bytes = await figureFile(figure, figureFormatOf(path) ?? wanted, request.options)
      } catch (error) {
        return { outcome: 'failed', message: messageOf(error) }
      }
      try {
        const target = await fs.resolve(path).catch(() => path)
        await replaceFile(fs, target, bytes, { like: await fs.facts(target).catch(() => undefined) })
      } catch (error) {
        const { why, todo } = whyNot(error)
        const message = `“${basename(path)}” could not be saved in ${dirname(path)}: ${why}. ${todo}`
        return { outcome: 'failed', message }
      }
      return { outcome: 'saved', name: basename(path), bytes: bytes.length }
    },
    async 'figure:copy'(request) {
      try {
        await desktop.copyPicture(await figurePng(draw(request), request.options))
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
