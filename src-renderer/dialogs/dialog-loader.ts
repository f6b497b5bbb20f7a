import type { Component } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import type { DialogKind } from '../state/dialogs.svelte'
import { DIALOGS } from './dialog-table'

/** That the properties fit the component is checked where the table is made. */
type AnyDialog = Component<Record<string, unknown>>

const loaded = new SvelteMap<DialogKind, AnyDialog>()

/** The component of a dialog, if it is there. */
export const loadedDialog = (kind: DialogKind): AnyDialog | undefined => loaded.get(kind)

/** Loads a dialog; no matter how often it is asked for. */
export async function loadDialog(kind: DialogKind): Promise<void> {
  if (loaded.has(kind)) return
  const { default: component } = await DIALOGS[kind]()
  loaded.set(kind, component as AnyDialog)
}

/** One key opens these, and one types on at once: they are loaded ahead of the others. */
const TYPED_INTO: readonly DialogKind[] = ['palette', 'entity', 'relation', 'claim']

/** Brings an editor with it, and is large: loaded only when it is shown. */
const LARGE: ReadonlySet<DialogKind> = new Set<DialogKind>(['cypher'])

/** Loads, one at a time and while nothing else is to be done, the dialogs, so that a key pressed twice meets the next one. */
export async function loadAhead(): Promise<void> {
  const all = new Set([...TYPED_INTO, ...(Object.keys(DIALOGS) as DialogKind[])])
  for (const kind of all) {
    if (LARGE.has(kind)) continue
    await new Promise((resolve) => requestIdleCallback(resolve))
    // What cannot be loaded now is told of when it is asked for.
    await loadDialog(kind).catch(() => {})
  }
}
