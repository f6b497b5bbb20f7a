import type { StorageStatus } from '@core/contract/hosted'
import { headOf, partsOf } from '@core/contract/parts'
import { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { connect } from '@renderer/client'
import { type App, createApp } from '@renderer/state/app.svelte'
import { render } from '@testing-library/svelte'
import type { Component } from 'svelte'
import { MainInMemory } from './main-in-memory'
import { BASES } from './sample'
import WithApp from './WithApp.svelte'

interface Opened {
  readonly title?: string
  readonly records?: readonly AnyRecord[]
  readonly readOnly?: string
  readonly notice?: string
  readonly handle?: string
  readonly mayPass?: boolean
  readonly recoverableVersions?: number
  readonly conflicts?: number
  /** Fields at the top of the file that are no list of records. */
  readonly extra?: ReadonlyMap<string, unknown>
  readonly link?: StorageStatus
}

/** Lets main have a file with these records open; gives what it answers then. */
export function openGraph(
  main: MainInMemory,
  { title = 'Syria 2024', records = BASES, handle = 'file-1', extra, ...rest }: Opened = {}
) {
  const graph = Graph.of(title, records, extra)
  main.parts = [...partsOf(graph)]
  main.current = {
    outcome: 'opened',
    graph: { handle, name: 'syria.entente.json', reading: 'reading-1', merges: main.merges, ...headOf(graph), ...rest }
  }
  return main.current
}

/** Lets the window open a file with these records. */
export async function opens(app: App, main: MainInMemory, opened: Opened = {}): Promise<void> {
  const answer = openGraph(main, opened)
  await app.open(async () => answer)
}

/** The window's state on a graph, with a main process in memory behind it. */
export async function openWindow(opened: Opened = {}): Promise<{ readonly app: App; readonly main: MainInMemory }> {
  const main = new MainInMemory()
  const app = createApp(connect(main))
  await app.preferences.load()
  await opens(app, main, opened)
  return { app, main }
}

/** Renders a component of the window on that state. */
export function show<Props extends object>(app: App, component: Component<Props>, props?: Props) {
  const whole = { app, component: component as unknown as Component<Record<string, unknown>>, props: { ...props } }
  return render(WithApp, { props: whole })
}
