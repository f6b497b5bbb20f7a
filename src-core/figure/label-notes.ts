import { isBundle, thousands } from '../drawing/lines'
import type { Labels } from '../drawing/place-labels'
import { clipped, drawable, graphemes } from '../text/typesetting'
import { MOST_NOTED } from './budget'
import type { FigureContent } from './figure-content'

/** What a picture does not show as it should, in sentences: labels that are cut, left out, or left to the list. */
export function labelNotes(content: FigureContent, labels: Labels, numbered: boolean): readonly string[] {
  const { entities, lines } = content
  const names = new Map(entities.map(({ id, name, aside }) => [id, aside === undefined ? name : `${name} (${aside})`]))
  const said = new Map(lines.map((line) => [line.id, line]))
  const nameOf = (id: string) => short(names.get(id) ?? '')
  const sentenceOf = (id: string) =>
    short((isBundle(id) ? said.get(id)?.word : said.get(id)?.members[0]?.sentence) ?? '')
  const isCut = (text: string | undefined) => text?.endsWith('…')
  const isListed = (id: string) => numbered && labels.words.get(id)?.tab !== undefined
  const unsaid = [...labels.leftOutWords, ...labels.shortened.filter((id) => !isListed(id))]
  const single = [
    ...labels.leftOutNames.map((id) => () => `The name of ${nameOf(id)} has no free place and is left out.`),
    ...unsaid.map((id) => () => `The word of “${sentenceOf(id)}” has no free place and is left out.`),
    ...entities
      .filter(({ id }) => labels.names.get(id)?.lines.some(({ text }) => isCut(text)))
      .map(
        ({ id }) =>
          () =>
            `The name of ${nameOf(id)} is cut.`
      ),
    ...lines
      .filter(({ id }) => isCut(labels.words.get(id)?.word?.text))
      .map(
        ({ id }) =>
          () =>
            `The word of “${sentenceOf(id)}” is cut.`
      )
  ]
  const more = single.length - MOST_NOTED
  return [
    ...single.slice(0, MOST_NOTED).map((say) => say()),
    ...(more > 0 ? [`So it is with ${thousands(more)} more ${more === 1 ? 'label' : 'labels'}.`] : []),
    ...bundleNotes(content),
    ...leftOut(content, labels, numbered)
  ]
}

function bundleNotes({ lines }: FigureContent): readonly string[] {
  const bundles = lines.filter(({ id }) => isBundle(id))
  if (bundles.length === 0) return []
  const relations = thousands(bundles.reduce((sum, { members }) => sum + members.length, 0))
  return bundles.length === 1
    ? [`${relations} parallel relations are drawn as one line with their number.`]
    : [`${relations} parallel relations are drawn as ${thousands(bundles.length)} lines, each with its number.`]
}

/** Words that stand in the list only, and labels that were not even tried. */
function leftOut({ entities, lines }: FigureContent, labels: Labels, numbered: boolean): readonly string[] {
  const [tried, said] = [new Set(labels.leftOutNames), new Set(labels.leftOutWords)]
  const unnamed = entities.filter(({ id }) => !labels.names.has(id) && !tried.has(id)).length
  const untried = lines.filter(({ id }) => !labels.words.has(id) && !said.has(id)).length
  const listed = numbered ? labels.shortened.filter((id) => labels.words.get(id)?.tab !== undefined).length : 0
  const notes: string[] = []
  if (unnamed > 0)
    notes.push(`${thousands(unnamed)} ${unnamed === 1 ? 'name is' : 'names are'} left out: the drawing has no room.`)
  if (listed > 0)
    notes.push(
      `${thousands(listed)} ${listed === 1 ? 'word stands' : 'words stand'} only in the list: the drawing has no room.`
    )
  const dates = labels.abridged.length
  if (dates > 0)
    notes.push(
      numbered
        ? `${thousands(dates)} ${dates === 1 ? 'date stands' : 'dates stand'} only in the list: the lines have no room.`
        : `${thousands(dates)} ${dates === 1 ? 'date has' : 'dates have'} no room on the lines and ${dates === 1 ? 'is' : 'are'} left out.`
    )
  if (untried > 0)
    notes.push(`${thousands(untried)} ${untried === 1 ? 'word is' : 'words are'} left out: the drawing has no room.`)
  return notes
}

const short = (text: string) => clipped(drawable(text), (part) => graphemes(part).length <= 80)
