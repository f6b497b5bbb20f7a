import type { Locator, Source } from '../records/records'
import { headKey } from './roles'
import type { RowTexts } from './row-texts'
import type { Setting } from './setting'

const PARAGRAPH = /^(?:¶|§|#|para(?:graph)?\.?|abs(?:atz)?\.?|абз\.?)?\s*(\d{1,9})$/i
const PAGE = /^(?:pp?\.?|page|s\.|seite|pág\.?|стр\.?|ص\.?)\s*(\d{1,9})(?:\s*[-–]\s*\d+)?$/i
const PAGE_HEADS = /^(?:pages?|seite|pagina|sayfa|страница|الصفحة|صفحة|עמוד|页)$/

/** The line of a note that says which row of which table a claim is from. */
const FROM_ROW = /(?:^|\n)Row \d+ of [^\n]*$/

/** A note without that line. */
export const withoutRow = (note: string): string => note.replace(FROM_ROW, '')

/**
 * Where in its source the row's claim stands, and its note: what the note and property columns say, a passage in words, and,
 * unless the table itself is the source, of which the row is the paragraph, the row.
 */
export function passageOf(
  { columns, sheet }: Setting,
  texts: RowTexts,
  { isOwnSource, source }: { readonly isOwnSource: boolean; readonly source: Source }
): { readonly locator: Locator | undefined; readonly note: string } {
  const text = texts.line1('passage')
  const isPages = PAGE_HEADS.test(headKey(columns.heads[columns.first('passage')] ?? ''))
  const [page, paragraph] = [
    PAGE.exec(text)?.[1] ?? (isPages ? PARAGRAPH.exec(text)?.[1] : undefined),
    PARAGRAPH.exec(text)?.[1]
  ]
  const most = source.text?.paragraphs ?? Infinity
  const fits = (number: number) => number >= 1 && number <= most
  const said: Locator | undefined =
    page !== undefined && Number(page) > 0
      ? { page: Number(page) }
      : paragraph !== undefined && fits(Number(paragraph))
        ? { paragraph: Number(paragraph) }
        : undefined
  const isRowTheParagraph = isOwnSource && text === '' && fits(texts.line)
  const lines = [
    ...texts.all('note'),
    ...columns.properties.flatMap(({ name, at }) => (texts.at(at) === '' ? [] : [`${name}: ${texts.at(at)}`])),
    ...(text !== '' && !said ? [`Passage: ${text}`] : []),
    ...(isRowTheParagraph ? [] : [`Row ${texts.line} of ${sheet}`])
  ]
  return { locator: isRowTheParagraph ? { paragraph: texts.line } : said, note: lines.join('\n') }
}
