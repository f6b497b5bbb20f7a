import { isUtf8 } from 'node:buffer'
import { notUtf8 } from '@main/stores/json/not-utf8'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { entente, fileWith } from '../../cli/run-main'
import { sampleText } from '../../sample'

it('names line and byte of the first byte that is wrong, however long the text and whatever stands behind', () => {
  const good = fc.string({ unit: fc.constantFrom('a', 'é', 'ا', '造', '🦅', '\n'), maxLength: 300 })
  const bad = fc.constantFrom([0xe9], [0xff], [0xc3, 0x28], [0x80], [0xed, 0xa0, 0x80], [0xf8], [0xe2, 0x82])
  fc.assert(
    fc.property(good, bad, good, (before, wrong, after) => {
      const bytes = Buffer.concat([Buffer.from(before), Buffer.from(wrong), Buffer.from(`!${after}`)])
      expect(isUtf8(bytes)).toBe(false)
      const lines = before.split('\n')
      const byte = Buffer.byteLength(lines.at(-1) ?? '') + 1
      const { line, message } = notUtf8(bytes)
      expect(line).toBe(lines.length)
      expect(message).toContain(
        `byte ${byte} of line ${lines.length} is wrong (0x${wrong[0]?.toString(16).toUpperCase()}`
      )
    })
  )
})

it('a file that ends in the middle of a character, and what check says', async () => {
  expect(notUtf8(Buffer.from('a\nb🦅').subarray(0, -1)).message).toContain('byte 2 of line 2')
  const latin1 = Buffer.from(sampleText().replace('Russia', 'Ruße'), 'latin1')
  const path = await fileWith(latin1)
  const { code, out } = await entente('check', path)
  expect(code).toBe(1)
  expect(out[0]).toMatch(
    /:17: It is not UTF-8 text.*byte 41 of line 17 is wrong \(0xDF begins no character there\)\. Save it as UTF-8\.$/
  )
})
