import { z } from 'zod'
import { Change } from '../change/change'
import { FigureOptions } from '../figure/figure-options'
import { Id } from '../records/ids'
import { View } from '../records/records'
import { Problem } from '../text/problem-messages'
import { Backup, BackupChange, BackupPreview, BackupRequest, CopyResult, RecoverableVersion } from './backups'
import { BEGINNING_CHANNELS, NewGraph } from './beginning'
import { COMPARING_CHANNELS } from './comparing'
import { ConflictKey, OpenConflict } from './conflicts'
import { Handle } from './handle'
import { HOSTED_CHANNELS, HOSTED_EVENTS, PasswordNeeded, StorageStatus } from './hosted'
import { ChangePart, ImportPreview, ImportRequest, PartAhead } from './importing'
import { Menu } from './menus'
import { NEO4J_CHANNELS, NEO4J_EVENTS } from './neo4j'
import { Merged } from './remote-changes'
import { TABLE_CHANNELS } from './tables'

// The whole protocol between the window and the main process. A channel is here or it does not exist; both sides take
// their types from it and check what arrives. What crosses is JSON text, so that no object of one world reaches the other.

/** The id of a reading: a graph at one moment, kept until the window has read it. */
const Reading = z.string().regex(/^[a-z0-9-]{1,64}$/)

const Count = z.int().min(0)

/** What was looked at last in a graph: a view by id, and, where the camera was moved, its zoom (1 is 100 %) and the point in its middle, px at 100 %. */
export const LastSeen = z.object({
  view: Id,
  camera: z.object({ zoom: z.number().min(0.01).max(100), x: z.number(), y: z.number() }).optional()
})

/**
 * An open graph. The window reads its records part by part (`graph:read`), so that a large one is never whole in
 * one message; one `reading` is the graph at one moment, whatever is committed meanwhile.
 */
export const OpenGraph = z.object({
  handle: Handle,
  /** File name without folder, or the database and where it is. */
  name: z.string(),
  title: z.string(),
  /** Unknown fields of the file's header: the JSON text of an object. */
  extra: z.string(),
  counts: z.object({ entities: Count, relations: Count, claims: Count, sources: Count, records: Count }),
  reading: Reading,
  /** Why nothing can be saved here, as a message; absent when it can. */
  readOnly: z.string().optional(),
  /** Whether that may pass by itself, so that trying again is worth it. */
  mayPass: z.boolean().optional(),
  /** How many other states of the graph can be saved under another name: see graph:recoverable-versions. */
  recoverableVersions: z.int().optional(),
  /** How many conflicts wait for a decision: see graph:conflicts. */
  conflicts: z.int().optional(),
  /** The status of a hosted graph; absent for a file. */
  link: StorageStatus.optional(),
  /** The number of the last merge that the text holds: see Merged. */
  merges: z.int(),
  /** What was looked at when it was open before, if it was. */
  lastSeen: LastSeen.optional(),
  /** A message to show once, such as that this is a working copy of the seed graph. */
  notice: z.string().optional()
})

/** Nothing is saved here any more; `reason` says why, in a sentence. */
export const ReadOnly = z.object({ handle: Handle, reason: z.string() })

/** Result of a request to open something; `cancelled` when the user closed the dialog. The graph that was open stays unless `opened`. */
export const OpenResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('opened'), graph: OpenGraph }),
  z.object({ outcome: z.literal('cancelled') }),
  PasswordNeeded,
  /** The last start ended while this was being opened, so that it is not opened unasked; `hasCopy`: a copy without its views can be. */
  z.object({ outcome: z.literal('interrupted'), handle: Handle, name: z.string(), hasCopy: z.boolean() }),
  z.object({
    outcome: z.literal('failed'),
    name: z.string(),
    message: z.string(),
    problems: z.array(Problem),
    /** The handle for another try, where that may help. */
    again: Handle.optional()
  })
])

/** Result of a request to add another file: what it would add, and the id for requesting the change. */
const ImportResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('read'), name: z.string(), id: z.string(), preview: ImportPreview }),
  z.object({ outcome: z.literal('cancelled') }),
  z.object({ outcome: z.literal('failed'), name: z.string(), message: z.string(), problems: z.array(Problem) })
])

/**
 * Whether a change is on disk. If not, nothing of it is, and `message` says why and what to do; `final` when nothing more
 * can be saved here. `merges` is the number of the last merge (see Merged) before the change was saved or refused.
 */
const CommitResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), merges: z.int() }),
  z.object({ outcome: z.literal('refused'), message: z.string(), merges: z.int(), final: z.boolean() })
])

/** A figure to make: of the open graph, as this view shows it (the window's own view, with positions as they are now). */
export const FigureRequest = z.object({ handle: Handle, view: View, options: FigureOptions })

