import {
  BookmarkPlus,
  CalendarDays,
  LayoutGrid,
  Maximize,
  Monitor,
  Moon,
  PanelLeft,
  PanelRight,
  Sun,
  Undo,
  Waypoints,
  ZoomIn,
  ZoomOut
} from 'lucide'
import { isTheme, setTheme, toggleInspector, toggleSidebar } from '../usecases/panels'
import {
  arrange,
  drawBest,
  drawNeighbours,
  fit,
  hasMoreNeighbours,
  toggleDates,
  zoomIn,
  zoomOut
} from '../usecases/picture'
import { type Action, canChange, shows } from './action'

/** The menu View: how the picture is looked at, how much is drawn, and where; panels and colours. */
export const VIEW_ACTIONS: readonly Action[] = [
  {
    id: 'fit',
    section: 'picture',
    label: 'Fit everything',
    icon: Maximize,
    keys: ['F', '0'],
    contexts: ['canvas'],
    run: fit
  },
  { id: 'zoom-in', section: 'picture', label: 'Zoom in', icon: ZoomIn, keys: ['Plus', '='], run: zoomIn },
  { id: 'zoom-out', section: 'picture', label: 'Zoom out', icon: ZoomOut, keys: ['-'], run: zoomOut },
  {
    id: 'draw-neighbours',
    section: 'picture',
    label: 'Draw more neighbours',
    icon: Waypoints,
    keys: ['B'],
    when: hasMoreNeighbours,
    contexts: ['entity'],
    run: drawNeighbours
  },
  {
    id: 'draw-best',
    section: 'picture',
    label: 'Draw only the best connected',
    icon: Undo,
    when: ({ view }) => view.part?.included === true,
    run: drawBest
  },
  {
    id: 'arrange',
    section: 'picture',
    label: 'Arrange everything anew',
    icon: LayoutGrid,
    keys: ['L'],
    when: ({ camera }) => camera.arranging === undefined,
    contexts: ['canvas'],
    run: arrange
  },
  {
    id: 'dates-on-lines',
    section: 'view',
    label: 'Dates on the lines',
    icon: CalendarDays,
    when: canChange,
    contexts: ['canvas'],
    checked: ({ view }) => view.showsDates,
    run: toggleDates
  },
  {
    id: 'save-view',
    section: 'view',
    label: 'Save this view as…',
    icon: BookmarkPlus,
    when: canChange,
    contexts: ['canvas'],
    run: shows({ kind: 'view' })
  },
  {
    id: 'toggle-sidebar',
    section: 'panel',
    label: 'Show the left panel',
    icon: PanelLeft,
    keys: ['CmdOrCtrl+B'],
    whileTyping: true,
    checked: ({ preferences }) => preferences.sidebarShown,
    run: toggleSidebar
  },
  {
    id: 'toggle-inspector',
    section: 'panel',
    label: 'Show the inspector',
    icon: PanelRight,
    keys: ['CmdOrCtrl+I'],
    whileTyping: true,
    checked: ({ preferences }) => preferences.settings.inspectorOpen,
    run: toggleInspector
  },
  {
    id: 'theme-light',
    section: 'colours',
    label: 'Light colours',
    icon: Sun,
    checked: isTheme('light'),
    run: setTheme('light')
  },
  {
    id: 'theme-dark',
    section: 'colours',
    label: 'Dark colours',
    icon: Moon,
    checked: isTheme('dark'),
    run: setTheme('dark')
  },
  {
    id: 'theme-system',
    section: 'colours',
    label: 'Colours of the system',
    icon: Monitor,
    checked: isTheme('system'),
    run: setTheme('system')
  }
]
