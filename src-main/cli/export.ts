import { basename } from 'node:path'
import { FigureOptions } from '@core/figure/figure-options'
import { FIGURE_FORMATS, type FigureFormat, figureFormatOf } from '@core/formats/formats'
import type { Graph } from '@core/graph/graph'
import type { View } from '@core/records/records'
import { MAX_NAME } from '@core/records/text'
import { plain } from '@core/text/quote'
import { shownPath } from '@core/text/shown-path'
import { farPlacesNotice } from '@core/view/bounded-places'
import { defaultView, findView, viewsOf } from '@core/view/shown'
import { viewDate } from '@core/view/view-date'
import { codeOf, whyNot } from '../stores/error-messages'
import { disk } from '../stores/file-system'
import { replaceFile } from '../stores/replace-file'
import { type Args, type Command, CommandError, textOf, UsageError } from './command'
import { DATE_OPTIONS, DATE_USAGE, datesOf } from './dates'
import { openGraph } from './graph-file'

const ENDINGS = FIGURE_FORMATS.map(({ extensions: [extension] }) => extension)
const endings = ENDINGS.map((ending) => `.${ending}`).join(' or ')
const FILES = ENDINGS.map((ending) => `FILE.${ending}`)

/** `entente export FILE`: the figure that the window would save of a view, byte for byte. */
export const exportCommand: Command = {
  name: 'export',
  usage: `export FILE --out ${FILES.join('|')} [--view NAME] ${DATE_USAGE} [--width PX] [--theme light|dark|transparent] [--legend] [--sources] [--dates] [--title TEXT]`,
  summary: 'Draw a view as a figure',
  options: {
    out: { type: 'string', value: 'FILE', help: `where to write it; the ending, ${endings}, decides what` },
    view: { type: 'string', value: 'NAME', help: 'name or id of the view; the first one unless told' },
    ...DATE_OPTIONS,
    width: { type: 'string', value: 'PX', help: 'width of a PNG in pixels, 200 to 12000; 1600 unless told' },
    theme: { type: 'string', value: 'THEME', help: 'light (default), dark or transparent' },
    legend: { type: 'boolean', help: 'say what the shapes and marks mean' },
    sources: { type: 'boolean', help: 'number the relations and list them with their sources' },
    dates: { type: 'boolean', help: 'write the dates of relations on their lines; as the view has it unless told' },
    title: { type: 'string', value: 'TEXT', help: 'the title; the view’s own unless told, none if empty' }
  },
  async run(args, io) {
    const [path, ...more] = args.positionals
    if (path === undefined) throw new UsageError('Name the file to read.')
    if (more.length > 0) throw new UsageError('Name one file only.')
    const { out, format } = outOf(args)
    const options = optionsOf(args)
    const graph = await openGraph(path, io)
    const view = viewOf(graph, args)
    const far = farPlacesNotice([view])
    if (far) io.warn(far)
    // Fonts and rasteriser are only loaded by the command that needs them.
    const { drawFigure, figureFile } = await import('../figure/figure')
    const figure = drawFigure(graph, view, withDate(options, view, args))
    for (const note of figure.notes) io.warn(plain(note, 1000))
    await save(out, await figureFile(figure, format, options))
    return 0
  }
}

function outOf(args: Args): { readonly out: string; readonly format: FigureFormat } {
  const out = textOf(args, 'out')
  if (out === undefined)
    throw new UsageError(`Say where to write the figure: ${FILES.map((file) => `--out ${file}`).join(' or ')}.`)
  const format = figureFormatOf(out)
  if (!format) throw new UsageError(`--out: “${shownPath(basename(out))}” does not end in ${endings}.`)
  return { out, format }
}

function optionsOf(args: Args): FigureOptions {
  const width = textOf(args, 'width')
  const theme = textOf(args, 'theme')
  const title = textOf(args, 'title')
  const { shape } = FigureOptions
  if (width !== undefined && !(/^\d+$/.test(width) && shape.width.safeParse(Number(width)).success))
    throw new UsageError(`--width: “${plain(width)}” is no whole number from 200 to 12000.`)
  if (!shape.theme.safeParse(theme).success)
    throw new UsageError(`--theme: there is no such theme. Write light, dark or transparent.`)
  if (!shape.title.safeParse(title).success) throw new UsageError(`--title: longer than ${MAX_NAME} characters.`)
  return FigureOptions.parse({
    ...(width !== undefined && { width: Number(width) }),
    ...(theme !== undefined && { theme }),
    ...(title !== undefined && { title }),
    ...datesOf(args),
    legend: args.values.legend === true,
    sources: args.values.sources === true,
    ...(args.values.dates === true && { dates: true })
  })
}

/** A clock given without a date is meant for the date that the view has. */
function withDate(options: FigureOptions, view: View, args: Args): FigureOptions {
  const { asOf } = viewDate(view)
  if (options.asOf !== undefined || asOf === undefined) return options
  return { ...options, asOf, clock: textOf(args, 'clock') ? options.clock : (view.clock ?? 'world') }
}

function viewOf(graph: Graph, args: Args): View {
  const name = textOf(args, 'view')
  if (name === undefined) return defaultView(graph)
  const view = findView(graph, name)
  if (view) return view
  const names = viewsOf(graph).map((each) => `“${plain(each.name)}”`)
  const choice = names.length === 0 ? 'It has none.' : `It has ${names.join(', ')}.`
  throw new UsageError(`--view: the file has no view “${plain(name)}”. ${choice}`)
}

const NO_FOLDER = { why: 'its folder is not there', todo: 'Make the folder, or name another one.' }

async function save(path: string, bytes: Buffer): Promise<void> {
  try {
    const target = await disk.resolve(path).catch(() => path)
    const facts = await disk.facts(target).catch(() => undefined)
    if (facts && facts.kind !== 'file') throw new CommandError(`${shownPath(path)}: is not a file. Name another one.`)
    await replaceFile(disk, target, bytes, { like: facts })
  } catch (error) {
    if (error instanceof CommandError) throw error
    const { why, todo } = codeOf(error) === 'ENOENT' ? NO_FOLDER : whyNot(error)
    throw new CommandError(`${shownPath(path)}: cannot be written: ${why}. ${todo}`)
  }
}
