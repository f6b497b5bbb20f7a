import { evidence } from '@core/evidence/evidence'
import { belongsTo } from '@core/evidence/parties'
import { heardIn, isUnnamed } from '@core/evidence/voices'
import { Graph } from '@core/graph/graph'
import { describe, expect, it } from 'vitest'
import { claim, entity, relation, source } from '../sample'

describe('a voice', () => {
  it.each([
    'officials',
    'Two officials',
    'a source in Kyiv',
    'unnamed Kremlin aide',
    'Senior diplomats',
    'the analysts',
    'مصادر',
    'Turkish officials',
    'a Syrian security source',
    'Unnamed-Official'
  ])('that is not named: %s', (text) => expect(isUnnamed(text)).toBe(true))
  it.each([
    'Lena Varga',
    'The Guardian',
    'al-Jazeera',
    'bin Salman',
    'Local Coordination Committees',
    'A',
    'hezbollah',
    'The Observer',
    'former minister Aslan',
    'Lena varga',
    'أحمد الشرع',
    '王毅'
  ])('that is named: %s', (text) => expect(isUnnamed(text)).toBe(false))

  it('is the speaker, else the root of what the statement rests on, else the source', () => {
    const graph = Graph.of('', [
      entity('e', 'person', 'Lena Varga'),
      source('wire', { publisher: 'A wire' }),
      source('paper', { basedOn: 'wire' }),
      source('letter')
    ])
    const voice = (more: object) => heardIn(graph, claim('c', 'r', { source: 'paper', ...more })).voice
    expect(voice({ attributedTo: 'e' })).toMatchObject({ kind: 'entity', entity: 'e', label: 'Lena Varga' })
    expect(voice({ basedOn: 'letter' })).toMatchObject({ kind: 'source', key: 's letter' })
    expect(voice({ basedOn: ['letter', 'wire'] }).key).toBe('s letter wire')
    expect(voice({})).toMatchObject({ kind: 'source', key: 's wire', label: 'A wire' })
  })
})

describe('a party', () => {
  const membership = {
    kind: 'relationType',
    id: 'part-of',
    label: 'part of',
    inverse: 'includes',
    membership: true
  } as const
  const records = [
    membership,
    ...['speaker', 'ministry', 'state', 'other'].map((id) => entity(id, 'state', id)),
    relation('r-1', 'part-of', 'speaker', 'ministry'),
    relation('r-2', 'part-of', 'ministry', 'state'),
    relation('r', 'meets', 'state', 'other'),
    source('s'),
    claim('c', 'r', { source: 's', attributedTo: 'speaker' })
  ]

  it('is what belongs to an end, by way of what it belongs to', () => {
    const graph = Graph.of('', records)
    expect([...belongsTo(graph, 'speaker').keys()].sort()).toEqual(['ministry', 'speaker', 'state'])
    expect(evidence(graph, 'r').flags).toContain('self-interest')
  })

  it('is none whose membership is merely denied', () => {
    const denied = claim('c-2', 'r-2', { source: 's', stance: 'denies' })
    expect(evidence(Graph.of('', [...records, denied]), 'r').flags).not.toContain('self-interest')
  })
})
