import { CanvasState } from '@renderer/canvas/canvas-state.svelte'
import { attachGestures } from '@renderer/canvas/input/gestures'
import { handleOf } from '@renderer/canvas/input/hit'
import { followPointer } from '@renderer/canvas/input/pointer'
import { NOTHING } from '@renderer/canvas/labels/labels'
import type { PointerMarks } from '@renderer/canvas/layers/pointer-layer'
import { Framing } from '@renderer/canvas/viewport/framing'
import { Viewport } from '@renderer/canvas/viewport/viewport'
import type { App } from '@renderer/state/app.svelte'
import type { Point } from '@renderer/state/shown-view.svelte'
import cytoscape, { type Core } from 'cytoscape'
import { beforeEach, describe, expect, it } from 'vitest'
import { openWindow } from '../../window'
import { PLACES, stageOfBases } from '../picture-of-bases'

let app: App
let cy: Core
let stage: ReturnType<typeof stageOfBases>
let addAt: Point | undefined
/** All of a drawing that has no need of pixels. */
const surface = () => ({
  cy,
  viewport: new Viewport(cy),
  stage,
  placement: NOTHING,
  move: (moved: ReadonlyMap<string, Point>) => stage.move(moved)
})

beforeEach(async () => {
  app = (await openWindow()).app
  cy = cytoscape({ headless: true, styleEnabled: false })
  cy.add([...PLACES].map(([id, { x, y }]) => ({ data: { id }, position: { x, y } })))
  stage = stageOfBases()
  app.view.place(PLACES, false)
  addAt = undefined
  const drawing = surface()
  attachGestures(drawing, new Framing(drawing.viewport, stage, () => NOTHING), app, (point) => {
    addAt = point
  })
})

const press = (keys: MouseEventInit = {}) => new MouseEvent('mouseup', keys)
const tapNode = (id: string, keys?: MouseEventInit, type = 'tap') =>
  cy.getElementById(id).emit({ type, position: cy.getElementById(id).position(), originalEvent: press(keys) } as never)
const tapGround = (position: Point, keys?: MouseEventInit, type = 'tap') =>
  cy.emit({ type, position, originalEvent: press(keys) } as never)
const selected = () => [...app.selection.entities]

describe('a tap', () => {
  it('selects an entity, with Shift or Ctrl one more or one less', () => {
    tapNode('russia')
    expect(selected()).toEqual(['russia'])
    tapNode('tartus', { shiftKey: true })
    expect(selected()).toEqual(['russia', 'tartus'])
    tapNode('russia', { ctrlKey: true })
    expect(selected()).toEqual(['tartus'])
    tapNode('antonov')
    expect(selected()).toEqual(['antonov'])
  })

  it('selects the line under it, and remembers from where', () => {
    tapNode('russia')
    tapGround({ x: 0, y: 150 })
    expect(app.selection.relation).toBe('r-tartus')
  })

  it('on the ground selects nothing, but spares a selection that is being made', () => {
    tapNode('russia')
    tapGround({ x: -300, y: -300 }, { shiftKey: true })
    expect(selected()).toEqual(['russia'])
    tapGround({ x: -300, y: -300 })
    expect(app.selection.empty).toBe(true)
  })

  it('twice on the ground adds an entity there', () => {
    for (const type of ['tap', 'tap', 'dbltap']) tapGround({ x: -300.4, y: -299.6 }, {}, type)
    expect(app.dialogs.open).toEqual({ kind: 'entity' })
    expect(addAt).toEqual({ x: -300, y: -300 })
  })

  it('twice at two ends of the window is no double tap', () => {
    tapGround({ x: -300, y: -300 })
    tapGround({ x: -100, y: -300 })
    tapGround({ x: -100, y: -300 }, {}, 'dbltap')
    expect(app.dialogs.open).toBeUndefined()
  })
})

