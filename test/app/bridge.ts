import type { Page } from '@playwright/test'
import type { Channel, Input, OpenGraph, Output } from '../../src-core/contract/contract'

/** Asks main what the window could ask, past the window's own code. Rejects with main's refusal. */
export async function ask<C extends Channel>(page: Page, channel: C, input: Input<C>): Promise<Output<C>> {
  return JSON.parse(await askRaw(page, channel, JSON.stringify(input)))
}

/** Like ask, with any text on any channel. */
export const askRaw = (page: Page, channel: string, input: unknown): Promise<string> =>
  page.evaluate(([channel, input]) => window.entente.request(channel as string, input as string), [channel, input])

/** All records of a graph that main has opened, as one text. */
export async function recordsOf(page: Page, { handle, reading }: OpenGraph): Promise<string> {
  const parts: string[] = []
  for (let more = true; more; ) {
    const part = await ask(page, 'graph:read', { handle, reading, part: parts.length })
    parts.push(part.records)
    more = part.more
  }
  return parts.join('\n')
}

/** Collects what main tells the window unasked; read it with heard(). */
export const listen = (page: Page, event: string): Promise<void> =>
  page.evaluate((event) => {
    const heard: unknown[] = []
    Object.assign(window, { [`heard ${event}`]: heard })
    window.entente.on(event, (payload) => heard.push(JSON.parse(payload)))
  }, event)

/** What listen has collected so far. */
export const heard = <T>(page: Page, event: string): Promise<T[]> =>
  page.evaluate((event) => Reflect.get(window, `heard ${event}`) as T[], event)
