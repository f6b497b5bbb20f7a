import { z } from 'zod'
import type { Graph } from '../graph/graph'
import type { EntityType } from '../records/records'

/**
 * What our file knows of a label: its name in the database, what captions its nodes (`usual`: as a sample of them suggests;
 * `caption`: as the analyst has chosen), and the property by which they are found again.
 */
export const LabelSettings = z.looseObject({
  label: z.string(),
  caption: z.union([z.string(), z.array(z.string()).readonly()]).optional(),
  usual: z.array(z.string()).readonly().optional(),
  key: z.string().optional()
})

export type LabelSettings = z.infer<typeof LabelSettings>

/** The settings of a type that stands for a label; undefined for a type of our own. */
export function settingsOf(type: EntityType | undefined): LabelSettings | undefined {
  const read = LabelSettings.safeParse(type?.neo4j)
  return read.success ? read.data : undefined
}

/** The properties that caption a label's nodes as the analyst has chosen, in order; none where the choice is left to the sample. */
export const chosenCaption = ({ caption = [] }: LabelSettings): readonly string[] =>
  typeof caption === 'string' ? [caption] : caption

/** What captions and what finds again the nodes of a database's labels: label → properties, label → property. */
export function labelSettings(graph: Graph): {
  readonly captions: ReadonlyMap<string, readonly string[]>
  readonly keys: ReadonlyMap<string, string>
} {
  const captions = new Map<string, readonly string[]>()
  const keys = new Map<string, string>()
  for (const type of graph.all('entityType').values()) {
    const settings = settingsOf(type)
    if (!settings) continue
    const chosen = chosenCaption(settings)
    const names = chosen.length > 0 ? chosen : (settings.usual ?? [])
    if (names.length > 0) captions.set(settings.label, names)
    if (settings.key !== undefined) keys.set(settings.label, settings.key)
  }
  return { captions, keys }
}
