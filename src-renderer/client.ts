import { DroppedFile } from '@core/contract/beginning'
import {
  type Bridge,
  CHANNELS,
  type Channel,
  EVENTS,
  type Event,
  type Input,
  type Output,
  type Payload
} from '@core/contract/contract'
import { readJson, writeJson } from '@core/text/json'
import type { z } from 'zod'

/** The main process as the window sees it: typed and checked by the contract. */
export interface Client {
  request<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>>
  on<E extends Event>(event: E, listener: (payload: Payload<E>) => void): () => void
  /** What main calls a file that was dropped here; null where it is none on this computer. */
  dropped(file: File): Promise<z.infer<typeof DroppedFile>>
}

/** The client over a preload's bridge. What main answers is checked as strictly as what it is asked. */
export function connect(bridge: Bridge): Client {
  return {
    async request(channel, input) {
      const answer = await bridge.request(channel, writeJson(input))
      return CHANNELS[channel].output.parse(readJson(answer)) as never
    },
    on(event, listener) {
      return bridge.on(event, (payload) => listener(EVENTS[event].parse(readJson(payload)) as never))
    },
    dropped: async (file) => DroppedFile.parse(readJson(await bridge.dropped(file)))
  }
}
