import type { Measure } from '../text/typesetting'
import { type Box, contains, grown, sharedArea } from './box'
import { type Curve, sampled } from './curve'
import type { Body } from './geometry'
import { Grid } from './grid'
import { type NameText, nameSettings } from './name-lines'
import { type Candidate, namePlaces, type PlacedName } from './name-places'
import { type PlacedWord, type WordText, wordPlaces } from './word-places'

/** A name to be written beside the body of that id. The lowest priority is placed first. */
export interface NameToPlace extends NameText {
  readonly id: string
  readonly priority: number
}

/** What stands on the line of that id: number tab, status mark, word. The lowest priority is placed first. */
export interface WordToPlace extends WordText {
  readonly id: string
  readonly priority: number
}

/** Everything that labels must find room among, in pixels as drawn. */
export interface Labelling {
  readonly bodies: ReadonlyMap<string, Body>
  readonly curves: ReadonlyMap<string, Curve>
  readonly names: readonly NameToPlace[]
  readonly words: readonly WordToPlace[]
}

/** How labels are placed. */
export interface PlaceOptions {
  readonly measure: Measure
  /** What happens to a label without a free place: left out (a window), or put where it harms least (a figure). */
  readonly crowded: 'drop' | 'keep'
  /** Where labels stood before: a place nearly as good as the best is kept, so that nothing jumps. */
  readonly before?: Labels
  /** What is in sight: a name whose symbol is in it should not be cut by its border. */
  readonly sight?: Box
}

/** Where everything stands, by id of its entity or relation. */
export interface Labels {
  readonly names: ReadonlyMap<string, PlacedName>
  readonly words: ReadonlyMap<string, PlacedWord>
  /** How many names and words were left out altogether. */
  readonly dropped: number
  /** Words of which only the mark stands there, as doubt is the last thing to be hidden, or only number and mark, by id, sorted. */
  readonly shortened: readonly string[]
  /** How many lines run through names and words. */
  readonly crossings: number
  /** Names and words that stand over something else, by id, sorted. */
  readonly crowdedNames: readonly string[]
  readonly crowdedMessage: readonly string[]
}

// Costs, comparable with those of places: covering a label or symbol is far worse than a line through a name.
const COVERS = 120
const LINE_THROUGH_NAME = 9
const LINE_THROUGH_WORD = 6
const OVER_END = 20
const CLOSE_BY = 1.2
const CUT_BY_BORDER = 40

/** Free space round a label, and the distance at which a neighbour begins to disturb, px. */
const AIR = 2
const NEIGHBOURHOOD = 7

/** Half a side of the box round an arrow's point, px. */
const TIP = 5

/** How often a figure is gone over: each label may move once more, seeing all the others. */
const SWEEPS = 4

type Place = PlacedName | PlacedWord

interface Task {
  readonly key: string
  readonly priority: number
  readonly candidates: readonly Candidate<Place>[]
  /** Taken where none of the candidates is free: what stands before the word without the word. */
  readonly instead: readonly Candidate<Place>[]
  readonly lineCost: number
  /** The line on which a word stands, which it may cover. */
  readonly ownLine?: string
  /** Lines under each candidate, counted once. */
  readonly lines: (number | undefined)[]
  /** What lines and arrowheads under each candidate cost, reckoned once. */
  readonly soft: (number | undefined)[]
}

/** What labels are placed among. */
interface Ground {
  /** Symbols and the labels that are placed. */
  readonly boxes: Grid
  readonly lines: Grid
  /** Arrowheads. */
  readonly ends: Grid
}

/**
 * Places names beside bodies and words on lines; the same input gives the same places. Greedy by priority over fixed
 * candidates, as in Christensen, Marks and Shieber (1995); a figure is then gone over again, label by label.
 */
