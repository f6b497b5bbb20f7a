// The part of edtf that we use; the package ships no types.
declare module 'edtf' {
  interface Parsed {
    readonly type: string
    readonly min: number
    readonly max: number
  }
  function edtf(text: string, constraints?: { readonly level?: 0 | 1 | 2; readonly types?: readonly string[] }): Parsed
  export default edtf
}
