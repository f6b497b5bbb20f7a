import { GLIDES, nearTo, phoneSet, SOFT, VOWELS } from './phones'

/** A sound of a word: what it may be, and what it costs to leave it out. */
export interface Unit {
  readonly set: number
  /** Sounds that are written for one of them. */
  readonly near: number
  /** The first of them: the sound that is meant most often. */
  readonly lead: string
  /** Beside a script that writes vowels. */
  readonly drop: number
  /** Beside a script that does not. */
  readonly dropBare: number
}

/** Which sounds the letters of a script stand for. */
export interface Alphabet {
  /** By letters, the longest first tried; `^` before them only where the word begins, `$` behind them only where it ends. */
  readonly letters: ReadonlyMap<string, readonly Unit[]>
  readonly longest: number
  /** Whether short vowels are not written. */
  readonly isBare: boolean
}

/**
 * An alphabet from `letters:sounds` parted by blanks. Several sounds in a row are parted by `+`; `?` behind one that may be
 * missing, `~` behind one that is easily left out; none behind the colon for a letter that is not heard.
 */
export function alphabet(text: string, { isBare = false }: { readonly isBare?: boolean } = {}): Alphabet {
  const letters = new Map<string, readonly Unit[]>()
  for (const entry of text.trim().split(/\s+/)) {
    const colon = entry.lastIndexOf(':')
    const sounds = entry.slice(colon + 1)
    const units = sounds === '' ? [] : sounds.split('+').map((sound) => unitOf(sound, isBare))
    for (const key of entry.slice(0, colon).split(',')) letters.set(key, units)
  }
  const longest = Math.max(...[...letters.keys()].map((key) => key.replace(/[$^]/g, '').length))
  return { letters, longest, isBare }
}

function unitOf(sound: string, isBare: boolean): Unit {
  const mark = sound.at(-1)
  const set = phoneSet(sound)
  const lead = sound.charAt(0)
  const near = nearTo(set)
  if (mark === '?') return { set, near, lead, drop: 0.05, dropBare: 0.05 }
  if (mark === '~') return { set, near, lead, drop: 0.25, dropBare: 0.2 }
  if ((set & ~SOFT) === 0) {
    if (isBare) return { set, near, lead, drop: 0.4, dropBare: 0.3 }
    return (set & ~VOWELS) === 0
      ? { set, near, lead, drop: 0.35, dropBare: 0.05 }
      : { set, near, lead, drop: 0.2, dropBare: 0.2 }
  }
  if (isBare && set & SOFT) return { set, near, lead, drop: 0.5, dropBare: 0.35 }
  if (set & GLIDES) return { set, near, lead, drop: 0.6, dropBare: 0.6 }
  return set & phoneSet('h') ? { set, near, lead, drop: 0.4, dropBare: 0.4 } : { set, near, lead, drop: 1, dropBare: 1 }
}