export function placeLabels(work: Labelling, options: PlaceOptions): Labels {
  const steps = placeLabelsSteps(work, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same label by label, for a window that must not hold still meanwhile. */
export function* placeLabelsSteps(work: Labelling, options: PlaceOptions): Generator<void, Labels> {
  const { crowded } = options
  const boxes = new Grid()
  const lines = new Grid()
  const ends = new Grid()
  const ground: Ground = { boxes, lines, ends }
  for (const [id, body] of work.bodies) {
    boxes.addBox(`body ${id}`, bodyBox(body))
    yield
  }
  for (const [id, curve] of work.curves) {
    lines.addLine(id, sampled(curve, 10))
    ends.addBox(id, grown({ left: curve.to.x, right: curve.to.x, top: curve.to.y, bottom: curve.to.y }, TIP))
    yield
  }
  const tasks: Task[] = []
  for (const name of work.names) {
    tasks.push(...nameTask(name, work.bodies.get(name.id), options))
    yield
  }
  for (const word of work.words) {
    tasks.push(...wordTask(word, work.curves.get(word.id), options))
    yield
  }
  tasks.sort((a, b) => a.priority - b.priority || (a.key < b.key ? -1 : 1))
  const placed = new Map<string, Choice>()
  for (let sweep = 0; sweep < (crowded === 'keep' ? SWEEPS : 1); sweep++)
    for (const task of tasks) {
      yield
      const old = placed.get(task.key)
      if (old) boxes.removeBox(task.key)
      const whole = choose(task, ground, crowded)
      const best = whole && !whole.covers ? whole : (shorter(task, ground, crowded) ?? whole)
      if (!best) continue
      placed.set(task.key, best)
      boxes.addBox(task.key, best.place.box)
    }
  const found = <P>(prefix: string) =>
    new Map([...placed].flatMap(([key, { place }]) => (key.startsWith(prefix) ? [[key.slice(5), place as P]] : [])))
  const idsOf = (prefix: string, which: (choice: Choice) => boolean) =>
    [...placed].flatMap(([key, choice]) => (key.startsWith(prefix) && which(choice) ? [key.slice(5)] : [])).sort()
  return {
    names: found<PlacedName>('name '),
    words: found<PlacedWord>('word '),
    dropped: tasks.length - placed.size,
    shortened: idsOf('word ', ({ shortened }) => shortened === true),
    crossings: [...placed.values()].reduce((sum, { lines }) => sum + lines, 0),
    crowdedNames: idsOf('name ', ({ covers }) => covers),
    crowdedMessage: idsOf('word ', ({ covers }) => covers)
  }
}

interface Choice {
  readonly place: Place
  readonly covers: boolean
  /** Lines that run through it. */
  readonly lines: number
  readonly shortened?: boolean
}

/** The label without its word, where that says anything and, if it may be left out, has room. */
function shorter(task: Task, ground: Ground, crowded: PlaceOptions['crowded']): Choice | undefined {
  const choice = choose({ ...task, candidates: task.instead, lines: [], soft: [] }, ground, crowded)
  return choice && { ...choice, shortened: true }
}

function choose(task: Task, { boxes, lines, ends }: Ground, crowded: PlaceOptions['crowded']): Choice | undefined {
  let best: { candidate: Candidate<Place>; covers: boolean; lines: number } | undefined
  let least = Number.POSITIVE_INFINITY
  task.candidates.forEach((candidate, at) => {
    const { box, cost } = candidate
    if (cost >= least) return
    const roomy = grown(box, AIR)
    const covered = boxes.touching(roomy)
    const covers = covered.length > 0 || candidate.hidesEnd === true
    if (covers && crowded === 'drop') return
    let total = cost + (candidate.hidesEnd ? COVERS / 2 : 0)
    for (const other of covered) total += COVERS + sharedArea(roomy, other)
    if (total >= least) return
    task.lines[at] ??= lines.touching(box, task.ownLine).length
    task.soft[at] ??= task.lineCost * task.lines[at] + OVER_END * ends.touching(box, task.ownLine).length
    total += task.soft[at]
    if (total >= least) return
    total += CLOSE_BY * boxes.touching(grown(box, NEIGHBOURHOOD)).length
    if (total >= least) return
    least = total
    best = { candidate, covers, lines: task.lines[at] }
  })
  return best && { place: best.candidate.place(), covers: best.covers, lines: best.lines }
}

function nameTask(
  name: NameToPlace,
  body: Body | undefined,
  { measure, before, sight }: PlaceOptions
): readonly Task[] {
  if (!body) return []
  const places = namePlaces(body, nameSettings(name, measure), before?.names.get(name.id)?.side)
  const candidates =
    sight && contains(sight, bodyBox(body))
      ? places.map((place) => (contains(sight, place.box) ? place : { ...place, cost: place.cost + CUT_BY_BORDER }))
      : places
  const key = `name ${name.id}`
  return [{ key, priority: name.priority, candidates, instead: [], lineCost: LINE_THROUGH_NAME, lines: [], soft: [] }]
}

function wordTask(
  word: WordToPlace,
  curve: Curve | undefined,
  { measure, crowded, before }: PlaceOptions
): readonly Task[] {
  if (!curve) return []
  const candidates = wordPlaces(word, curve, measure, before?.words.get(word.id)?.t)
  // A window may leave a word out but not its doubt; a figure may leave it to the list that the number leads to.
  const speaks = word.word !== '' && (crowded === 'drop' ? word.mark : word.tab) !== undefined
  const instead = speaks ? wordPlaces({ ...word, word: '' }, curve, measure) : []
  const key = `word ${word.id}`
  return [
    {
      key,
      priority: word.priority,
      candidates,
      instead,
      lineCost: LINE_THROUGH_WORD,
      ownLine: word.id,
      lines: [],
      soft: []
    }
  ]
}

/** The box of a body's silhouette. */
export function bodyBox({ x, y, radius, outline: { reach } }: Body): Box {
  return {
    left: x - reach.left * radius,
    right: x + reach.right * radius,
    top: y - reach.top * radius,
    bottom: y + reach.bottom * radius
  }
}
