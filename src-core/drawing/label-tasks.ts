import { drawable, type Measure } from '../text/typesetting'
import { type Box, contains } from './box'
import type { Curve } from './curve'
import type { Body } from './geometry'
import type { Symbols } from './label-rule'
import { type NameText, nameSettings } from './name-lines'
import { type Candidate, namePlaces, type PlacedName } from './name-places'
import type { Point } from './outline'
import { type PlacedWord, WIDEST_DATED, type WordText, wordPlaces } from './word-places'

// Costs, comparable with those of places.
const LINE_THROUGH_NAME = 9
const LINE_THROUGH_WORD = 6
const DOUBT = 8

/** How many open places of a name are looked at: more are only there where there is room anyway. */
const MOST_PLACES = 48

/** A name to be written beside the body of that id. The lowest priority is placed first. */
export interface NameToPlace extends NameText {
  readonly id: string
  readonly priority: number
}

/** What stands on the line of that id: number tab, status mark, word. The lowest priority is placed first. */
export interface WordToPlace extends WordText {
  readonly id: string
  /** The word where there is no room for all of it, as without its date. */
  readonly short?: string
  readonly priority: number
}

/** What decides about the places of labels, besides what is there. */
export interface TaskOptions {
  readonly measure: Measure
  /** Where labels stood before: a place nearly as good as the best is kept, so that nothing jumps. */
  readonly before?: { readonly names: ReadonlyMap<string, PlacedName>; readonly words: ReadonlyMap<string, PlacedWord> }
  /** What is in sight: a label whose symbol, or whose whole line, is in it is not cut by its border, as half a name is worse than none. */
  readonly sight?: Box
}

/** Where a label may stand. */
export type Place = PlacedName | PlacedWord

/** A label that looks for a place. */
export interface Task {
  readonly key: string
  readonly priority: number
  /** Places that the symbols leave open, the best first. */
  readonly candidates: readonly Candidate<Place>[]
  /** Taken where none of the candidates is free: the word in short, or what stands before the word without the word. */
  readonly instead?: Task
  readonly lineCost: number
  /** The line on which a word stands, which it may cover. */
  readonly ownLine?: string
  /** No other label moves for it. */
  readonly isModest?: boolean
  /** Is the word in short. */
  readonly isAbridged?: boolean
  /** Is what stands before a word, without the word. */
  readonly shortened?: boolean
  /** What lines and arrowheads under each candidate are and cost, reckoned once. */
  readonly under: (Under | undefined)[]
}

/** What runs under a label: how many lines, and what they and arrowheads cost. */
export interface Under {
  readonly lines: number
  readonly cost: number
}

/** A name with the places that the symbols leave open to it; none without a symbol of its own. */
export function nameTask(
  name: NameToPlace,
  body: Body | undefined,
  symbols: Symbols,
  { measure, before, sight }: TaskOptions
): readonly Task[] {
  const own = symbols.boxOf(name.id)
  if (!body || !own) return []
  const inSight = sight && contains(sight, own) ? sight : undefined
  const candidates: Candidate<PlacedName>[] = []
  for (const place of namePlaces(body, nameSettings(name, measure), before?.names.get(name.id))) {
    if (inSight && !contains(inSight, place.box)) continue
    const doubt = symbols.doubt(place.box, name.id)
    if (doubt === undefined) continue
    candidates.push({ ...place, cost: place.cost + DOUBT * doubt })
    if (candidates.length === MOST_PLACES) break
  }
  candidates.sort((a, b) => a.cost - b.cost)
  return [{ key: `name ${name.id}`, priority: name.priority, candidates, lineCost: LINE_THROUGH_NAME, under: [] }]
}

/** A word with the places on its line that the symbols leave open; none without a line. */
export function wordTask(
  word: WordToPlace,
  curve: Curve | undefined,
  symbols: Symbols,
  { measure, before, sight }: TaskOptions
): readonly Task[] {
  if (!curve) return []
  const inSight = sight && isAt(sight, curve.from) && isAt(sight, curve.to) ? sight : undefined
  const task = (text: WordText): Task => ({
    key: `word ${word.id}`,
    priority: word.priority,
    candidates: wordPlaces(text, curve, measure, before?.words.get(word.id)?.t)
      .filter(({ box, hidesEnd }) => !hidesEnd && !(inSight && !contains(inSight, box)) && !symbols.isOn(box))
      .sort((a, b) => a.cost - b.cost),
    lineCost: LINE_THROUGH_WORD,
    ownLine: word.id,
    under: []
  })
  const speaks = word.word !== '' && (word.mark ?? word.tab) !== undefined
  const bare = speaks ? { instead: { ...task({ ...word, word: '' }), shortened: true } } : {}
  const { short } = word
  if (short === undefined) return [{ ...task(word), ...bare }]
  const plain = { ...task({ ...word, word: short }), ...bare, isAbridged: true }
  // A date that is cut says something else.
  const isWhole = measure(drawable(word.word), word.size, word.weight) <= WIDEST_DATED
  return [isWhole ? { ...task({ ...word, widest: WIDEST_DATED }), isModest: true, instead: plain } : plain]
}

const isAt = (box: Box, { x, y }: Point) => contains(box, { left: x, right: x, top: y, bottom: y })
