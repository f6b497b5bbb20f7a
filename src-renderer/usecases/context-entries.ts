import type { Source, View } from '@core/records/records'
import { Bookmark, BookmarkPlus, ExternalLink, FilePenLine, ImageDown, ListChecks, Trash2 } from 'lucide'
import type { App } from '../state/app.svelte'
import type { MenuEntry } from '../ui/menu-entry'

/** What a context menu offers for a view in a list. */
export function viewEntries({ dialogs, doc, view }: App, { id }: View): readonly MenuEntry[] {
  const show = () => view.show(id)
  return [
    { label: 'Show this view', icon: Bookmark, onselect: show },
    {
      label: 'Export it as a figure…',
      icon: ImageDown,
      onselect() {
        show()
        dialogs.show({ kind: 'export' })
      }
    },
    ...(doc.readOnly
      ? []
      : [
          {
            label: 'Save a copy of it as…',
            icon: BookmarkPlus,
            onselect() {
              show()
              dialogs.show({ kind: 'view' })
            }
          }
        ])
  ]
}

/** What a context menu offers for a source in a list. */
export function sourceEntries({ client, dialogs, doc }: App, { id, url }: Source): readonly MenuEntry[] {
  const page = url?.startsWith('https://')
    ? [
        {
          label: 'Open its web page',
          icon: ExternalLink,
          onselect: () => void client.request('shell:open-external', { url })
        }
      ]
    : []
  if (doc.readOnly) return page
  return [
    { label: 'Grade it and its claims…', icon: ListChecks, onselect: () => dialogs.show({ kind: 'regrade', id }) },
    { label: 'Edit this source', icon: FilePenLine, onselect: () => dialogs.show({ kind: 'source', id }) },
    ...page,
    {
      label: 'Remove this source',
      icon: Trash2,
      danger: true,
      onselect: () => dialogs.show({ kind: 'remove', record: 'source', id })
    }
  ]
}
