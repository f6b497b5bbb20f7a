import { InDatabase } from '../records/in-database'
import { ExternalPart } from './external-part'
import { chosenCaption, LabelSettings } from './label-settings'
import { textOf } from './value-text'

/** What the field `neo4j` of a record says that its other fields do not, by name, in words. */
export function databaseLabels(value: unknown): ReadonlyMap<string, string> {
  if (value === undefined) return new Map()
  const part = ExternalPart.safeParse(value).data
  const settings = LabelSettings.safeParse(value).data
  const { written, gone } = InDatabase.safeParse(value).data ?? {}
  const isLabel = settings !== undefined && !part
  return new Map(
    [
      ['Caption', isLabel ? chosenCaption(settings).join(' · ') : undefined],
      ['Stable key', isLabel ? settings.key : part?.value && `${part.property} ${textOf(part.value)}`],
      ['Labels', part?.labels.join(', ')],
      ['In the database', isLabel ? undefined : gone ? 'no longer there' : written ? 'written by you' : 'there']
    ].flatMap(([name, words]) => (name && words ? [[name, words] as const] : []))
  )
}
