const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** A number as prose has it: one, two … twelve, then figures. */
export const numberInWords = (number: number): string => WORDS[number] ?? String(number)
