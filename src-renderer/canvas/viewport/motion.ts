/** How long the camera and a new layout take to get where they go, ms. */
export const CAMERA_MOTION = 240
export const LAYOUT_MOTION = 320

/** Calls `step` with the share of the way, 0–1, on every frame until 1; at once where motion is not wanted. Returns how to stop it. */
export function animate(duration: number, step: (share: number) => void, done: () => void = () => {}): () => void {
  const finish = () => {
    step(1)
    done()
  }
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    finish()
    return () => {}
  }
  const start = performance.now()
  let frame = requestAnimationFrame(function next(now) {
    const share = (now - start) / duration
    if (share >= 1) return finish()
    step(eased(Math.max(0, share)))
    frame = requestAnimationFrame(next)
  })
  return () => cancelAnimationFrame(frame)
}

/** cubic-bezier(.2, 0, 0, 1), solved for the time. */
export function eased(share: number): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 20; step++) {
    const t = (low + high) / 2
    if (0.6 * t * (1 - t) ** 2 + t ** 3 < share) low = t
    else high = t
  }
  const t = (low + high) / 2
  return 3 * t ** 2 * (1 - t) + t ** 3
}
