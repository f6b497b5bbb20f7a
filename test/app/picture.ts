import type { Page } from '@playwright/test'
import { expect } from './launch'

export interface Spot {
  readonly x: number
  readonly y: number
}

/** The picture, as someone sees and touches it. */
export class Picture {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get canvas() {
    return this.#page.getByRole('application')
  }

  /** Where the middle of all that has a colour is, in the window. */
  async find(colour: string): Promise<Spot> {
    let spot: Spot | undefined
    await expect.poll(async () => (spot = await this.#middleOf(colour)), { message: colour }).toBeDefined()
    return spot as Spot
  }

  async has(colour: string): Promise<boolean> {
    return (await this.#middleOf(colour)) !== undefined
  }

  async click(at: Spot, modifiers: readonly ('Shift' | 'Control')[] = []) {
    for (const key of modifiers) await this.#page.keyboard.down(key)
    await this.#page.mouse.click(at.x, at.y)
    for (const key of modifiers) await this.#page.keyboard.up(key)
  }

  async drag(from: Spot, to: Spot) {
    await this.#page.mouse.move(from.x, from.y)
    await this.#page.mouse.down()
    await this.#page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
    await this.#page.mouse.move(to.x, to.y, { steps: 4 })
    await this.#page.mouse.up()
  }

  /** Drags a relation out of an entity by the handle beside it. */
  async pull(from: Spot, to: Spot) {
    await this.#page.mouse.move(from.x, from.y)
    const handle = await this.find('#1F5FC4')
    await this.drag(handle, to)
  }

  async #middleOf(colour: string): Promise<Spot | undefined> {
    return this.canvas.evaluate((root, wanted) => {
      const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16))
      const sum = { x: 0, y: 0, count: 0 }
      for (const canvas of root.querySelectorAll<HTMLCanvasElement>(':scope > * > canvas')) {
        const { width, height } = canvas
        const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
        for (let at = 0; at < data.length; at += 4)
          if (data[at] === red && data[at + 1] === green && data[at + 2] === blue && data[at + 3] === 255) {
            sum.x += (at / 4) % width
            sum.y += Math.floor(at / 4 / width)
            sum.count++
          }
      }
      if (sum.count < 20) return undefined
      const { left, top } = root.getBoundingClientRect()
      return { x: left + sum.x / sum.count / devicePixelRatio, y: top + sum.y / sum.count / devicePixelRatio }
    }, colour)
  }
}
