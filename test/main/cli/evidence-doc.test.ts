import { readFileSync } from 'node:fs'
import { RULES } from '@core/evidence/rules'
import { STATUS_RULES } from '@core/evidence/status'
import { describe, expect, it } from 'vitest'
import { entente } from './run-main'

const DOC = readFileSync('docs/evidence.md', 'utf8')
const section = (title: string) => DOC.split(/^#{2,3} /m).find((part) => part.startsWith(`${title}\n`)) ?? ''

describe('docs/evidence.md', () => {
  it.each(RULES.map(({ title, anchor }) => [title, anchor] as const))('has a section on “%s”', (title, anchor) => {
    const text = section(title)
    expect(text).toContain(/^[A-Z0-9-]+(?: [0-9]+)?(?:\.\d)?|^Berkeley Protocol/.exec(anchor)?.[0] ?? anchor)
    expect(text).toMatch(/^\$ entente explain /m)
    expect(text).toMatch(/^It does not /m)
  })

  it.each(STATUS_RULES.map(({ label, words }) => [label, words] as const))('gives the rule of “%s”', (label, words) => {
    expect(section('The statuses')).toContain(`| ${label} | ${words} |`)
  })

  const examples = [...DOC.matchAll(/^```\n\$ entente (.*)\n([\s\S]*?)\n```$/gm)].map(([, call = '', said = '']) => [
    call,
    said
  ])
  it('works every rule', () => expect(examples).toHaveLength(RULES.length))
  it.each(examples)('entente %s says what the document says', async (call = '', said = '') => {
    const args = [...call.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
    const { code, out } = await entente(...args)
    expect(code).toBe(0)
    const lines = said.split('\n').filter((line) => line !== '…')
    const at = lines.map((line) => out.indexOf(line))
    expect(lines.filter((_, index) => at[index] === -1)).toEqual([])
    expect(at).toEqual([...at].sort((a, b) => a - b))
  })
})
