import { NameIndex, type SearchHit } from '@core/queries/name-index'
import type { Alias } from '@core/records/records'

/** An entity by its names and the number of its relations. */
interface Named {
  readonly id: string
  readonly name: string
  readonly aliases: readonly Alias[]
  readonly ties: number
}

/** Entities to take in, as JSON text, none when all have come; those that a change touched, without a name where they are gone; or a question. */
export type NameRequest =
  | { readonly add: string }
  | { readonly put: readonly ({ readonly id: string } | Named)[] }
  | { readonly find: string; readonly most: number }

/** How many entities have been taken in, or the answer to a question. */
export type NameAnswer =
  | { readonly listed: number; readonly last: boolean }
  | { readonly found: readonly SearchHit[]; readonly to: { readonly find: string; readonly most: number } }

const known = new Map<string, Named>()
const index = new NameIndex({
  get: (_kind, id) => known.get(id),
  relationsOf: (id) => ({ length: known.get(id)?.ties ?? 0 })
})
/** Questions that came before all names had. */
const early: { readonly find: string; readonly most: number }[] = []
let complete = false
let listed = 0

const answer = (message: NameAnswer) => postMessage(message)
const reply = (to: { readonly find: string; readonly most: number }) =>
  answer({ found: index.find(to.find, { most: to.most }), to })

function put(entity: { readonly id: string } | Named) {
  const before = known.get(entity.id)
  if (before) index.remove(entity.id)
  known.delete(entity.id)
  if (!('name' in entity)) return
  known.set(entity.id, entity)
  index.add(entity)
}

addEventListener('message', ({ data }: MessageEvent<NameRequest>) => {
  if ('add' in data) {
    const entities: readonly Named[] = JSON.parse(data.add)
    // A change may have told of one of them before.
    for (const entity of entities) if (!known.has(entity.id)) put(entity)
    listed += entities.length
    complete = entities.length === 0
    answer({ listed, last: complete })
    if (complete) for (const question of early.splice(0)) reply(question)
  } else if ('put' in data) for (const entity of data.put) put(entity)
  else if (complete) reply(data)
  else early.push(data)
})
