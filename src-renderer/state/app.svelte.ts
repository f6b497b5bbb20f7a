import { DEFAULT_SETTINGS, type OpenResult, type Payload, type Settings } from '@core/contract/contract'
import { getContext, setContext } from 'svelte'
import { innerWidth } from 'svelte/reactivity/window'
import type { Client } from '../client'
import { SIDEBAR_BESIDE } from '../ui/panes'
import { Camera } from './camera.svelte'
import { ContextMenu } from './context-menu.svelte'
import { CypherBox } from './cypher.svelte'
import { Dialogs } from './dialogs.svelte'
import { OpenDocument } from './document.svelte'
import { DuplicateList } from './duplicate-list.svelte'
import { External } from './external.svelte'
import { LastClaim } from './last-claim.svelte'
import { ListedRelations } from './listed-relations.svelte'
import { type LoadedGraph, nothingOpen, Opening } from './opening.svelte'
import { QuickEntry } from './quick-entry.svelte'
import { NameSearch } from './search.svelte'
import { Selection } from './selection.svelte'
import { ShownView } from './shown-view.svelte'

/** Everything that is alive in the window, handed to every component through the context. */
export interface App {
  readonly client: Client
  readonly doc: OpenDocument
  readonly selection: Selection
  readonly view: ShownView
  readonly camera: Camera
  readonly dialogs: Dialogs
  readonly contextMenu: ContextMenu
  readonly search: NameSearch
  readonly preferences: Preferences
  readonly external: External
  readonly cypher: CypherBox
  readonly opening: Opening
  readonly listed: ListedRelations
  readonly duplicates: DuplicateList
  readonly lastClaim: LastClaim
  readonly quickEntry: QuickEntry
  /** Asks for a graph and shows it when it is whole, or says what is wrong; the one that was open stays until then. `name` is the file's, where it is known. */
  open(ask: () => Promise<OpenResult>, name?: string): Promise<void>
  /** Closes the graph once it is saved, and shows the start page. */
  close(): Promise<void>
  /** Whether nothing is open and nothing is being opened: then there is the start page. */
  readonly atStart: boolean
  /** A new id, unlike any other: a letter for the kind, then random. */
  newId(letter: 'e' | 'r' | 'c' | 's' | 'v'): string
  /** Now, as the instant at which a claim is recorded. */
  now(): string
}

