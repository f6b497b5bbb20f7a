// What property names say of their values. Names are compared without case, spaces, _ and -.

/** Names that hold what a thing is called, the surest first. */
export const NAME_WORDS: readonly string[] = [
  ...['name', 'fullname', 'title', 'label', 'displayname', 'caption', 'preferredname', 'preflabel', 'labelen'],
  ...['nom', 'nombre', 'naam', 'titel', 'titre', 'titulo', 'bezeichnung', 'имя', 'название', 'اسم', 'الاسم', '名称'],
  ...['headline', 'subject', 'username', 'login', 'handle', 'email']
]

/** Names of the parts of a person's name, each in the order in which the parts are said. */
export const GIVEN_WORDS: ReadonlySet<string> = new Set(
  'firstname givenname forename fname first vorname prenom prénom имя nombre nombres nome voornaam ad imię'.split(' ')
)
export const MIDDLE_WORDS: ReadonlySet<string> = new Set('middlename patronymic отчество tussenvoegsel'.split(' '))
export const FAMILY_WORDS: ReadonlySet<string> = new Set(
  'lastname surname familyname lname last nachname familienname nomdefamille apellido apellidos cognome sobrenome achternaam soyad nazwisko фамилия'.split(
    ' '
  )
)

/** Names of texts, codes and addresses that have to do where nothing is called anything, the surest first. */
export const CODE_WORDS: readonly string[] = ['word', 'text', 'value', 'code', 'number', 'iban', 'url', 'uri']

/** Names of numbers and signs by which a database tells things apart, and nobody else. */
export const ID_WORDS: readonly string[] = [
  'key',
  'id',
  'uuid',
  'guid',
  'hash',
  'elementid',
  'sha',
  'checksum',
  'token'
]

/** Names of what many things have in common, so that it tells none from the others. */
export const SHARED_WORDS: ReadonlySet<string> = new Set(
  'type kind category class status state country nationality gender sex language currency source role city region province continent group level priority description comment note notes summary address street location'.split(
    ' '
  )
)

/** A property's name as it is compared. */
export const bareName = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '')

/** The last word of a property's name: name in company_name and companyName. */
export const lastWord = (name: string): string => name.match(/[\p{Lu}]?[\p{Ll}\p{Lo}\p{N}]+$/u)?.[0].toLowerCase() ?? ''

/**
 * Whether a text is a sign that a machine made and nobody says: a UUID (RFC 9562), a hash, an address of a chain, a token.
 * Words of a language have no digits in their midst.
 */
export function isOpaque(text: string): boolean {
  const bare = text.trim()
  if (/[\s]/u.test(bare)) return false
  if (/^(?:urn:uuid:)?\{?[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\}?$/i.test(bare)) return true
  if (/^(?:0x)?[0-9a-f]{16,}$/i.test(bare) && /\d/.test(bare)) return true
  if (/^\d+:[0-9a-f-]{36}:\d+$/i.test(bare)) return true
  const digits = bare.match(/\d/g)?.length ?? 0
  return bare.length >= 18 && digits >= 3 && /\p{L}/u.test(bare) && /^[\w+/=-]+$/.test(bare) && runs(bare) >= 6
}

/** How often letters and digits take turns: more often in a token than in a word with a number behind it. */
const runs = (text: string) => text.match(/\d+|\D+/g)?.length ?? 0
