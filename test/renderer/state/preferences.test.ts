import { describe, expect, it, vi } from 'vitest'
import { openWindow } from '../window'

describe('preferences', () => {
  it('are remembered by main', async () => {
    const { app, main } = await openWindow()
    app.preferences.set({ theme: 'dark' })
    expect(app.preferences.dark).toBe(true)
    await vi.waitFor(() => expect(main.settings.theme).toBe('dark'))
  })

  it('lay the left panel over a narrow window without remembering it', async () => {
    const { app, main } = await openWindow()
    window.innerWidth = 1024
    window.dispatchEvent(new Event('resize'))
    expect(app.preferences.sidebarShown).toBe(false)
    app.preferences.toggleSidebar()
    expect(app.preferences.sidebarShown).toBe(true)
    expect(main.asks('settings:set')).toEqual([])
  })

  it('remember in a wide window that the left panel was put away', async () => {
    const { app, main } = await openWindow()
    window.innerWidth = 1440
    window.dispatchEvent(new Event('resize'))
    app.preferences.toggleSidebar()
    expect(app.preferences.sidebarShown).toBe(false)
    expect(main.asks('settings:set')).toEqual([{ sidebarOpen: false }])
  })
})
