/** The IPC channel of all requests from the preload to main. The contract's channel is an argument. */
export const REQUEST = 'entente:request'

/** The IPC channel of all events from main to the preload. */
export const EVENT = 'entente:event'
