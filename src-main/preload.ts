import { type Bridge, CHANNELS, EVENTS } from '@core/contract/contract'
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Answer } from './ipc/router'
import { DROPPED, EVENT, REQUEST } from './ipc/wire'

declare const navigator: { readonly userActivation: { readonly isActive: boolean } }

/** What there is of the Navigation API (HTML Living Standard, 7.2.6) that we need. */
declare const navigation:
  | undefined
  | {
      addEventListener(
        type: 'navigate',
        listener: (event: {
          readonly navigationType: string
          readonly hashChange: boolean
          readonly cancelable: boolean
          preventDefault(): void
        }) => void
      ): void
    }

// All that the page can reach of Electron. Text goes both ways: no object of one world, and no prototype, gets to the other.

const bridge: Bridge = {
  async request(channel, input) {
    if (!Object.hasOwn(CHANNELS, channel)) throw new Error(`There is no channel “${channel}”.`)
    // A page may open the browser only while the user is doing something in it.
    if (channel === 'shell:open-external' && !navigator.userActivation.isActive)
      throw new Error('A web page opens only on a click.')
    const answer: Answer = await ipcRenderer.invoke(REQUEST, channel, input)
    if ('error' in answer) throw new Error(answer.error)
    return answer.answer
  },
  on(event, listener) {
    if (!Object.hasOwn(EVENTS, event)) throw new Error(`There is no event “${event}”.`)
    const hear = (_: unknown, name: string, payload: string) => {
      if (name === event) listener(payload)
    }
    ipcRenderer.on(EVENT, hear)
    return () => void ipcRenderer.off(EVENT, hear)
  },
  async dropped(file) {
    // A file that a page has made itself has no path.
    const path = webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0])
    return path === '' ? 'null' : ipcRenderer.invoke(DROPPED, path)
  }
}

// The page stays where it is, whatever address it is sent to: about:, blob: and data: never ask main. Ours is the first
// listener, in a world that the page cannot reach; the page may reload itself.
navigation?.addEventListener('navigate', (event) => {
  if (event.navigationType !== 'reload' && !event.hashChange && event.cancelable) event.preventDefault()
})

contextBridge.exposeInMainWorld('entente', bridge)
