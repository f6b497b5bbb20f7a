import { EditorView } from '@codemirror/view'

/** The editor in the house's own colours, which reach into its shadow root as custom properties. */
export const THEME = EditorView.theme({
  '&': { color: 'var(--ink)', fontSize: '13px', height: '100%' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "DejaVu Sans Mono", monospace', lineHeight: '20px', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 12px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '1.5px' },
  '.cm-placeholder': { color: 'var(--ink-3)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 26%, transparent)'
  },
  '&.cm-focused .cm-matchingBracket': { background: 'var(--accent-soft)', outline: '1px solid var(--accent)' },
  '.fault': {
    background: 'var(--error-fill)',
    textDecoration: 'underline wavy var(--error)',
    textUnderlineOffset: '3px'
  },
  '.cm-tooltip.hanging-list': {
    padding: '4px',
    border: '0',
    borderRadius: 'var(--radius-pill)',
    background: 'var(--panel)',
    boxShadow: 'var(--shadow-pill)'
  },
  '.cm-tooltip.hanging-list > ul': { maxHeight: '216px', fontFamily: 'var(--sans)' },
  '.cm-tooltip.hanging-list > ul > li': {
    display: 'flex',
    gap: '16px',
    justifyContent: 'space-between',
    padding: '3px 10px',
    borderRadius: 'var(--radius-chip)'
  },
  '.cm-tooltip.hanging-list > ul > li[aria-selected]': { background: 'var(--accent-soft)', color: 'var(--ink)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '650' },
  '.cm-completionDetail': { color: 'var(--ink-3)', fontStyle: 'normal' }
})