/** Which colours the window uses; `system` follows the desktop. */
export const Theme = z.enum(['system', 'light', 'dark'])

/** Widths of the panels beside the graph, px. The left one may be folded to `narrow`. */
export const PANEL_WIDTHS = {
  sidebar: { narrow: 48, least: 200, usual: 244, most: 320 },
  inspector: { least: 300, usual: 360, most: 480 }
} as const

/** The settings kept between starts. No defaults in the schema: setting one of them must not reset the rest. */
export const Settings = z.object({
  theme: Theme,
  sidebarWidth: z.int().min(PANEL_WIDTHS.sidebar.narrow).max(PANEL_WIDTHS.sidebar.most),
  inspectorWidth: z.int().min(PANEL_WIDTHS.inspector.least).max(PANEL_WIDTHS.inspector.most),
  sidebarOpen: z.boolean(),
  inspectorOpen: z.boolean(),
  /** Whether a start shows the start page instead of the last graph. */
  startPage: z.boolean()
})

/** The default settings. */
export const DEFAULT_SETTINGS: Readonly<z.infer<typeof Settings>> = {
  theme: 'system',
  sidebarWidth: PANEL_WIDTHS.sidebar.usual,
  inspectorWidth: PANEL_WIDTHS.inspector.usual,
  sidebarOpen: true,
  inspectorOpen: true,
  startPage: false
}

const Nothing = z.object({})

/** Channel → input and output. */
export const CHANNELS = {
  ...NEO4J_CHANNELS,
  ...HOSTED_CHANNELS,
  ...BEGINNING_CHANNELS,
  ...COMPARING_CHANNELS,
  ...TABLE_CHANNELS,
  /** The open graph; if there is none, opens the file that was asked for, else, where `usual`, the last one or the example. */
  'graph:current': { input: z.object({ usual: z.boolean().default(true) }), output: OpenResult },
  /** Shows the system's open dialog. */
  'graph:choose': { input: Nothing, output: OpenResult },
  /** Opens a recent file again. */
  'graph:open': { input: z.object({ handle: Handle }), output: OpenResult },
  /** Opens a copy of a file that has no views, made beside it. */
  'graph:open-without-views': { input: z.object({ handle: Handle }), output: OpenResult },
  /** The window has drawn the graph: from now on it may be opened unasked at the next start. */
  'graph:drawn': { input: z.object({ handle: Handle }), output: Nothing },
  /** What is looked at in it now, to be taken up when it is opened again. */
  'graph:seen': { input: z.object({ handle: Handle, seen: LastSeen }), output: Nothing },
  /** Opens the working copy of the seed graph. */
  'graph:seed': { input: Nothing, output: OpenResult },
  /**
   * A part of the records of a reading, counted from 0 and asked for in order: the JSON text of a list of records, each with
   * its `kind`, about 256 KiB long. Main has checked them. Refused once something else is open or the last part was read.
   */
  'graph:read': {
    input: z.object({ handle: Handle, reading: Reading, part: z.int().min(0) }),
    output: z.object({ records: z.string(), more: z.boolean() })
  },
  /** Stops the current opening, which then answers `cancelled`. The graph that was open stays open. */
  'graph:stop': { input: Nothing, output: Nothing },
  /** Saves a change; answers when it is durable. `parts`: how many parts of it were sent ahead. */
  'graph:commit': {
    input: z.object({ handle: Handle, change: Change, parts: z.int().min(0).default(0) }),
    output: CommitResult
  },
  /** Sends a part of a large change ahead of it, so that neither side blocks. */
  'graph:commit-part': { input: PartAhead, output: Nothing },
  /** Asks for another graph file and compares it with the open one; `graph:progress` tells how far that is, `graph:stop` ends it. */
  'graph:import': { input: z.object({ handle: Handle }), output: ImportResult },
  /** The change that adds the last file read, part by part from 0; the window applies it like any other. */
  'graph:import-change': { input: ImportRequest, output: ChangePart },
  /** Shows the save dialog and writes the open graph there, with changes that could not be saved; then that file is the open one. */
  'graph:save-as': {
    input: z.object({ handle: Handle, unsaved: z.array(Change).default([]) }),
    output: OpenResult
  },
  /** Makes a file with a graph of no records but types, and opens it. A file that is there is not replaced. */
  'graph:new': { input: NewGraph, output: OpenResult },
  /** Earlier states of the graph, newest first. */
  'graph:backups': { input: z.object({ handle: Handle }), output: z.object({ backups: z.array(Backup) }) },
  'graph:backup-preview': { input: BackupRequest, output: BackupPreview },
  'graph:backup-change': { input: BackupRequest.extend({ label: Change.shape.label }), output: BackupChange },
  /** Asks where to save, and copies the backup there. */
  'graph:backup-save': { input: BackupRequest, output: CopyResult },
  /** Other states of a graph that cannot be edited. */
  'graph:recoverable-versions': {
    input: z.object({ handle: Handle }),
    output: z.object({ recoverableVersions: z.array(RecoverableVersion) })
  },
  /** Asks where to save, and saves the version at that index. */
  'graph:recoverable-version-save': {
    input: z.object({ handle: Handle, version: z.int().min(0) }),
    output: CopyResult
  },
  /** Where both sides changed the same thing and the user has not decided yet. */
  'graph:conflicts': { input: z.object({ handle: Handle }), output: z.object({ conflicts: z.array(OpenConflict) }) },
  /** Forgets conflicts that the user has decided, durably; answers how many are left. */
  'graph:decided': {
    input: z.object({ handle: Handle, decided: z.array(ConflictKey) }),
    output: z.object({ left: z.int(), message: z.string().optional() })
  },
  /**
   * A preview of the figure: a PNG, base64 (RFC 4648), that fits a room of this many
   * pixels, or smaller where it is very long. Width and height in pixels at scale 1, `pngHeight` that of the PNG at the chosen width, and
   * `svgBytes` the size of the SVG. `notes`: sentences on labels that found no free place.
   */
  'figure:draw': {
    input: FigureRequest.extend({
      room: z.object({ width: z.int().min(1).max(8000), height: z.int().min(1).max(8000) })
    }),
    output: z.object({
      picture: z.string(),
      width: z.number(),
      height: z.number(),
      pngHeight: z.int(),
      svgBytes: z.int(),
      notes: z.array(z.string()).readonly()
    })
  },
  /** Asks where to save and writes the figure; `format` is an id of formats/formats.ts, and the extension decides. */
  'figure:save': {
    input: FigureRequest.extend({ format: z.string().max(40) }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), name: z.string(), bytes: z.int() }),
      z.object({ outcome: z.literal('cancelled') }),
      z.object({ outcome: z.literal('failed'), message: z.string() })
    ])
  },
  /** Puts the figure on the clipboard as a PNG. */
  'figure:copy': { input: FigureRequest, output: z.object({ message: z.string().optional() }) },
  'settings:get': { input: Nothing, output: Settings },
  'settings:set': { input: Settings.partial(), output: Settings },
  'menu:set': { input: z.object({ menus: z.array(Menu) }), output: Nothing },
  /** Opens a source's web page in the user's browser: https only, and only because the user clicked. */
  'shell:open-external': { input: z.object({ url: z.string().max(4000) }), output: z.object({ opened: z.boolean() }) },
  /** How many changes are unsaved: the user is asked before the window is closed with them. */
  'window:unsaved': { input: z.object({ changes: z.int().min(0) }), output: Nothing },
  /** Title bar buttons. */
  'window:control': { input: z.object({ action: z.enum(['minimise', 'maximise', 'close']) }), output: Nothing }
} as const

