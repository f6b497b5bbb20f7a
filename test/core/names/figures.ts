import { readFileSync } from 'node:fs'
import { isSameName, nameForm } from '@core/names/same-name'
import { sameNameKeys } from '@core/names/same-name-keys'

/** What comes out of a table of pairs: precision and recall, and the pairs that are told wrongly. */
export function figuresOf(table: string) {
  const rows = readFileSync(new URL(`./${table}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
  const told = rows.map(([verdict, a = '', b = '']) => ({
    a,
    b,
    isSame: verdict === 'same',
    isTold: isSameName(nameForm(a), nameForm(b))
  }))
  const right = told.filter(({ isSame, isTold }) => isSame && isTold).length
  const isKeyless = (a: string, b: string) => {
    const keys = sameNameKeys(nameForm(b))
    return ![...sameNameKeys(nameForm(a))].some((key) => keys.has(key))
  }
  return {
    pairs: told.length,
    keyless: told
      .filter(({ a, b, isSame, isTold }) => isSame && isTold && isKeyless(a, b))
      .map(({ a, b }) => `${a} | ${b}`),
    precision: right / told.filter(({ isTold }) => isTold).length,
    recall: right / told.filter(({ isSame }) => isSame).length,
    missed: told.filter(({ isSame, isTold }) => isSame && !isTold).map(({ a, b }) => `${a} | ${b}`),
    wrong: told.filter(({ isSame, isTold }) => !isSame && isTold).map(({ a, b }) => `${a} | ${b}`),
    asymmetric: told
      .filter(({ a, b, isTold }) => isSameName(nameForm(b), nameForm(a)) !== isTold)
      .map(({ a, b }) => `${a} | ${b}`)
  }
}
