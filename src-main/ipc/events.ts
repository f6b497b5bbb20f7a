import { EVENTS, type Event, type Payload } from '@core/contract/contract'
import { writeJson } from '@core/text/json'
import type { BrowserWindow } from 'electron'
import { EVENT } from './wire'

/** Sends an event to the window. The payload is checked like any answer. */
export type Send = <E extends Event>(event: E, payload: Payload<E>) => void

/** A Send to this window. Does nothing once it is closed. */
export const sendTo =
  (window: BrowserWindow): Send =>
  (event, payload) => {
    if (!window.isDestroyed()) window.webContents.send(EVENT, event, writeJson(EVENTS[event].parse(payload)))
  }
