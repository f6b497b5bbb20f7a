import { CHANNELS, type Channel, DEFAULT_SETTINGS } from '@core/contract/contract'
import { type Answer, answering, type Handlers, makeRouter } from '@main/ipc/router'
import { StoreError } from '@main/stores/store'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

/** Handlers of which each says that it was called; `special` does something else. */
function routerWith(special: Partial<Handlers> = {}, ours = true) {
  const called: string[] = []
  const all = Object.keys(CHANNELS).map((channel) => [channel, () => ({ called: called.push(channel) })])
  const handlers = { ...Object.fromEntries(all), ...special } as Handlers
  return { router: makeRouter(answering(handlers), (sender: string) => ours && sender === 'window'), called }
}

const errorOf = (answer: Answer): string => ('error' in answer ? answer.error : 'no error')

test('a good request gets its answer as JSON text', async () => {
  const { router } = routerWith({ 'settings:set': (part) => ({ ...DEFAULT_SETTINGS, ...part }) })
  expect(await router('window', 'settings:set', '{"theme":"dark"}')).toEqual({
    answer: JSON.stringify({ ...DEFAULT_SETTINGS, theme: 'dark' })
  })
})

test('a handler gets only what it was sent: no default resets what was set before', async () => {
  let got: unknown
  const { router } = routerWith({
    'settings:set'(part) {
      got = part
      return DEFAULT_SETTINGS
    }
  })
  await router('window', 'settings:set', '{"theme":"dark","colour":"red"}')
  expect(got).toEqual({ theme: 'dark' })
})

describe('rejected before anything is done', () => {
  test.each<[string, [string, unknown, unknown], RegExp]>([
    ['another sender', ['stranger', 'menu:set', '{"menus":[]}'], /Only the window of Entente/],
    ['a channel that does not exist', ['window', 'graph:delete', '{}'], /no channel "graph:delete"/],
    ['a channel that every object has', ['window', 'constructor', '{}'], /no channel/],
    ['a channel that is no text', ['window', { toString: () => 'menu:set' }, '{}'], /no channel/],
    ['an object instead of text', ['window', 'menu:set', { menus: [] }], /is no text/],
    ['no input at all', ['window', 'menu:set', undefined], /is no text/],
    ['text that is not JSON', ['window', 'menu:set', '{"menus":'], /is not JSON/],
    ['a key that changes prototypes', ['window', 'menu:set', '{"menus":[],"__proto__":{}}'], /must not have/],
    ['input of another form', ['window', 'menu:set', '{"menus":{}}'], /menus: /],
    ['a path instead of a handle', ['window', 'graph:open', '{"handle":"../../etc/passwd"}'], /at handle/],
    ['more text than any request has', ['window', 'menu:set', ' '.repeat(65 * 1024 * 1024)], /longer than 64 MiB/]
  ])('%s', async (_what, request, why) => {
    const { router, called } = routerWith()
    expect(errorOf(await router(...request))).toMatch(why)
    expect(called).toEqual([])
  })

  test.each([
    'graph:commit',
    'graph:open',
    'figure:draw',
    'figure:save',
    'shell:open-external',
    'window:control'
  ] as const)('%s without its input', async (channel) => {
    const { router, called } = routerWith()
    expect(errorOf(await router('window', channel, '{}'))).toMatch(/is not valid/)
    expect(called).toEqual([])
  })

  test('a change whose label is 5 MB long, and the sentence is short', async () => {
    const { router, called } = routerWith()
    const after = { kind: 'entity', id: 'x', type: 'state', name: 'x'.repeat(5_000_000), aliases: [] }
    const input = JSON.stringify({ handle: 'file-1', change: { label: 'Add', edits: [{ after }] } })
    const error = errorOf(await router('window', 'graph:commit', input))
    expect(error).toMatch(/after\.name: is longer than/)
    expect(error.length).toBeLessThan(300)
    expect(called).toEqual([])
  })
})

describe('a handler', () => {
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
  afterEach(() => void vi.restoreAllMocks())

  test('that answers what the contract does not say is not believed', async () => {
    const { router } = routerWith({ 'settings:get': () => ({ ...DEFAULT_SETTINGS, sidebarWidth: 9999 }) })
    expect(errorOf(await router('window', 'settings:get', '{}'))).toMatch(
      /settings:get answers is not valid at sidebarWidth/
    )
  })

  test('that adds what the contract does not say has it taken out', async () => {
    const { router } = routerWith({ 'menu:set': () => ({ path: '/home/ann' }) as never })
    expect(await router('window', 'menu:set', '{"menus":[]}')).toEqual({ answer: '{}' })
  })

  test('that refuses with words for the user has them passed on', async () => {
    const refuse = () => {
      throw new StoreError('The disk is full.')
    }
    expect(errorOf(await routerWith({ 'graph:recent': refuse }).router('window', 'graph:recent', '{}'))).toBe(
      'The disk is full.'
    )
  })

  test('that breaks tells the window no path and no stack, and the log all of it', async () => {
    const breaks = () => Promise.reject(new Error('ENOENT: /home/ann/secret'))
    const error = errorOf(await routerWith({ 'graph:current': breaks }).router('window', 'graph:current', '{}'))
    expect(error).toBe('Something went wrong inside Entente (graph:current). Nothing was changed.')
    expect(console.error).toHaveBeenCalledWith(
      'graph:current',
      expect.objectContaining({ message: expect.stringMatching(/ann/) })
    )
  })
})

test('every channel of the contract reaches its own handler', async () => {
  for (const channel of Object.keys(CHANNELS) as Channel[]) {
    const reached = new Error(channel)
    vi.spyOn(console, 'error').mockImplementation((_, error) => expect(error).toBe(reached))
    const input = CHANNELS[channel].input.safeParse({}).success
    const { router } = routerWith({ [channel]: () => Promise.reject(reached) })
    expect(errorOf(await router('window', channel, '{}'))).toMatch(input ? /Something went wrong/ : /is not valid/)
    vi.restoreAllMocks()
  }
})