/** Event → payload from main to the window. */
export const EVENTS = {
  ...NEO4J_EVENTS,
  ...HOSTED_EVENTS,
  /** A menu line was chosen. */
  'action:run': z.object({ id: z.string() }),
  /** An OS open-file request, such as by a second instance; the window opens the file once no dialog is open. */
  'graph:wanted': z.object({ handle: Handle, name: z.string() }),
  'graph:merged': Merged,
  'graph:read-only': ReadOnly,
  /** Progress of opening or comparing a file, from 0 to 1 of the current stage. `name` is the file's. */
  'graph:progress': z.object({
    name: z.string(),
    doing: z.enum(['reading', 'checking', 'merging', 'comparing', 'duplicates']),
    done: z.number().min(0).max(1)
  }),
  /** An error in main that belongs to no request. */
  'app:error': z.object({ message: z.string() })
} as const

export type Channel = keyof typeof CHANNELS
export type Input<C extends Channel> = z.input<(typeof CHANNELS)[C]['input']>
export type Output<C extends Channel> = z.infer<(typeof CHANNELS)[C]['output']>
export type Event = keyof typeof EVENTS
export type Payload<E extends Event> = z.infer<(typeof EVENTS)[E]>
export type LastSeen = z.infer<typeof LastSeen>
export type OpenGraph = z.infer<typeof OpenGraph>
export type ReadOnly = z.infer<typeof ReadOnly>
export type OpenResult = z.infer<typeof OpenResult>
export type FigureRequest = z.infer<typeof FigureRequest>
export type Settings = z.infer<typeof Settings>
export type Theme = z.infer<typeof Theme>

/** What the preload puts on `window.entente`: JSON text in, JSON text out. */
export interface Bridge {
  request(channel: string, input: string): Promise<string>
  on(event: string, listener: (payload: string) => void): () => void
  /** What main calls a file that the user has dropped (a File of the DOM): JSON text of DroppedFile, or null where it is none on this computer. */
  dropped(file: unknown): Promise<string>
}
