/** Why an external database refused, as a message; line and column, from 1, where a statement is at fault. */
export class ExternalError extends Error {
  readonly line?: number
  readonly column?: number

  constructor(
    message: string,
    place: { readonly line?: number; readonly column?: number; readonly cause?: unknown } = {}
  ) {
    super(message, { cause: place.cause })
    this.name = 'ExternalError'
    this.line = place.line
    this.column = place.column
  }
}
