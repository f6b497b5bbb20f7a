import { z } from 'zod'
import type { Graph } from '../graph/graph'
import type { EntityType } from '../records/records'

/** What our file knows of a label: its name in the database, what captions its nodes, and the property by which they are found again. */
export const LabelSettings = z.looseObject({
  label: z.string(),
  caption: z.string().optional(),
  key: z.string().optional()
})

export type LabelSettings = z.infer<typeof LabelSettings>

/** The settings of a type that stands for a label; undefined for a type of our own. */
export function settingsOf(type: EntityType | undefined): LabelSettings | undefined {
  const read = LabelSettings.safeParse(type?.neo4j)
  return read.success ? read.data : undefined
}

/** What the analyst has chosen for the labels of a database: label → property. */
export function labelSettings(graph: Graph): {
  readonly captions: ReadonlyMap<string, string>
  readonly keys: ReadonlyMap<string, string>
} {
  const captions = new Map<string, string>()
  const keys = new Map<string, string>()
  for (const type of graph.all('entityType').values()) {
    const settings = settingsOf(type)
    if (settings?.caption !== undefined) captions.set(settings.label, settings.caption)
    if (settings?.key !== undefined) keys.set(settings.label, settings.key)
  }
  return { captions, keys }
}
