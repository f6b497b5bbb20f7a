/** Encodings by what they write. */
export const ENCODING_OPTIONS = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'utf-16le', label: 'UTF-16' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
  { value: 'windows-1252', label: 'Western', note: 'windows-1252' },
  { value: 'windows-1250', label: 'Central European', note: 'windows-1250' },
  { value: 'windows-1251', label: 'Cyrillic', note: 'windows-1251' },
  { value: 'windows-1253', label: 'Greek', note: 'windows-1253' },
  { value: 'windows-1254', label: 'Turkish', note: 'windows-1254' },
  { value: 'windows-1255', label: 'Hebrew', note: 'windows-1255' },
  { value: 'windows-1256', label: 'Arabic', note: 'windows-1256' },
  { value: 'iso-8859-2', label: 'Latin 2', note: 'iso-8859-2' },
  { value: 'iso-8859-5', label: 'Cyrillic ISO', note: 'iso-8859-5' },
  { value: 'iso-8859-15', label: 'Latin 9', note: 'iso-8859-15' },
  { value: 'koi8-r', label: 'KOI8-R' },
  { value: 'ibm866', label: 'DOS Cyrillic', note: 'ibm866' },
  { value: 'macintosh', label: 'Mac' },
  { value: 'x-mac-cyrillic', label: 'Mac Cyrillic' },
  { value: 'shift_jis', label: 'Shift JIS' },
  { value: 'euc-jp', label: 'EUC-JP' },
  { value: 'euc-kr', label: 'EUC-KR' },
  { value: 'gb18030', label: 'GB 18030' },
  { value: 'big5', label: 'Big5' }
] as const satisfies readonly { readonly value: string; readonly label: string; readonly note?: string }[]

/** What parts the cells. */
export const DELIMITER_OPTIONS = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tabulator' },
  { value: '|', label: 'Bar' }
] as const

/** What stands around cells that hold a delimiter. */
export const QUOTE_OPTIONS = [
  { value: '"', label: 'Quotes "' },
  { value: "'", label: "Quotes '" },
  { value: 'none', label: 'No quotes' }
] as const

/** In which order the numbers of a date stand. */
export const ORDER_OPTIONS = [
  { value: 'ask', label: 'Dates as they tell' },
  { value: 'dmy', label: 'Dates day first', note: '31.12.24' },
  { value: 'mdy', label: 'Dates month first', note: '12/31/24' },
  { value: 'ymd', label: 'Dates year first', note: '24-12-31' }
] as const
