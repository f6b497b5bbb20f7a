import { autocompletion, completionKeymap, completionStatus } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { cypher } from '@codemirror/legacy-modes/mode/cypher'
import { Compartment, EditorState, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, drawSelection, EditorView, keymap, placeholder } from '@codemirror/view'
import type { ExternalSchema } from '@core/external/schema'
import { tags } from '@lezer/highlight'
import { completionsFor } from './completions'
import { THEME } from './editor-theme'

/** Where a statement is at fault; both count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

interface Options {
  readonly text: string
  readonly label: string
  readonly schema: ExternalSchema
  readonly onText: (text: string) => void
  /** Whether a list of completions hangs open, which then has the first use for Esc. */
  readonly onCompleting: (open: boolean) => void
}

const HIGHLIGHTS = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--ink)', fontWeight: '650' },
  { tag: [tags.string, tags.number], color: 'var(--supports)' },
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
  { tag: [tags.atom, tags.typeName], color: 'var(--accent-ink)' },
  {
    tag: [tags.standard(tags.variableName), tags.definition(tags.variableName)],
    color: 'var(--ink-2)',
    fontWeight: '550'
  }
])

const setFault = StateEffect.define<Place | undefined>()
const fault = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { docChanged, effects, state }) {
    for (const effect of effects)
      if (effect.is(setFault)) return effect.value ? markAt(state, effect.value) : Decoration.none
    // What is typed anew is no longer what was at fault.
    return docChanged ? Decoration.none : marks
  },
  provide: (field) => EditorView.decorations.from(field)
})

/** The word at the place, or the character where there is none; at the end of the text the one before. */
function markAt({ doc }: EditorState, { line, column }: Place): DecorationSet {
  if (line > doc.lines || doc.length === 0) return Decoration.none
  const { from, to, text } = doc.line(line)
  const start = Math.min(from + column - 1, Math.max(from, to - 1))
  const word = /^[\p{L}\p{N}_]+/u.exec(text.slice(start - from))?.[0].length ?? 1
  const end = Math.min(doc.length, start + word)
  return end > start ? Decoration.set(Decoration.mark({ class: 'fault' }).range(start, end)) : Decoration.none
}

/** Typing over a selection: Chromium would keep its look in an inline style, which the content policy refuses aloud. */
function typeOver(event: InputEvent, view: EditorView): boolean {
  const { state } = view
  if (event.inputType !== 'insertText' || !event.data || event.isComposing || state.selection.main.empty) return false
  event.preventDefault()
  view.dispatch(state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true })
  return true
}

/**
 * An editor for a statement. It lives in a shadow root: there its styles are adopted sheets, which the content policy lets
 * through, where in the page itself they would be an inline style.
 */
export function openEditor(host: HTMLElement, { text, label, schema, onText, onCompleting }: Options) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const words = new Compartment()
  const completing = (now: ExternalSchema) =>
    autocompletion({ override: [completionsFor(now)], icons: false, tooltipClass: () => 'hanging-list' })
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        drawSelection(),
        bracketMatching(),
        StreamLanguage.define(cypher),
        syntaxHighlighting(HIGHLIGHTS),
        words.of(completing(schema)),
        fault,
        placeholder('MATCH (n) RETURN n LIMIT 25'),
        keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter')]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-multiline': 'true', spellcheck: 'false' }),
        EditorView.domEventHandlers({ beforeinput: typeOver }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onText(update.state.doc.toString())
          onCompleting(completionStatus(update.state) === 'active')
        }),
        THEME
      ]
    })
  })
  view.dispatch({ selection: { anchor: view.state.doc.length } })
  return {
    focus: () => view.focus(),
    /** Marks where the statement is at fault, or nothing. */
    mark: (place: Place | undefined) => view.dispatch({ effects: setFault.of(place) }),
    complete: (now: ExternalSchema) => view.dispatch({ effects: words.reconfigure(completing(now)) }),
    destroy: () => view.destroy()
  }
}
