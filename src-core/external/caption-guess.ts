import {
  bareName,
  CODE_WORDS,
  FAMILY_WORDS,
  GIVEN_WORDS,
  ID_WORDS,
  isOpaque,
  lastWord,
  MIDDLE_WORDS,
  NAME_WORDS,
  SHARED_WORDS
} from './caption-words'

/** A property with the text of its value. `isText`: the database holds a text, and not a number, date or truth. */
export interface CaptionCandidate {
  readonly name: string
  readonly text: string
  readonly isText: boolean
}

/** The properties that say together what a thing is called, in the order in which they are said; none where nothing does. */
export function guessCaption(candidates: readonly CaptionCandidate[]): readonly string[] {
  const filled = candidates.filter(({ text }) => text.trim() !== '')
  const told = filled.filter(({ text }) => !isOpaque(text))
  const named = best(told, (name) => rankIn(NAME_WORDS, name))
  const person = personName(told, named)
  if (person.length > 0) return person
  const texts = told.filter(({ isText }) => isText)
  const rest = [
    named,
    texts.find(({ name, text }) => isSaid(text) && !isShared(name) && !isCodeName(name)),
    best(told, (name) => rankIn(CODE_WORDS, name)),
    best(told, (name) => rankIn(ID_WORDS, name)),
    texts.find(({ name }) => !isShared(name)),
    texts[0],
    best(filled, (name) => rankIn([...NAME_WORDS, ...CODE_WORDS, ...ID_WORDS], name)),
    filled.find(({ isText }) => isText)
  ].find((one) => one !== undefined)
  return rest ? [rest.name] : []
}

/**
 * The parts of a person's name that are apart, in the order in which they are said. A property for the whole name is enough
 * where it holds the parts; name and surname, nom and prénom are parts as well.
 */
function personName(told: readonly CaptionCandidate[], named: CaptionCandidate | undefined): readonly string[] {
  const part = (words: ReadonlySet<string>) => told.find(({ name, isText }) => isText && words.has(bareName(name)))
  const family = part(FAMILY_WORDS)
  const given = part(GIVEN_WORDS)
  const middle = part(MIDDLE_WORDS)
  const isWhole = (parts: readonly (CaptionCandidate | undefined)[]) =>
    parts.every((one) => !one || one === named || named?.text.toLowerCase().includes(one.text.trim().toLowerCase()))
  if (!family && !(given && named && /^nom$|^name$/.test(bareName(named.name)))) {
    if (named || !given) return []
    return [given.name, ...(middle ? [middle.name] : [])]
  }
  if (named && named !== given && named !== family && isWhole([given, family])) return []
  // A name beside a surname is the given one; beside a given one it is the surname.
  const isNamed = named && /^(?:name|nom)$/.test(bareName(named.name)) && !/\s/u.test(named.text.trim())
  if (named && named !== given && named !== family && !isNamed) return []
  const first = given ?? (isNamed ? named : undefined)
  const last = family ?? (isNamed ? named : undefined)
  return [...new Set([first, middle, last].flatMap((one) => (one ? [one.name] : [])))]
}

/** What stands between two properties of a caption: parts of a name are one name. */
export function captionJoint(names: readonly string[]): string {
  const isPart = (name: string) =>
    [GIVEN_WORDS, MIDDLE_WORDS, FAMILY_WORDS].some((words) => words.has(bareName(name))) ||
    /^(?:name|nom)$/.test(bareName(name))
  return names.every(isPart) ? ' ' : ' · '
}

/** Property names that could caption a node, the likeliest first; those that tell nothing are left out. */
export function likeliest(names: readonly string[]): readonly string[] {
  const words = [...NAME_WORDS, ...FAMILY_WORDS, ...GIVEN_WORDS, ...CODE_WORDS, ...ID_WORDS]
  const ranked = names.map((name) => ({ name, rank: rankIn(words, name) })).filter(({ rank }) => rank !== undefined)
  return ranked.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.name < b.name ? -1 : 1)).map(({ name }) => name)
}

/** The rank of a name: exactly a word of the list, then one that ends in such a word (company_name), then none. */
function rankIn(words: readonly string[], name: string): number | undefined {
  const exact = words.indexOf(bareName(name))
  if (exact >= 0) return exact
  const ending = words.indexOf(lastWord(name))
  return ending >= 0 ? words.length + ending : undefined
}

function best(candidates: readonly CaptionCandidate[], rank: (name: string) => number | undefined) {
  let found: { readonly candidate: CaptionCandidate; readonly rank: number } | undefined
  for (const candidate of candidates) {
    const ranked = rank(candidate.name)
    if (ranked !== undefined && (!found || ranked < found.rank)) found = { candidate, rank: ranked }
  }
  return found?.candidate
}

/** Whether a text could be what people call a thing: it begins as a name does, has a word, and is no sentence. */
const isSaid = (text: string): boolean =>
  text.trim().length <= 80 &&
  /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(text.trim()) &&
  /\p{L}{2}/u.test(text) &&
  !/[.!?…]$/u.test(text.trim())

const isShared = (name: string) => SHARED_WORDS.has(bareName(name)) || SHARED_WORDS.has(lastWord(name))
const isCodeName = (name: string) => rankIn([...CODE_WORDS, ...ID_WORDS], name) !== undefined
