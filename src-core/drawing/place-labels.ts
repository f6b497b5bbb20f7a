import { type Box, grown } from './box'
import { type Curve, lengthOf, sampled } from './curve'
import type { Body } from './geometry'
import { CELL, Grid } from './grid'
import { AIR, Symbols } from './label-rule'
import {
  type NameToPlace,
  nameTask,
  type Place,
  type Task,
  type TaskOptions,
  type Under,
  type WordToPlace,
  wordTask
} from './label-tasks'
import type { Candidate, PlacedName } from './name-places'
import type { PlacedWord } from './word-places'

/** Everything that labels must find room among, in pixels as drawn. */
export interface Labelling {
  readonly bodies: ReadonlyMap<string, Body>
  readonly curves: ReadonlyMap<string, Curve>
  readonly names: readonly NameToPlace[]
  readonly words: readonly WordToPlace[]
  /** Room that is taken already, as by labels that stand there. */
  readonly taken?: readonly Box[]
}

/** How labels are placed. */
export interface PlaceOptions extends TaskOptions {
  /** How often all labels are gone over: each may move once more, seeing all the others. Once is enough for a window. */
  readonly sweeps: number
}

/** Where everything stands, by id of its entity or relation. */
export interface Labels {
  readonly names: ReadonlyMap<string, PlacedName>
  readonly words: ReadonlyMap<string, PlacedWord>
  /** Words of which only number and mark stand there, as doubt is the last thing to be hidden, by id, sorted. */
  readonly shortened: readonly string[]
  /** Words that stand there in short, as without their date, by id, sorted. */
  readonly abridged: readonly string[]
  /** How many lines run through names and words. */
  readonly crossings: number
  /** Names and words that have no free place and are left out, by id, sorted. */
  readonly leftOutNames: readonly string[]
  readonly leftOutWords: readonly string[]
}

// Costs, comparable with those of places.
const OVER_END = 20
const CLOSE_BY = 1.2

/** The distance at which a neighbour begins to disturb, px. */
const NEIGHBOURHOOD = 7

/** Half a side of the box round an arrow's point, px. */
const TIP = 5

/** How many labels may be asked to move for one that has no place, and how often in all, so that a crowd is not gone over for ever. */
const MOST_MOVED = 2
const MOST_ASKED = 600

/** How many things may be looked at for the labels of a picture: what has no place by then is left out. */
const MOST_LOOKS = 6_000_000

/** More lines than this under a label are not counted: no place is worse. */
const MOST_UNDER = 50

/** How many cells the lines of a picture run through, about. */
const MOST_CELLS = 200_000

/** A label whose places are worked out when it is its turn: those of very many take much memory. */
interface TaskAhead {
  readonly key: string
  readonly priority: number
  readonly make: () => Task | undefined
}

interface Choice {
  readonly place: Place
  /** Lines that run through it. */
  readonly lines: number
  readonly shortened?: boolean
  readonly isAbridged?: boolean
}

/**
 * Places names beside bodies and words on lines; the same input gives the same places. No label stands on a symbol or on
 * another label, and no name nearer to another symbol than to its own: what has no such place is left out. Greedy by
 * priority over fixed candidates, as in Christensen, Marks and Shieber (1995), asking others to move where that helps.
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
  const symbols = new Symbols()
  for (const [id, body] of work.bodies) {
    symbols.add(id, body, bodyBox(body))
    yield
  }
  const ground = new Ground(work.taken ?? [], cellFor(work.curves))
  for (const [id, curve] of work.curves) {
    ground.addLine(id, curve)
    yield
  }
  const tasks: readonly TaskAhead[] = [
    ...work.names.map((name) => ({
      key: `name ${name.id}`,
      priority: name.priority,
      make: () => nameTask(name, work.bodies.get(name.id), symbols, options)[0]
    })),
    ...work.words.map((word) => ({
      key: `word ${word.id}`,
      priority: word.priority,
      make: () => wordTask(word, work.curves.get(word.id), symbols, options)[0]
    }))
  ].sort((a, b) => a.priority - b.priority || (a.key < b.key ? -1 : 1))
  const made = new Map<string, Task | undefined>()
  for (let sweep = 0; sweep < options.sweeps; sweep++)
    for (const { key, make } of tasks) {
      yield
      if (ground.looks + symbols.looks > MOST_LOOKS) break
      const task = made.has(key) ? made.get(key) : make()
      if (options.sweeps > 1) made.set(key, task)
      if (task) ground.place(task)
    }
  return labelsOf(tasks, ground.placed)
}

function labelsOf(tasks: readonly TaskAhead[], placed: ReadonlyMap<string, Choice>): Labels {
  const found = <P>(prefix: string) =>
    new Map([...placed].flatMap(([key, { place }]) => (key.startsWith(prefix) ? [[key.slice(5), place as P]] : [])))
  const leftOut = (prefix: string) =>
    tasks.flatMap(({ key }) => (key.startsWith(prefix) && !placed.has(key) ? [key.slice(5)] : [])).sort()
  return {
    names: found<PlacedName>('name '),
    words: found<PlacedWord>('word '),
    shortened: [...placed].flatMap(([key, { shortened }]) => (shortened ? [key.slice(5)] : [])).sort(),
    abridged: [...placed].flatMap(([key, { isAbridged }]) => (isAbridged ? [key.slice(5)] : [])).sort(),
    crossings: [...placed.values()].reduce((sum, { lines }) => sum + lines, 0),
    leftOutNames: leftOut('name '),
    leftOutWords: leftOut('word ')
  }
}

/** A cell so large that all lines together run through no more than a million or so. */
function cellFor(curves: ReadonlyMap<string, Curve>): number {
  let length = 0
  for (const curve of curves.values()) length += lengthOf(curve)
  return Math.max(CELL, length / MOST_CELLS)
}

