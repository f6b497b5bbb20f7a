import { CHANNELS, type Channel, type Output } from '@core/contract/contract'
import { readJson, writeJson } from '@core/text/json'
import type { z } from 'zod'
import { StoreError } from '../stores/store'

/** The checked input of a channel. */
export type Checked<C extends Channel> = z.output<(typeof CHANNELS)[C]['input']>

/** A handler for each channel. The compiler checks that none is missing. */
export type Handlers = {
  readonly [C in Channel]: (input: Checked<C>) => Output<C> | Promise<Output<C>>
}

/** The answer to a request: JSON text, or an error message. */
export type Answer = { readonly answer: string } | { readonly error: string }

/** More characters than any request has: a change with the longest texts that records allow is far below. */
const MAX_INPUT = 64 * 1024 * 1024

/** Answers a request; never rejects. */
export type Answering = (channel: Channel, input: string) => Promise<Answer>

/**
 * All requests of the window to main go through this router. Each is checked before it is handled: here the sender
 * and the channel; in `answering` that it is JSON and matches the channel's schema, and so does the answer.
 */
export function makeRouter<Sender>(answer: Answering, isOurs: (sender: Sender) => boolean) {
  return async (sender: Sender, channel: unknown, input: unknown): Promise<Answer> => {
    if (!isOurs(sender)) return { error: 'Only the window of Entente may ask that.' }
    if (!isChannel(channel)) return { error: `There is no channel ${JSON.stringify(channel) ?? 'without a name'}.` }
    if (typeof input !== 'string') return { error: `What ${channel} was given is no text.` }
    if (input.length > MAX_INPUT) return { error: `What ${channel} was given is longer than 64 MiB.` }
    return answer(channel, input)
  }
}

/** Answers with these handlers, which must have one for each channel that is requested. */
export const answering =
  (handlers: Partial<Handlers>): Answering =>
  async (channel, input) => {
    try {
      return { answer: await ask(handlers, channel, input) }
    } catch (error) {
      return { error: tell(error, channel) }
    }
  }

/** A request or an answer was not what the contract says. */
class Rejection extends Error {}

const isChannel = (channel: unknown): channel is Channel =>
  typeof channel === 'string' && Object.hasOwn(CHANNELS, channel)

async function ask<C extends Channel>(handlers: Partial<Handlers>, channel: C, input: string): Promise<string> {
  const schemas: { readonly input: z.ZodType; readonly output: z.ZodType } = CHANNELS[channel]
  const handler = handlers[channel] as (input: unknown) => unknown
  const checked = check(schemas.input, readRequest(channel, input), `What ${channel} was given`)
  return writeJson(check(schemas.output, await handler(checked), `What ${channel} answers`))
}

function readRequest(channel: Channel, input: string): unknown {
  try {
    return readJson(input)
  } catch {
    throw new Rejection(`What ${channel} was given is not JSON, or has a key that it must not have.`)
  }
}

function check(schema: z.ZodType, value: unknown, subject: string): unknown {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const place = issue?.path.join('.')
  throw new Rejection(`${subject} is not valid${place ? ` at ${place}` : ''}: ${issue?.message.replace(/\.$/, '')}.`)
}

/** Only messages meant for the user leave main; of other errors the window learns only that one happened. */
function tell(error: unknown, channel: unknown): string {
  if (error instanceof Rejection || error instanceof StoreError) return error.message
  console.error(channel, error)
  return `Something went wrong inside Entente (${String(channel)}). Nothing was changed.`
}
