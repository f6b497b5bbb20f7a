import { EventEmitter } from 'node:events'
import { askPassword } from '@main/cli/ask-password'
import { expect, test } from 'vitest'

/** A terminal with a typing user. */
function terminal(...keys: readonly string[]) {
  const shown: string[] = []
  let isRaw = false
  const input = Object.assign(new EventEmitter(), {
    isTTY: true as const,
    setRawMode: (raw: boolean) => {
      isRaw = raw
      return input as never
    },
    resume: () => {
      setTimeout(() => {
        for (const key of keys) input.emit('data', Buffer.from(key))
      })
      return input as never
    },
    pause: () => input as never
  })
  return { input: input as never, output: { write: (text: string) => shown.push(text) }, shown, isRaw: () => isRaw }
}

test('what is typed is taken and not shown', async () => {
  const here = terminal('hu', 's', 'h', '\r')
  expect(await askPassword('Password: ', here)).toBe('hush')
  expect(here.shown).toEqual(['Password: ', '\n'])
  expect(here.isRaw()).toBe(false)
})

test('Backspace takes a character back, emoji whole', async () => {
  expect(await askPassword('', terminal('ab🇸', '\u007f', '\u007f', 'c\r'))).toBe('ac')
})

test.each(['\u0003', '\u0004'])('Ctrl+C and Ctrl+D give up', async (key) => {
  expect(await askPassword('', terminal('hush', key))).toBeUndefined()
})

test('without a terminal nothing is asked', async () => {
  const here = terminal('hush\r')
  expect(
    await askPassword('', { ...here, input: { ...(here.input as object), isTTY: false } as never })
  ).toBeUndefined()
  expect(here.shown).toEqual([])
})
