import type { App } from '../state/app.svelte'

/** For so long the camera rests before main hears of where it is, ms. */
const REST = 300

/** Tells main which view is looked at, and where, so that the next start goes on there. Called inside a component. */
export function tellLastSeen({ camera, client, doc, view }: App): void {
  let told = ''
  const shown = $derived(doc.graph.get('view', view.record.id)?.id)
  $effect(() => {
    const { handle } = doc
    if (handle === '' || shown === undefined) return
    const { sight } = camera
    const tell = (at: typeof sight) =>
      void client.request('graph:seen', { handle, seen: { view: shown, ...(at && { camera: at }) } })
    // Another view at once, as the window may be closed next; the camera has not come to it yet.
    if (told !== `${handle} ${shown}`) tell(undefined)
    told = `${handle} ${shown}`
    const later = setTimeout(() => tell(sight), REST)
    return () => clearTimeout(later)
  })
}
