import { serialiseGraph } from '@core/formats/entente/serialise'
import { Graph } from '@core/graph/graph'
import type { AnyRecord } from '@core/records/records'
import { connect } from '@renderer/client'
import { type App, createApp } from '@renderer/state/app.svelte'
import { cleanup, render } from '@testing-library/svelte'
import type { Component } from 'svelte'
import { afterEach } from 'vitest'
import { MainInMemory } from './main-in-memory'
import { BASES } from './sample'
import WithApp from './WithApp.svelte'

afterEach(cleanup)

interface Opened {
  readonly title?: string
  readonly records?: readonly AnyRecord[]
  readonly readOnly?: string
  readonly notice?: string
  readonly handle?: string
}

/** What main sends when a file with these records is open. */
export const openGraph = ({ title = 'Syria 2024', records = BASES, handle = 'file-1', ...rest }: Opened = {}) => ({
  outcome: 'opened' as const,
  graph: { handle, name: 'syria.entente.json', merges: 0, text: serialiseGraph(Graph.of(title, records)), ...rest }
})

/** The window's state on a graph, with a main process in memory behind it. */
export async function openWindow(opened: Opened = {}): Promise<{ readonly app: App; readonly main: MainInMemory }> {
  const main = new MainInMemory()
  main.current = openGraph(opened)
  const app = createApp(connect(main))
  await app.preferences.load()
  app.opened(main.current)
  return { app, main }
}

/** Renders a component of the window on that state. */
export function show<Props extends object>(app: App, component: Component<Props>, props?: Props) {
  const whole = { app, component: component as unknown as Component<Record<string, unknown>>, props: { ...props } }
  return render(WithApp, { props: whole })
}
