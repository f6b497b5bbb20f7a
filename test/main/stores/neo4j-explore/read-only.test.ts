import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const FOLDER = fileURLToPath(new URL('../../../../src-main/stores/neo4j/explore/', import.meta.url))

/** What each file of the exploring part says in code, not in its comments. */
const files = readdirSync(FOLDER).map((name) => ({
  name,
  code: readFileSync(`${FOLDER}${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}))

const saying = (pattern: RegExp) => files.filter(({ code }) => pattern.test(code)).map(({ name }) => name)

test('one file alone opens sessions for exploring, and only for reading', () => {
  expect(files.length).toBeGreaterThan(8)
  expect(saying(/\.session\(|beginTransaction|executeWrite|executeRead|executeQuery|rxSession/)).toEqual(['reader.ts'])
  const reader = files.find(({ name }) => name === 'reader.ts')?.code ?? ''
  expect(reader.match(/\.session\([^)]*\)/g)).toHaveLength(1)
  expect(reader).toMatch(/\.session\(\{[^}]*defaultAccessMode: 'READ'[^}]*\}\)/)
})

test('no statement in it writes, and nothing of writing back is within its reach', () => {
  expect(saying(/\b(?:CREATE|MERGE|SET|DELETE|REMOVE|DROP|WRITE)\s+[(`$\w:]/)).toEqual([])
  expect(saying(/write-back|hosted/)).toEqual([])
})
