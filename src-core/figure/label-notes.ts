import type { Labels } from '../drawing/place-labels'
import { clipped, drawable, graphemes } from '../text/typesetting'
import type { FigureContent } from './figure-content'

/** What a picture does not show as it should, in sentences: labels that are cut, left out, or left to the list. */
export function labelNotes({ entities, relations }: FigureContent, labels: Labels): readonly string[] {
  const names = new Map(
    entities.map(({ id, name, aside }) => [id, short(aside === undefined ? name : `${name} (${aside})`)])
  )
  const sentences = new Map(relations.map(({ id, sentence }) => [id, short(sentence)]))
  const cutNames = entities.filter(({ id }) => labels.names.get(id)?.lines.some(({ text }) => text.endsWith('…')))
  const cutMessage = relations.filter(({ id }) => labels.words.get(id)?.word?.text.endsWith('…'))
  const isListed = (id: string) => labels.words.get(id)?.tab !== undefined
  const listed = labels.shortened.filter(isListed).length
  const unsaid = [...labels.leftOutWords, ...labels.shortened.filter((id) => !isListed(id))]
  return [
    ...labels.leftOutNames.map((id) => `The name of ${names.get(id)} has no free place and is left out.`),
    ...unsaid.map((id) => `The word of “${sentences.get(id)}” has no free place and is left out.`),
    ...cutNames.map(({ id }) => `The name of ${names.get(id)} is cut.`),
    ...cutMessage.map(({ id }) => `The word of “${sentences.get(id)}” is cut.`),
    ...(listed === 0
      ? []
      : [`${listed} ${listed === 1 ? 'word stands' : 'words stand'} only in the list: the drawing has no room.`])
  ]
}

const short = (text: string) => clipped(drawable(text), (part) => graphemes(part).length <= 80)
