import type { Change } from '../change/change'
import { type Refusal, refuse } from '../change/refusal'
import type { Edit, Graph } from '../graph/graph'
import { quote } from '../text/quote'
import { captionOf } from './caption'
import { externalPart, externalPartOf } from './external-part'
import { labelSettings, settingsOf } from './label-settings'
import { externalTypeId } from './type-ids'

/** What the analyst chooses for a label; absent: as it comes. */
export interface LabelChoice {
  /** The properties whose values name its nodes, in order. */
  readonly caption?: readonly string[]
  /** The property by which its nodes are found again. */
  readonly key?: string
  /** How its nodes are drawn, as ids of a symbol and a colour. */
  readonly symbol?: string
  readonly colour?: string
}

/** Keeps the choice, and names and keys all entities of that label anew. */
export function chooseForLabel(graph: Graph, label: string, choice: LabelChoice): Change | Refusal {
  const type = graph.get('entityType', externalTypeId(label))
  const before = settingsOf(type)
  if (!type || !before) return refuse(`There is no label ${quote(label)} in this graph.`)
  const { caption: _caption, key: _key, ...rest } = before
  const [caption, ...more] = choice.caption ?? []
  const chosen = more.length > 0 ? choice.caption : caption
  const after = {
    ...type,
    ...(choice.symbol !== undefined && { symbol: choice.symbol }),
    ...(choice.colour !== undefined && { colour: choice.colour }),
    neo4j: {
      ...rest,
      ...(chosen !== undefined && { caption: chosen }),
      ...(choice.key !== undefined && { key: choice.key })
    }
  }
  const settings = labelSettings(graph.with([{ before: type, after }]))
  const edits: Edit[] = [{ before: type, after }]
  for (const entity of graph.all('entity').values()) {
    const part = externalPartOf(entity)
    if (!part?.labels.includes(label)) continue
    const node = { id: '', labels: part.labels, properties: part.before }
    edits.push({
      before: entity,
      after: { ...entity, name: captionOf(node, settings.captions), neo4j: externalPart(node, settings) }
    })
  }
  return { label: `Choose caption, key and symbol of ${label}`, edits }
}
