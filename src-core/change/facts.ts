import type { Change } from './change'

/** Whether a change says something about the world; one of views alone does not. */
export const hasFacts = ({ edits }: Change): boolean =>
  edits.some(({ before, after }) => (after ?? before)?.kind !== 'view')

/** How many changes there are as a user counts them: where a new entity is put is none of its own. */
export const countAsUser = (changes: readonly Change[]): number => changes.filter(hasFacts).length || changes.length
