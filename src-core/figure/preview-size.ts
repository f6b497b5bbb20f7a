/** A width and a height, px. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** A long figure is scrolled rather than made smaller than this part of the room's width. */
const LEAST = 0.62

/** How large a figure is shown in a room, px: whole where it can be read so. */
export function previewSize({ width, height }: Size, room: Size): Size {
  const whole = Math.min(room.width / width, room.height / height)
  const factor = Math.max(whole, (room.width * LEAST) / width)
  return { width: width * factor, height: height * factor }
}
