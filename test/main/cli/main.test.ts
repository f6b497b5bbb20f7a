import { type Command, CommandError, UsageError } from '@main/cli/command'
import { COMMANDS } from '@main/cli/commands'
import { describe, expect, it } from 'vitest'
import { entente, run } from './run-main'

const command = (action: () => Promise<number>): readonly Command[] => [
  {
    name: 'try',
    usage: 'try [--json] [--as-of DATE]',
    summary: 'Try',
    options: { json: { type: 'boolean', help: 'as JSON' }, 'as-of': { type: 'string', value: 'DATE', help: 'then' } },
    run: action
  }
]

describe('help', () => {
  it.each([['--help'], ['-h'], ['help']])('%s lists the commands', async (flag) => {
    const { code, out, err } = await entente(flag)
    expect([code, err]).toEqual([0, []])
    for (const { name, summary } of COMMANDS)
      expect(out.some((line) => line.includes(name) && line.includes(summary))).toBe(true)
  })

  it('of a command says how it is called and what its options are', async () => {
    for (const { name, usage, options } of COMMANDS) {
      const { code, out } = await entente(name, '--help')
      expect(code).toBe(0)
      expect(out[0]).toBe(`Usage: entente ${usage}`)
      for (const option of Object.keys(options)) expect(out.join('\n')).toContain(`--${option}`)
    }
  })

  it('every option of a command stands in its usage', () => {
    for (const { usage, options } of COMMANDS)
      for (const option of Object.keys(options)) expect(usage).toContain(`--${option}`)
  })
})

describe('a call that is not right ends with 2 and says how it would be', () => {
  it.each([
    [[], 'entente: Say what to do.'],
    [['nope'], 'entente: There is no command “nope”.'],
    [['\u202eevil\u001b[2J'], 'entente: There is no command “‹U+202E›evil‹U+001B›[2J”.'],
    [['try', '--nope'], "entente: Unknown option '--nope'."],
    [['try', '--as-of'], "entente: Option '--as-of <value>' argument missing."],
    [['try', '--json=1'], "entente: Option '--json' does not take an argument."]
  ])('%j', async (argv, said) => {
    const { code, out, err } = await run(
      argv,
      command(async () => 0)
    )
    expect([code, out]).toEqual([2, []])
    expect(err[0]).toBe(said)
    expect(err.length).toBe(2)
  })
})

describe('what goes wrong', () => {
  it('with a file ends with 1 and its own words, with a call with 2', async () => {
    const fail = (error: Error) =>
      run(
        ['try'],
        command(() => Promise.reject(error))
      )
    expect(await fail(new CommandError('x.json: is a folder.'))).toEqual({
      code: 1,
      out: [],
      err: ['x.json: is a folder.']
    })
    expect(await fail(new UsageError('Name the file.'))).toMatchObject({ code: 2 })
  })

  it('unforeseen ends with 1 and a line, never with a stack', async () => {
    const { code, err } = await run(
      ['try'],
      command(() => Promise.reject(new TypeError('x is not\u001b a function')))
    )
    expect([code, err]).toEqual([1, ['entente: x is not‹U+001B› a function']])
  })

  it('nowhere, ends with what the command says', async () => {
    expect(
      (
        await run(
          ['try', '--json'],
          command(async () => 0)
        )
      ).code
    ).toBe(0)
  })
})
