import { MAX_TEXT } from '@core/records/limits'
import { expect, test } from 'vitest'
import { entity } from '../../../core/sample'
import { adding, expectHolds, type Trial } from './trial'

const TEXTS = {
  'Arabic with vowel signs, tatweel and marks of direction': 'مُحَمَّد الجولانـي \u200F\u202Ex\u202C',
  'letters of many scripts': 'Сирия Ελλάς עברית ไทย 中文 日本 𐎠𐏁 𝔊',
  'emoji of several code points': '👩🏽‍💻🇸🇾🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'quotes, slashes and what looks like code': `"“'\`\\\\ $x {y} // /* */ --; MATCH (n) DETACH DELETE n </script> \${0}`,
  'white space at its ends and in the middle': '\u00A0 two  spaces\u3000and\u200B none \uFEFF',
  'characters that control': 'a\u0001\u001F\u007F\u0085z'
}

/** A text or a value comes back as it was, whatever it is. */
export function keepsTexts({ make, sample }: Trial): void {
  test.each(Object.entries(TEXTS))('%s come back as they were', async (_what, text) => {
    const { store, reopen } = await make()
    const summary = `${text}\n\t\r\n\u2028${text}`
    const odd = {
      ...entity(`e-${text.replaceAll(/[\s\p{C}]/gu, '').slice(0, 100)}`, 'state', text, { text, kind: 'native' }),
      summary,
      properties: { [text]: text }
    }
    await store.commit(adding(odd))
    expectHolds(store, sample.with([{ after: odd }]))
    const { graph } = await reopen()
    expect(graph.get('entity', odd.id)).toEqual({ ...odd })
  })

  test('a text is the same however its letters are composed', async () => {
    const { store, reopen } = await make()
    const composed = entity('e-zoe', 'person', 'Zoë')
    await store.commit(adding(entity('e-zoe', 'person', 'Zoe\u0308')))
    const again = await reopen()
    expectHolds(again, sample.with([{ after: composed }]))
    await again.commit({ label: 'Remove', edits: [{ before: composed }] })
    expectHolds(again, sample)
  })

  test('names that mean something to a program are only names', async () => {
    const { store, reopen } = await make()
    const ids = ['__proto__', 'constructor', 'toString', 'null', '0', '-1', 'id', '`a`', "'", '$id', '*', 'é', 'E', 'e']
    const change = adding(...ids.map((id) => entity(id, 'state', `Name ${id}`)))
    await store.commit(change)
    expectHolds(store, sample.with(change.edits))
    const again = await reopen()
    expectHolds(again, sample.with(change.edits))
    expect(ids.map((id) => again.graph.get('entity', id)?.name)).toEqual(ids.map((id) => `Name ${id}`))
  })

  test('values keep their type, and fields that are not known their shape', async () => {
    const { store, reopen } = await make()
    const odd = {
      ...entity('e-values', 'state', 'Values'),
      properties: {
        ...{ empty: '', yes: true, no: false, whole: 1, zero: 0, less: -1, half: 0.1, tiny: 5e-324, large: 1e21 },
        ...{ safe: Number.MAX_SAFE_INTEGER, digits: '007', date: '2024-12-08', 'with `ticks`': 1 }
      },
      'x-later': { constructor: [1, null, { deep: [[], {}] }], '': '' },
      'x-null': null
    }
    await store.commit(adding(odd))
    const again = await reopen()
    expect(again.graph.get('entity', 'e-values')).toEqual(odd)
    expectHolds(again, sample.with([{ after: odd }]))
  })

  test('a text as long as one may be is kept whole', async () => {
    const { store, reopen } = await make()
    const long = { ...entity('e-long', 'state', 'ن'.repeat(500)), summary: 'ص'.repeat(MAX_TEXT) }
    await store.commit(adding(long))
    expectHolds(await reopen(), sample.with([{ after: long }]))
  })
}