/** The lines among which labels stand, and the labels that have their place. */
class Ground {
  readonly placed = new Map<string, Choice>()
  readonly #labels = new Grid()
  readonly #lines: Grid
  /** Arrowheads. */
  readonly #ends = new Grid()
  readonly #taskAt = new Map<Box, Task>()
  #asked = 0

  /** `cell` is the side of the cells by which lines are found, px. */
  constructor(taken: readonly Box[], cell: number) {
    this.#lines = new Grid(cell)
    taken.forEach((box, at) => {
      this.#labels.addBox(`taken ${at}`, box)
    })
  }

  /** How many things have been looked at so far. */
  get looks(): number {
    return this.#labels.looks + this.#lines.looks + this.#ends.looks
  }

  addLine(id: string, curve: Curve): void {
    const { x, y } = curve.to
    this.#lines.addLine(id, sampled(curve, 10))
    this.#ends.addBox(id, grown({ left: x, right: x, top: y, bottom: y }, TIP))
  }

  /** Gives a label the best place that is free, or that others can leave; in short, or without its word, if there is none. */
  place(task: Task): void {
    this.#takeAway(task)
    for (let one: Task | undefined = task; one; one = one.instead) {
      const choice: Choice | undefined =
        this.#choose(one) ?? (one.isModest || one.shortened ? undefined : this.#madeRoom(one))
      if (!choice) continue
      this.#put(one, choice)
      return
    }
  }

  #put(task: Task, choice: Choice) {
    this.placed.set(task.key, choice)
    this.#labels.addBox(task.key, choice.place.box)
    this.#taskAt.set(choice.place.box, task)
  }

  #takeAway({ key }: Task): Choice | undefined {
    const choice = this.placed.get(key)
    if (!choice) return undefined
    this.placed.delete(key)
    this.#labels.removeBox(key)
    this.#taskAt.delete(choice.place.box)
    return choice
  }

  #choose(task: Task): Choice | undefined {
    let best: { candidate: Candidate<Place>; lines: number } | undefined
    let least = Number.POSITIVE_INFINITY
    for (const [at, candidate] of task.candidates.entries()) {
      const { box, cost } = candidate
      // They come with the cheapest first.
      if (cost >= least) break
      if (this.#labels.touching(grown(box, AIR)).length > 0) continue
      const under = this.#under(task, at, box)
      let total = cost + under.cost
      if (total >= least) continue
      total += CLOSE_BY * this.#labels.touching(grown(box, NEIGHBOURHOOD)).length
      if (total >= least) continue
      least = total
      best = { candidate, lines: under.lines }
    }
    return best && chosen(task, best.candidate, best.lines)
  }

  /** A place that others can leave for another one, which they then have; undefined if nothing has moved. */
  #madeRoom(task: Task): Choice | undefined {
    for (const [at, candidate] of task.candidates.entries()) {
      if (this.#asked >= MOST_ASKED) return undefined
      const inTheWay = this.#labels.touching(grown(candidate.box, AIR)).map((box) => this.#taskAt.get(box))
      if (inTheWay.length > MOST_MOVED || !inTheWay.every((other) => other !== undefined)) continue
      this.#asked++
      const choice = chosen(task, candidate, this.#under(task, at, candidate.box).lines)
      if (this.#moveAway(task, choice, inTheWay)) return choice
    }
    return undefined
  }

  #moveAway(task: Task, choice: Choice, others: readonly Task[]): boolean {
    const before = others.map((other) => this.#takeAway(other))
    this.#put(task, choice)
    const moved: Task[] = []
    for (const other of others) {
      const elsewhere = this.#choose(other)
      if (!elsewhere) break
      this.#put(other, elsewhere)
      moved.push(other)
    }
    this.#takeAway(task)
    if (moved.length === others.length) return true
    for (const other of moved) this.#takeAway(other)
    others.forEach((other, at) => {
      const old = before[at]
      if (old) this.#put(other, old)
    })
    return false
  }

  #under(task: Task, at: number, box: Box): Under {
    const known = task.under[at]
    if (known) return known
    const lines = this.#lines.touching(box, task.ownLine, MOST_UNDER).length
    const under = { lines, cost: task.lineCost * lines + OVER_END * this.#ends.touching(box, task.ownLine).length }
    task.under[at] = under
    return under
  }
}

const chosen = ({ shortened, isAbridged }: Task, candidate: Candidate<Place>, lines: number): Choice => ({
  place: candidate.place(),
  lines,
  ...(shortened && { shortened }),
  ...(isAbridged && { isAbridged })
})

/** The box of a body's silhouette. */
export function bodyBox({ x, y, radius, outline: { reach } }: Body): Box {
  return {
    left: x - reach.left * radius,
    right: x + reach.right * radius,
    top: y - reach.top * radius,
    bottom: y + reach.bottom * radius
  }
}
