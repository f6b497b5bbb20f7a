import { LayoutGrid, Maximize, Undo, Waypoints, ZoomIn, ZoomOut } from 'lucide'
import type { Action } from './action'

/** What one can do about the picture: where one stands before it, how much is drawn, and where. */
export const SIGHT: readonly Action[] = [
  {
    id: 'fit',
    section: 'sight',
    label: 'Fit everything',
    icon: Maximize,
    keys: ['F', '0'],
    run: (app) => app.camera.fit()
  },
  {
    id: 'zoom-in',
    section: 'sight',
    label: 'Zoom in',
    icon: ZoomIn,
    keys: ['Plus', '='],
    run: ({ camera }) => camera.zoomTo(camera.zoom * 1.25)
  },
  {
    id: 'zoom-out',
    section: 'sight',
    label: 'Zoom out',
    icon: ZoomOut,
    keys: ['-'],
    run: ({ camera }) => camera.zoomTo(camera.zoom / 1.25)
  },
  {
    id: 'draw-neighbours',
    section: 'sight',
    label: 'Draw more neighbours',
    icon: Waypoints,
    keys: ['B'],
    when: ({ selection, view }) => selection.entity !== undefined && view.hidesNeighbours(selection.entity),
    run: ({ selection, view }) => {
      if (selection.entity !== undefined) view.includeNeighbours(selection.entity)
    }
  },
  {
    id: 'draw-best',
    section: 'sight',
    label: 'Draw only the best connected',
    icon: Undo,
    when: ({ view }) => view.part?.included === true,
    run: ({ selection, view }) => {
      selection.clear()
      view.takeBack()
    }
  },
  {
    id: 'arrange',
    section: 'sight',
    label: 'Arrange everything anew',
    icon: LayoutGrid,
    keys: ['L'],
    when: ({ camera }) => camera.arranging === undefined,
    run: ({ camera }) => void camera.arrange()
  }
]
