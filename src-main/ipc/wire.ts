/** The one name under which requests cross from the preload to main; the contract's channel is an argument. */
export const REQUEST = 'entente:request'

/** The one name under which main's events cross to the preload. */
export const EVENT = 'entente:event'
