/** What one can begin with, by the ids of actions, each with what it comes to. */
export const PATHS: readonly {
  readonly head: string
  readonly rows: readonly { readonly id: string; readonly words: string }[]
}[] = [
  {
    head: 'Begin',
    rows: [
      { id: 'new-graph', words: 'A title, a place, a vocabulary to begin with' },
      { id: 'open-file', words: 'A *.entente.json file on this computer' }
    ]
  },
  {
    head: 'From what you have',
    rows: [
      { id: 'import-table', words: 'CSV or XLSX: you say what each column is' },
      { id: 'connect', words: 'Explore a database; nothing is written to it' }
    ]
  }
]