/** What the user has set about the window; `dark` is what that comes to now. */
class Preferences {
  settings = $state.raw<Settings>(DEFAULT_SETTINGS)
  #systemDark = $state(false)
  notice = $state<string>()
  /** The left panel laid over the graph, where the window is too narrow for it beside; not remembered. */
  sidebarOver = $state(false)
  readonly dark = $derived(this.settings.theme === 'system' ? this.#systemDark : this.settings.theme === 'dark')
  readonly #narrow = $derived((innerWidth.current ?? SIDEBAR_BESIDE) < SIDEBAR_BESIDE)
  readonly #client: Client

  constructor(client: Client) {
    this.#client = client
    const query = matchMedia('(prefers-color-scheme: dark)')
    this.#systemDark = query.matches
    query.addEventListener('change', () => {
      this.#systemDark = query.matches
    })
  }

  async load() {
    this.settings = await this.#client.request('settings:get', {})
  }

  /** Whether the left panel is open, beside the graph or over it. */
  get sidebarShown(): boolean {
    return this.#narrow ? this.sidebarOver : this.settings.sidebarOpen
  }

  toggleSidebar() {
    if (this.#narrow) this.sidebarOver = !this.sidebarOver
    else this.set({ sidebarOpen: !this.settings.sidebarOpen })
  }

  set(settings: Partial<Settings>) {
    this.settings = { ...this.settings, ...settings }
    void this.#client.request('settings:set', settings)
  }
}

const KEY = Symbol('app')

export const provideApp = (app: App) => setContext(KEY, app)
export const useApp = (): App => getContext(KEY)

export function createApp(client: Client): App {
  const doc = new OpenDocument(client)
  const selection = new Selection()
  const view = new ShownView(doc)
  const dialogs = new Dialogs()
  const camera = new Camera()
  const search = new NameSearch(doc)
  const preferences = new Preferences(client)
  const newId: App['newId'] = (letter) => `${letter}-${crypto.randomUUID()}`
  const external = new External(client, doc, newId)
  const opening = new Opening(client)
  doc.onChange((change) => {
    if (change.edits.every(({ after }) => after)) return
    const { graph } = doc
    selection.keepOnly({
      entity: (id) => graph.get('entity', id) !== undefined,
      relation: (id) => graph.get('relation', id) !== undefined
    })
  })
  /** An opening that ended after main had changed over leaves the window at the graph before: then main takes that up again. */
  async function goBack() {
    const { handle } = doc
    if (handle === '' || opening.inMain === handle || opening.progress) return
    const back = client.request('graph:open', { handle })
    doc.saveAfter(back)
    const result = await back.catch((error: Error) => ({ outcome: 'failed' as const, message: error.message }))
    if (result.outcome === 'opened') opening.inMain = handle
    if (result.outcome === 'failed') doc.readOnly = result.message
    preferences.notice = result.outcome === 'opened' ? result.graph.notice : preferences.notice
  }
  /** The last that main told of a graph in a database; the graph itself may still be coming over. */
  let lastStatus: Payload<'hosted:status'> | undefined
  const app: App = {
    client,
    doc,
    selection,
    view,
    camera,
    dialogs,
    contextMenu: new ContextMenu(),
    search,
    preferences,
    external,
    cypher: new CypherBox(external),
    opening,
    listed: new ListedRelations(doc, view),
    duplicates: new DuplicateList(doc, {
      find: (handle) => client.request('graph:duplicates', { handle }),
      stop: () => void client.request('graph:stop', {})
    }),
    lastClaim: new LastClaim(),
    quickEntry: new QuickEntry(),
    async open(ask, name = '') {
      doc.expect()
      const dialogBefore = dialogs.open
      lastStatus = undefined
      const result = await opening.open(name, ask)
      if ('outcome' in result) {
        if (result.outcome === 'failed') dialogs.show({ kind: 'failed', ...result })
        if (result.outcome === 'interrupted') dialogs.show({ kind: 'interrupted', ...result })
        if (result.outcome === 'password') dialogs.show({ kind: 'password', needed: result })
        return goBack()
      }
      show(result)
      // A name that is being typed since is looked for in the new graph; any other dialog was about the old one.
      if (dialogs.open === dialogBefore || dialogs.open?.kind !== 'palette') dialogs.close()
    },
    async close() {
      await doc.settled()
      const { handle } = doc
      if (handle === '') return
      const { message } = await client.request('graph:close', { handle })
      show(nothingOpen())
      preferences.notice = message
    },
    get atStart() {
      return doc.handle === '' && opening.settled && !opening.progress
    },
    newId,
    now: () => new Date().toISOString()
  }
  function show(loaded: LoadedGraph) {
    doc.load(loaded)
    takeStatus()
    search.reset()
    app.lastClaim.forget()
    app.quickEntry.forget()
    selection.clear()
    const { lastSeen } = loaded.open
    const last = lastSeen && doc.graph.get('view', lastSeen.view)
    camera.want(last && lastSeen.camera)
    view.show(last?.id)
    preferences.notice = loaded.open.notice
  }
  const takeStatus = () => {
    if (lastStatus?.handle === doc.handle) doc.link = lastStatus
  }
  client.on('hosted:status', (link) => {
    lastStatus = link
    takeStatus()
  })
  client.on('graph:merged', (merged) => {
    doc.arrived(merged)
    preferences.notice = merged.message
  })
  client.on('graph:read-only', ({ handle, reason }) => {
    if (handle === doc.handle) doc.stopped(reason)
  })
  doc.onKeptHere(() => {
    preferences.notice = `Kept until this window closes: the ${doc.link ? 'database' : 'file'} cannot be written.`
  })
  doc.onStale(() => {
    const { handle, name } = doc
    void app.open(() => client.request('graph:open', { handle }), name)
  })
  return app
}
