import type { Scene } from '../figure/scene'
import type { Graph } from '../graph/graph'
import type { ParsedFile } from './entente/parse'

// The table of formats. File dialogs, the export dialog and the command line read it: a new format is one file and one
// row. Readers and writers are loaded when they are first used, so that who only needs the names stays small.

interface Names {
  /** How the command line and the window name it to each other. */
  readonly id: string
  /** What file dialogs call it. */
  readonly label: string
  /** What it is called where there is little room. */
  readonly short: string
  /** Endings of its files, without the first dot; the first is the one that new files get. */
  readonly extensions: readonly [string, ...string[]]
  /** What of a graph or figure it cannot hold, in a sentence; absent where it holds everything. */
  readonly loss?: string
}

/** A format that holds a graph. */
export interface GraphFormat extends Names {
  readonly holds: 'graph'
  /** The graph in a text, or what is wrong with it. */
  readonly read?: () => Promise<(text: string) => ParsedFile>
  /** The text of a graph, in pieces. */
  readonly write?: () => Promise<(graph: Graph) => Iterable<string>>
}

/** A format that holds the figure of a view. */
export interface FigureFormat extends Names {
  readonly holds: 'figure'
  /** Whether what is written is a drawing that still has to be made a picture of pixels. */
  readonly pixels: boolean
  readonly write: () => Promise<(scene: Scene) => string>
}

const svg = () => import('../figure/svg').then(({ sceneToSvg }) => sceneToSvg)

/** The format that graphs are kept in. */
export const OWN_FORMAT = 'entente'

/** The formats of graphs, our own first. */
export const GRAPH_FORMATS: readonly GraphFormat[] = [
  {
    id: OWN_FORMAT,
    label: 'Entente graph',
    short: 'Entente',
    extensions: ['entente.json', 'json'],
    holds: 'graph',
    read: () =>
      import('./entente/parse').then(
        ({ parseGraph }) =>
          (text) =>
            parseGraph(text)
      ),
    write: () => import('./entente/serialise').then(({ piecesOf }) => piecesOf)
  }
]

/** The formats of figures. */
export const FIGURE_FORMATS: readonly FigureFormat[] = [
  {
    id: 'svg',
    label: 'Drawing (SVG)',
    short: 'SVG',
    extensions: ['svg'],
    holds: 'figure',
    pixels: false,
    write: svg
  },
  {
    id: 'png',
    label: 'Picture (PNG)',
    short: 'PNG',
    extensions: ['png'],
    holds: 'figure',
    pixels: true,
    write: svg,
    loss: 'Names and sources are pixels: they can be neither searched nor copied.'
  }
]

/** The format that a figure is saved in unless another is chosen. */
export const DEFAULT_FIGURE_FORMAT = 'png'

/** The format of that id. */
export const figureFormat = (id: string): FigureFormat | undefined => FIGURE_FORMATS.find((format) => format.id === id)

/** The format that a file's name asks for by its ending; undefined where none fits or there is nothing before it. */
export const figureFormatOf = (path: string): FigureFormat | undefined =>
  FIGURE_FORMATS.find(({ extensions }) => hasExtension(path, extensions))

/** Whether a file's name ends in one of these, with something before it; case aside. */
function hasExtension(path: string, extensions: readonly string[]): boolean {
  const name = path.replace(/^.*[/\\]/s, '').toLowerCase()
  return extensions.some((extension) => name.length > extension.length + 1 && name.endsWith(`.${extension}`))
}

/** Figure formats with this one first, as a dialog offers them. */
export const figureFormatsFrom = (first: string): readonly FigureFormat[] => [
  ...FIGURE_FORMATS.filter(({ id }) => id === first),
  ...FIGURE_FORMATS.filter(({ id }) => id !== first)
]

/** A format's endings, each as a line of a save dialog: the first by the format's name, the others by their own. */
export const targetsOf = ({
  label,
  extensions
}: Names): readonly { readonly label: string; readonly extension: string }[] =>
  extensions.map((extension, at) => ({ label: at === 0 ? label : extension.toUpperCase(), extension }))
