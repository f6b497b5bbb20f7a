import { EntityDraft } from '@renderer/forms/entity-draft.svelte'
import { SourceChoice } from '@renderer/forms/source-choice.svelte'
import type { App } from '@renderer/state/app.svelte'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openWindow } from '../window'

let app: App
beforeEach(async () => {
  app = (await openWindow()).app
})

const hmeimim = () => {
  const entity = app.doc.graph.get('entity', 'hmeimim')
  if (!entity) throw new Error('no such entity')
  return entity
}

describe('an entity that is being written', () => {
  it('says one thing at a time of what it lacks', async () => {
    const draft = new EntityDraft(app)
    expect(draft.missing).toBe('Give it a name.')
    draft.name = 'Wagner Group'
    await vi.waitFor(() => expect(draft.missing).toBe('Choose what “Wagner Group” is.'))
    draft.type.use('state')
    expect(draft.missing).toBeUndefined()
    draft.plain.texts.period = 'soon'
    expect(draft.missing).toBe('The period cannot be read yet.')
    draft.plain.texts.period = '2015/..'
    draft.fill({ type: 'state', name: 'Wagner Group', properties: { '': 'x' } })
    expect(draft.missing).toBe('One of the properties has no name yet.')
  })

  it('asks about a name that is taken until it is answered, and not about its own', async () => {
    const draft = new EntityDraft(app)
    draft.name = 'Russia'
    await vi.waitFor(() => expect(draft.lookalikes.open?.entity.id).toBe('russia'))
    expect(draft.missing).toMatch(/^First say what “Russia” is/)
    draft.lookalikes.notThis('russia')
    expect(draft.lookalikes.open).toBeUndefined()
    expect(draft.lookalikes.apart).toEqual(['russia'])
    expect(new EntityDraft(app, app.doc.graph.get('entity', 'russia')).missing).toBeUndefined()
  })

  it('gives back what it was filled with', () => {
    const draft = new EntityDraft(app, { ...hmeimim(), properties: { runways: 2, open: true, code: 'OSLK' } })
    const { type, name, aliases, summary, period, properties } = draft.fields
    expect({ type, name, summary, period }).toEqual({
      type: 'facility',
      name: 'Hmeimim Air Base',
      summary: 'Russian air base on the coast near Latakia.',
      period: '2015/..'
    })
    expect(aliases).toEqual(hmeimim().aliases)
    expect(properties).toEqual({ runways: 2, open: true, code: 'OSLK' })
  })

  it('keeps a number a number, also where another is typed over it', () => {
    const draft = new EntityDraft(app, { ...hmeimim(), properties: { runways: 2, length: 3200 } })
    const [runways] = draft.properties.rows
    if (runways) runways.value = '3'
    expect(draft.fields.properties).toEqual({ runways: 3, length: 3200 })
  })

  it('proposes kind and script of another name until the user chooses', () => {
    const draft = new EntityDraft(app, undefined, 'Aleppo')
    draft.addAlias()
    draft.addAlias()
    const [first, second] = draft.aliases
    if (!first || !second) throw new Error('no lines')
    first.text = 'حلب'
    expect([first.kind, first.script]).toEqual(['native', 'Arab'])
    second.text = 'Halab'
    const { kind } = second
    second.choose({ script: 'Cyrl' })
    expect([second.kind, second.script]).toEqual([kind, 'Cyrl'])
    second.choose({ kind: 'acronym' })
    second.text = 'Хaлаб'
    expect([second.kind, second.script]).toEqual(['acronym', 'Cyrl'])
  })

  it('differs from before as soon as something is typed, and not by an empty line', () => {
    const draft = new EntityDraft(app, hmeimim())
    const before = JSON.stringify(draft.snapshot)
    draft.addAlias()
    expect(JSON.stringify(draft.snapshot)).toBe(before)
    draft.plain.texts.summary += '!'
    expect(JSON.stringify(draft.snapshot)).not.toBe(before)
  })
})

describe('where a claim comes from', () => {
  it('is a source of the graph, with its grade', () => {
    const choice = new SourceChoice(app, 's-ties')
    expect(choice.text).toBe('New Syrian leader wants close ties with Russia')
    expect(choice.reliability).toBe(choice.source?.reliability)
    expect([choice.isEmpty, choice.regraded]).toEqual([false, undefined])
    choice.reliability = 'A'
    expect(choice.regraded).toBe('A')
  })

  it('is nothing of the graph any more once something else is typed', () => {
    const choice = new SourceChoice(app, 's-ties')
    choice.reliability = 'A'
    choice.text = 'Another'
    choice.typed()
    expect([choice.source, choice.reliability, choice.isEmpty]).toEqual([undefined, 'F', false])
  })

  it('is a new one by the title that was typed', () => {
    const choice = new SourceChoice(app)
    expect(choice.isEmpty).toBe(true)
    choice.text = 'A report'
    choice.makeNew()
    choice.published = ' 2024-12 '
    expect(choice.fields).toEqual({
      title: 'A report',
      publisher: '',
      published: '2024-12',
      url: '',
      reliability: 'F'
    })
  })
})
