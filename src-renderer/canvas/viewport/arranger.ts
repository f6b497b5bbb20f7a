import { layoutInput } from '@core/layout/layout-input'
import type { Shown } from '@core/view/shown'
import type { Camera } from '../../state/camera.svelte'
import type { Point } from '../../state/shown-view.svelte'
import type { LayoutAnswer, LayoutRequest } from './layout-worker'

/** A layout that takes longer than this is shown, ms. */
const SHOWN_AFTER = 400

/** Lays out off the UI thread, one layout at a time, and shows on the camera how far it has come. */
export class Arranger {
  readonly #camera: Camera
  #worker: Worker | undefined
  #cancel: (() => void) | undefined

  constructor(camera: Camera) {
    this.#camera = camera
  }

  /** Places for what is shown, `fixed` as they are; undefined if it was stopped or another layout has begun. */
  run(
    shown: Shown,
    fixed: ReadonlyMap<string, Point>,
    { centre, beside }: Pick<LayoutRequest, 'centre' | 'beside'> = {}
  ): Promise<ReadonlyMap<string, Point> | undefined> {
    this.stop()
    const input = layoutInput(shown)
    const waiting = input.nodes.length - input.nodes.filter(({ id }) => fixed.has(id)).length
    const ids = new Set(input.nodes.map(({ id }) => id))
    const request: LayoutRequest = {
      ...input,
      fixed: new Map([...fixed].filter(([id]) => ids.has(id)).map(([id, { x, y }]) => [id, { x, y }])),
      ...(centre && { centre }),
      ...(beside && { beside })
    }
    return new Promise((resolve, reject) => {
      const worker = this.#begin()
      let share = 0
      const show = () => {
        this.#camera.arranging = { entities: waiting, done: Math.round(share * waiting), stop: () => this.stop() }
      }
      const timer = setTimeout(show, SHOWN_AFTER)
      const end = () => {
        clearTimeout(timer)
        this.#cancel = undefined
        this.#camera.arranging = undefined
      }
      this.#cancel = () => {
        end()
        worker.terminate()
        this.#worker = undefined
        resolve(undefined)
      }
      worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
        if ('share' in data) {
          share = data.share
          if (this.#camera.arranging) show()
          return
        }
        end()
        resolve(data.places)
      }
      worker.onerror = ({ message }) => {
        end()
        reject(new Error(`The layout failed: ${message}`))
      }
      worker.postMessage(request)
    })
  }

  stop(): void {
    this.#cancel?.()
  }

  destroy(): void {
    this.stop()
    this.#worker?.terminate()
  }

  #begin(): Worker {
    this.#worker ??= new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    return this.#worker
  }
}
