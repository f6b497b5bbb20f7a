import { z } from 'zod'
import { DateField, InstantField } from '../../records/dates-of-record'
import { LONGEST_DATE } from '../../records/dates-parse'
import { Id } from '../../records/ids'
import { FARTHEST } from '../../records/limits'
import { AnyNumber, Coordinate, Reliability, SCHEMAS } from '../../records/records'
import { FORMAT, VERSION } from '../../records/sections'
import { Name } from '../../records/text'

const { entityType, relationType, source, entity, relation, claim, view, conflict } = SCHEMAS

// A record in the file does not say its kind: the section does.
const FileShape = z.looseObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  title: z.union([z.literal(''), Name]).optional(),
  vocabulary: z
    .looseObject({
      entityTypes: z.array(entityType.omit({ kind: true })).optional(),
      relationTypes: z.array(relationType.omit({ kind: true })).optional()
    })
    .optional(),
  sources: z.array(source.omit({ kind: true })).optional(),
  entities: z.array(entity.omit({ kind: true })).optional(),
  relations: z.array(relation.omit({ kind: true })).optional(),
  claims: z.array(claim.omit({ kind: true })).optional(),
  notSame: z.array(z.tuple([Id, Id])).optional(),
  views: z.array(view.omit({ kind: true })).optional(),
  conflicts: z.array(conflict.omit({ kind: true })).optional()
})

/**
 * The JSON Schema (draft 2020-12) of a `*.entente.json` file, as published beside this module. It says what one record must
 * be; that dates are EDTF and that ids lead somewhere is beyond it and checked by parseGraph.
 */
export function fileSchema(): object {
  const schema = z.toJSONSchema(FileShape, { io: 'input', unrepresentable: 'any', override: described })
  return {
    title: 'Entente graph',
    description: 'A graph of relations with the claims and sources behind them.',
    ...schema
  }
}

const DESCRIPTIONS = new Map<unknown, string>([
  [
    DateField,
    'A date or interval in EDTF (ISO 8601-2), level 1: 2024, 2024-12, 2024-12-XX, 2024-12-08~, 2015-09-30/2024-12-08, 2017/..'
  ],
  [InstantField, 'An instant (ISO 8601) with Z or its offset from UTC: 2025-03-02T12:00:00Z'],
  [Reliability, 'NATO Admiralty code: A completely reliable … E unreliable, F cannot be judged'],
  [claim.shape.credibility, 'NATO Admiralty code: 1 confirmed … 5 improbable, 6 cannot be judged']
])

function described({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: z.core.JSONSchema.BaseSchema }) {
  const description = DESCRIPTIONS.get(zodSchema)
  if (description) jsonSchema.description = description
  // A file with another value there is opened all the same; whoever writes one writes a date.
  if (zodSchema === DateField) Object.assign(jsonSchema, { type: 'string', maxLength: LONGEST_DATE })
  if (zodSchema === InstantField) Object.assign(jsonSchema, { type: 'string', format: 'date-time' })
  // Not every validator reads Unicode classes in patterns; invisible characters are left to parseGraph.
  if (zodSchema === Id) jsonSchema.pattern = '^\\S+$'
  // However many digits it has.
  if (zodSchema === AnyNumber) {
    delete jsonSchema.anyOf
    jsonSchema.type = 'number'
  }
  if (zodSchema === Coordinate) Object.assign(jsonSchema, { type: 'number', minimum: -FARTHEST, maximum: FARTHEST })
  if (zodSchema === view.shape.positions) jsonSchema.default = []
  // Every integer in JavaScript is a safe one; that tells a reader nothing.
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}
