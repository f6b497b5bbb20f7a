import { fileArgument } from '@main/app/file-argument'
import { expect, test } from 'vitest'

const packaged = { cwd: '/home/ann', givenApp: false }
const development = { cwd: '/home/ann', givenApp: true }

test.each([
  ['no file', ['entente'], packaged, undefined],
  ['a file', ['entente', '/data/a.json'], packaged, '/data/a.json'],
  ['a file from where the user stands', ['entente', 'a b.json'], packaged, '/home/ann/a b.json'],
  [
    'a file before and after switches',
    ['entente', '--no-sandbox', 'a.json', '--log-level=3'],
    packaged,
    '/home/ann/a.json'
  ],
  ['a file address, as desktops give it', ['entente', 'file:///data/a%20b.json'], packaged, '/data/a b.json'],
  ['a name like a switch', ['entente', '--', '--odd.json'], packaged, '/home/ann/--odd.json'],
  ['only the application', ['electron', '.'], development, undefined],
  ['the application and a file', ['electron', '--no-sandbox', '.', 'a.json'], development, '/home/ann/a.json'],
  [
    'a module to load first',
    ['electron', '-r', '/x/loader.js', '.', '--inspect=0', 'a.json'],
    development,
    '/home/ann/a.json'
  ],
  ['two files: the first', ['entente', 'a.json', 'b.json'], packaged, '/home/ann/a.json'],
  ['an empty argument', ['entente', ''], packaged, undefined]
])('%s', (_what, argv, how, file) => {
  expect(fileArgument(argv, how)).toBe(file)
})
