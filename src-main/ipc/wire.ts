/** The IPC channel of all requests from the preload to main. The contract's channel is an argument. */
export const REQUEST = 'entente:request'

/** The IPC channel by which the preload hands on the path of a file that the user has dropped; the page cannot name one. */
export const DROPPED = 'entente:dropped'

/** The IPC channel of all events from main to the preload. */
export const EVENT = 'entente:event'
