import { Camera } from '@renderer/state/camera.svelte'
import { describe, expect, it } from 'vitest'

const canvas = () => {
  const done: string[] = []
  const controls = {
    fit: () => done.push('fit'),
    zoomTo: (zoom: number) => done.push(`zoom ${zoom}`),
    reveal: (ids: Iterable<string>) => done.push(`reveal ${[...ids]}`),
    centre: () => ({ x: 1, y: 2 }),
    arrange: async () => void done.push('arrange')
  }
  return { done, controls }
}

describe('the camera', () => {
  it('does what the canvas can, and never zooms beyond 10 % and 400 %', async () => {
    const camera = new Camera()
    const { done, controls } = canvas()
    camera.attach(controls)
    camera.fit()
    camera.zoomTo(9)
    camera.zoomTo(0.01)
    camera.reveal(['a', 'b'])
    await camera.arrange()
    expect(done).toEqual(['fit', 'zoom 4', 'zoom 0.1', 'reveal a,b', 'arrange'])
    expect(camera.centre()).toEqual({ x: 1, y: 2 })
  })

  it('does nothing while there is no canvas, and a canvas that went does not take the next one along', () => {
    const camera = new Camera()
    camera.fit()
    expect(camera.centre()).toEqual({ x: 0, y: 0 })
    const [first, second] = [canvas(), canvas()]
    const detachFirst = camera.attach(first.controls)
    camera.attach(second.controls)
    detachFirst()
    camera.fit()
    expect(first.done).toEqual([])
    expect(second.done).toEqual(['fit'])
  })
})
