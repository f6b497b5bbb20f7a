/** A name inside a sentence that is one text: its direction stays its own (FSI … PDI, Unicode UAX #9). */
export const isolated = (name: string): string => `\u2068${name}\u2069`
