import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// Read raw: every text that the file holds is looked at, also one that no schema knows.
interface Row {
  readonly id: string
  readonly name?: string
  readonly note?: string
  readonly title?: string
  readonly statement?: string
  readonly summary?: string
  readonly source?: string
  readonly locator?: { readonly paragraph: number; readonly start: number; readonly end: number }
  readonly text?: { readonly file: string; readonly sha256: string; readonly paragraphs: number }
}
type File = Readonly<Record<'sources' | 'entities' | 'claims' | 'views', readonly Row[]>>

const root = new URL('../../', import.meta.url)
const seeds = new URL('../shared/seeds/', root)
const isThere = existsSync(seeds)
const file: File = JSON.parse(readFileSync(new URL('graph-seed/syria-2024.entente.json', root), 'utf8'))

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
const runsOf = (text: string, length: number): readonly string[] => {
  const words = wordsOf(text)
  return words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '))
}

interface Document {
  readonly id: string
  readonly bytes: Buffer
  readonly sha256: string
  readonly paragraphs: readonly string[]
  readonly stated: number
}

const documents: readonly Document[] = file.sources.flatMap(({ id, text }) => {
  if (!text || !isThere) return []
  const bytes = readFileSync(new URL(text.file, seeds))
  const paragraphs = bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return [{ id, bytes, sha256: text.sha256, paragraphs, stated: text.paragraphs }]
})

describe.skipIf(!isThere)('the seed graph beside its documents', () => {
  it('was read from these very files', () => {
    expect(documents).toHaveLength(5)
    for (const { bytes, sha256, paragraphs, stated } of documents) {
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
      expect(paragraphs).toHaveLength(stated)
    }
  })

  it('points every claim at characters of its paragraph', () => {
    const paragraphsOf = new Map(documents.map(({ id, paragraphs }) => [id, paragraphs]))
    const outside = file.claims.filter(({ source = '', locator }) => {
      const paragraph = paragraphsOf.get(source)?.[(locator?.paragraph ?? 0) - 1] ?? ''
      return paragraph.slice(locator?.start, locator?.end).trim() === '' || (locator?.end ?? 0) > paragraph.length
    })
    expect(outside).toEqual([])
  })

  it('never repeats eight words in a row', () => {
    const taken = new Set(documents.flatMap(({ paragraphs }) => runsOf(paragraphs.join(' '), 8)))
    const copied = [
      ...file.sources,
      ...file.entities,
      ...file.claims,
      ...file.views.map((view) => ({ ...view, note: `${view.note ?? ''} ${view.title ?? ''}` }))
    ].flatMap(({ id, name = '', note = '', statement = '', summary = '' }) =>
      [name, note, statement, summary]
        .flatMap((text) => runsOf(text, 8).filter((run) => taken.has(run)))
        .map((run) => `${id}: ${run}`)
    )
    expect(copied).toEqual([])
  })

  it('makes no statement that is mostly a piece of its document', () => {
    const taken = documents.map(({ paragraphs }) => ` ${wordsOf(paragraphs.join(' ')).join(' ')} `)
    const near = file.claims.filter(({ statement = '' }) => {
      const length = Math.max(4, Math.ceil(wordsOf(statement).length * 0.8))
      return runsOf(statement, length).some((run) => taken.some((text) => text.includes(` ${run} `)))
    })
    expect(near.map(({ id, statement }) => `${id}: ${statement}`)).toEqual([])
  })
})