describe('a drag', () => {
  const drag = (id: string, by: Point) => {
    const node = cy.getElementById(id)
    node.emit('grab')
    node.position({ x: node.position().x + by.x, y: node.position().y + by.y })
    node.emit('drag')
    node.emit('dragfree')
  }

  it('moves an entity, and the place is kept in whole pixels', () => {
    drag('tartus', { x: 10.4, y: -20 })
    expect(app.view.positions.get('tartus')).toEqual(expect.objectContaining({ x: 10, y: 280 }))
    expect(stage.bodies.get('tartus')).toMatchObject({ x: 10.4, y: 280 })
  })

  it('moves all that are selected as far, in the picture', () => {
    app.selection.selectEntities(['tartus', 'russia'])
    drag('tartus', { x: 50, y: 0 })
    expect(stage.bodies.get('russia')).toMatchObject({ x: 50, y: 0 })
    expect(stage.bodies.get('hmeimim')).toMatchObject({ x: 300, y: 0 })
  })

  it('round several selects them besides those that are', async () => {
    app.selection.selectEntities(['antonov'])
    cy.emit('boxstart')
    cy.emit('boxend')
    for (const id of ['russia', 'tartus']) cy.getElementById(id).emit('box')
    await Promise.resolve()
    expect(selected()).toEqual(['antonov', 'russia', 'tartus'])
  })
})

describe('the pointer', () => {
  let root: HTMLElement
  let marks: PointerMarks
  let ends: AbortController
  beforeEach(() => {
    root = document.createElement('div')
    root.setPointerCapture = () => {}
    marks = {}
    ends = new AbortController()
    const mark = (more: PointerMarks) => {
      marks = { ...marks, ...more }
    }
    const drawing = { ...surface(), mark }
    followPointer(root, drawing, new CanvasState(app), ends.signal)
  })
  const send = (type: string, { x, y }: Point, init: PointerEventInit = {}) =>
    root.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, bubbles: true, ...init }))
  const at = (id: string) => stage.bodies.get(id) ?? { x: 0, y: 0 }
  const handle = (id: string) => {
    const body = stage.bodies.get(id)
    if (!body) throw new Error(`${id} is not drawn`)
    return handleOf(body)
  }

  it('hovers a symbol, a line, or nothing, and shows what can be pressed', () => {
    send('pointermove', at('tartus'))
    expect([app.selection.hovered, root.style.cursor]).toEqual(['tartus', 'pointer'])
    send('pointermove', { x: 0, y: 150 })
    expect(app.selection.hovered).toBe('r-tartus')
    send('pointermove', { x: -300, y: -300 })
    expect([app.selection.hovered, root.style.cursor]).toEqual([undefined, 'default'])
  })

  it('keeps a symbol hovered on the way to its handle', () => {
    send('pointermove', at('tartus'))
    send('pointermove', handle('tartus'))
    expect([app.selection.hovered, root.style.cursor]).toEqual(['tartus', 'crosshair'])
  })

  it('drags a relation from the handle to another entity', () => {
    send('pointermove', at('tartus'))
    send('pointerdown', handle('tartus'))
    send('pointermove', at('antonov'))
    expect(marks.drag).toMatchObject({ from: 'tartus', to: 'antonov' })
    send('pointerup', at('antonov'))
    expect(app.dialogs.open).toEqual({ kind: 'relation', from: 'tartus', to: 'antonov' })
    expect(marks.drag).toBeUndefined()
  })

  it('asks for the other end where it is let go on the ground, and for nothing where it began or by Esc', () => {
    send('pointermove', at('tartus'))
    send('pointerdown', handle('tartus'))
    send('pointerup', at('tartus'))
    expect(app.dialogs.open).toBeUndefined()
    send('pointerdown', handle('tartus'))
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    send('pointerup', { x: -300, y: -300 })
    expect(app.dialogs.open).toBeUndefined()
    send('pointerdown', handle('tartus'))
    send('pointerup', { x: -300, y: -300 })
    expect(app.dialogs.open).toEqual({ kind: 'relation', from: 'tartus', at: { x: -300, y: -300 } })
  })

  it('follows nothing any more once the canvas has gone', () => {
    ends.abort()
    send('pointermove', at('tartus'))
    expect(app.selection.hovered).toBeUndefined()
  })
})
