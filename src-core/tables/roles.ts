import { z } from 'zod'

/** What a column is. `heads`: names of columns that mean it, in English and other usual languages, as headKey writes them. */
interface RoleRow {
  readonly id: string
  readonly label: string
  readonly heads: string
}

/** All roles but that of a property, in the order of the menu. */
export const ROLES = [
  {
    id: 'from',
    label: 'From',
    heads:
      'from|source entity|subject|actor|actor1|actor 1|who|operator|owner|parent|start|begin|source node|source name|von|wer|akteur|subjekt|eigentumer|de|quien|sujeto|origen|desde|qui|sujet|acteur|da|soggetto|origem|kimden|kim|ozne|из|от|кто|субъект|откуда|من|الفاعل|מ|從|从|主体'
  },
  {
    id: 'relation',
    label: 'Relation',
    heads:
      'relation|relationship|relation type|type of relation|predicate|verb|what|action|edge|edge type|link|link type|tie|beziehung|relationstyp|verbindung|was|relacion|vinculo|accion|que|relation entre|lien|verbe|relazione|relacao|iliski|отношение|связь|действие|что|العلاقة|نوع العلاقة|קשר|关系|關係'
  },
  {
    id: 'to',
    label: 'To',
    heads:
      'to|target|object|target entity|actor2|actor 2|whom|where|end|child|asset|target node|target name|destination|nach|zu|an|wen|wem|wo|ziel|objekt|a|hacia|objeto|destino|objetivo|donde|vers|objet|cible|ou|oggetto|para|kime|hedef|nesne|к|кому|куда|где|объект|إلى|الى|الهدف|المفعول|ל|到|客体'
  },
  {
    id: 'name',
    label: 'Name',
    heads:
      'name|label|title of entity|entity|full name|entity name|person|organisation|organization|company|node|bezeichnung|vollstandiger name|nombre|nom|nome|ad|isim|имя|название|наименование|фио|الاسم|اسم|שם|名称|姓名|名前|이름'
  },
  {
    id: 'type',
    label: 'Type',
    heads:
      'type|entity type|kind|category|class|schema|art|typ|kategorie|tipo|clase|categoria|categorie|genre|tur|тип|вид|категория|النوع|نوع|סוג|类型'
  },
  {
    id: 'fromType',
    label: 'Type of From',
    heads: 'from type|source type|subject type|type from|type of from|actor1 type|von typ|tipo de origen|тип субъекта'
  },
  {
    id: 'toType',
    label: 'Type of To',
    heads: 'to type|target type|object type|type to|type of to|actor2 type|ziel typ|tipo de destino|тип объекта'
  },
  {
    id: 'alias',
    label: 'Other names',
    heads:
      'alias|aliases|aka|a k a|also known as|other name|other names|alternative name|native name|acronym|short name|andere namen|aliasname|abkurzung|kurzname|otro nombre|otros nombres|autre nom|autres noms|altri nomi|diger ad|псевдоним|другие имена|другое название|اسم آخر|أسماء أخرى|الكنية|כינוי|别名'
  },
  {
    id: 'date',
    label: 'True when',
    heads:
      'date|day|when|true when|time|year|valid|period|start date|event date|datum|tag|wann|jahr|zeit|zeitraum|fecha|dia|cuando|ano|jour|quand|annee|data|quando|anno|tarih|gun|yil|дата|день|когда|год|التاريخ|تاريخ|اليوم|السنة|תאריך|日期|年'
  },
  {
    id: 'source',
    label: 'Source',
    heads:
      'source|sources|report|reference|ref|citation|document|url|source url|link to source|quelle|quellen|beleg|bericht|fuente|informe|referencia|rapport|reference bibliographique|fonte|kaynak|источник|источники|ссылка|отчет|المصدر|مصدر|المرجع|מקור|来源|出典'
  },
  {
    id: 'passage',
    label: 'Passage',
    heads:
      'passage|page|paragraph|para|locator|pages|seite|absatz|stelle|pagina|parrafo|paragraphe|sayfa|страница|абзац|صفحة|الصفحة|עמוד|页'
  },
  {
    id: 'statement',
    label: 'Statement',
    heads:
      'statement|text|words|claim|quote|quotation|description|details|wording|aussage|beschreibung|zitat|wortlaut|declaracion|texto|descripcion|cita|texte|citation textuelle|enonce|testo|descrizione|metin|aciklama|высказывание|текст|описание|цитата|النص|نص|البيان|الوصف|טקסט|描述'
  },
  {
    id: 'stance',
    label: 'Stance',
    heads: 'stance|position|confirmed|supports or denies|haltung|bestatigt|postura|confirme|позиция|подтверждено|الموقف'
  },
  {
    id: 'grade',
    label: 'Grade',
    heads:
      'grade|grading|rel|reliability|credibility|admiralty|admiralty code|nato|rating|bewertung|zuverlassigkeit|glaubwurdigkeit|fiabilidad|fiabilite|cotation|attendibilita|guvenilirlik|оценка|надежность|достоверность|الموثوقية|التقييم'
  },
  {
    id: 'attributed',
    label: 'Attributed to',
    heads:
      'attributed to|attribution|according to|said by|speaker|voice|laut|sprecher|zugeschrieben|segun|atribuido a|selon|attribue a|secondo|по словам|со слов|بحسب|وفقا ل|نسب إلى'
  },
  {
    id: 'note',
    label: 'Note',
    heads:
      'note|notes|comment|comments|remark|remarks|summary|anmerkung|bemerkung|bemerkungen|notiz|kommentar|nota|notas|comentario|comentarios|remarque|remarques|commentaire|osservazioni|not|yorum|примечание|заметка|комментарий|ملاحظة|ملاحظات|הערה|备注'
  },
  { id: 'ignore', label: 'Leave out', heads: '' }
] as const satisfies readonly RoleRow[]

type RoleId = (typeof ROLES)[number]['id']

/** What a column is; a property carries its name: `property:Founded`. */
export type Role = RoleId | `property:${string}`

/** What stands before the name of a property. */
export const PROPERTY = 'property:'

const IDS: ReadonlySet<string> = new Set(ROLES.map(({ id }) => id))

/** A role as a mapping has it: an id of the table, or `property:` and a name of 1–200 characters. */
export const Role = z.custom<Role>(
  (value) =>
    typeof value === 'string' &&
    (IDS.has(value) || (value.startsWith(PROPERTY) && value.trim().length > PROPERTY.length && value.length <= 220)),
  `must be one of ${ROLES.map(({ id }) => id).join(', ')}, or property:NAME`
)

/** The name of the property that a column holds; undefined for other roles. */
export const propertyName = (role: Role): string | undefined =>
  role.startsWith(PROPERTY) ? role.slice(PROPERTY.length).trim() : undefined

/** The name of a column as it is compared: small letters, no accents, one blank between words, no other signs. */
export const headKey = (head: string): string =>
  head
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u0652\u0640]/g, '')
    .normalize('NFC')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The role that the name of a column means. */
export const ROLE_OF_HEAD: ReadonlyMap<string, RoleId> = new Map(
  ROLES.flatMap(({ id, heads }) => heads.split('|').map((head): [string, RoleId] => [headKey(head), id]))
)
