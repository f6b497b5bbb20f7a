/** The end of a relation, or of a tie, that is not this one; of a self-loop the same again. */
export const otherEnd = <Id>({ from, to }: { readonly from: Id; readonly to: Id }, end: Id): Id =>
  from === end ? to : from
