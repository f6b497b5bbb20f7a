/** What belongs to a state, by its ISO 3166 code: adjectives and names of its people, as beginnings of words. */
export const PEOPLES = `
SY: syrian* syrisch* syrien* suriyeli* suriy* sur_ sirij* сирий* сирії* сірій* سوري* سورى* סורי*
IQ: iraqi* irak* iraki* ирак* ірак* عراق* עיראק* iraq*
IR: iranian* iran* persian* иран* іран* ايراني* ايران* ایران* אירא*
LB: lebanese liban* lübnan* lubnan* libanes* ливан* ліван* لبنان* לבנונ* לבנון
JO: jordanian* jordan* ürdün* иордан* йордан* اردن* ירדנ*
PS: palestinian* palestin* palästinens* filistin* палестин* فلسطين* فلسطینی* פלסטינ*
IL: israeli* israel* israélien* israil* израил* ізраїл* اسراييل* اسرائیل* ישראל*
EG: egyptian* egypt* ägyptisch* égyptien* mısır* misir* misr masr египет* єгипет* египт* مصري* מצרי*
TR: turkish turkiy* türk* turk turc turque* turki* турецк* турец* турц* تركي* ترکی* טורק*
RU: russian* russisch* russe* rus rusya* российск* русск* росси* російськ* росії روسي* روسیه רוסי*
UA: ukrainian* ukrainisch* ukrain* украин* україн* اوكراني* اوکراین* אוקראינ*
BY: belarusian* belarus* belorus* weißruss* белорус* білорус* беларус* بيلاروس*
US: american* amerikan* américain* amerika* америк* американск* امريكي* امریکایی آمریکا* אמריקא*
GB: british britisch* britannique* ingiliz* британ* بريطاني* בריטי*
FR: french französisch* français* fransız* франц* французьк* فرنسي* צרפת*
DE: german deutsch* allemand* alman* немецк* герман* німецьк* الماني* گرمن* גרמנ*
SA: saudi* saoudi* suudi* саудов* سعودي* סעוד*
YE: yemeni* jemenit* yemen* йемен* ємен* يمني* یمنی תימנ*
LY: libyan* libysch* libyen* libya* ливий* лівій* ليبي* לוב
AE: emirati* эмират* اماراتي* אמירות*
QA: qatari* katar* катар* قطري* קטר*
KW: kuwaiti* кувейт* كويتي* כווית*
BH: bahraini* بحريني*
OM: omani* оман* عماني*
TN: tunisian* tunesisch* tunisien* тунис* تونسي*
DZ: algerian* algerisch* algérien* алжир* جزايري*
MA: moroccan* marokkan* marocain* марокк* مغربي*
SD: sudanese* sudan* судан* سوداني*
AF: afghan* афган* افغان*
PK: pakistani* пакистан* باكستان* پاکستان*
IN: indian* indisch* indien* индий* индийск* هندي* هندوستان
CN: chinese chinesisch* chinois* çin* китай* صيني* چینی סינ*
GR: hellas ellada اليونان اغريق greek griechisch* grec grecque yunan* hellenic греч* грец* يوناني* יוונ* ελλην*
GE: georgian* georgisch* géorgien* gürcü* грузин* جورجي* გრუზ* ქართ*
AM: armenian* armenisch* arménien* ermeni* армян* вірмен* ارمني* ארמנ*
AZ: azerbaijani* azeri* aserbaidschan* азербайджан* اذربيجاني*
RS: serbian* serbisch* sırp* serb* сербск* српск* серб* صربي*
BG: bulgarian* bulgarisch* bulgar* болгар* българск* بلغاري*
MK: macedonian* mazedonisch* makedon* македон* مقدوني*
PL: polish polnisch* polonais* польск* польськ* بولندي*
IT: italian* italienisch* итальян* італій* ايطالي*
ES: spanish spanisch* espagnol* испан* іспан* اسباني*
HU: مجر magyarország ungarn hungarian* ungarisch* hongrois* венгер* угор* مجري*
CZ: czech tschechisch* чешск* чеськ* تشيكي*
RO: romanian* rumänisch* румын* румун* روماني*
KZ: kazakh* kasach* казах* كازاخ*
UZ: uzbek* usbek* узбек* اوزبك*
SO: somali* сомали* صومالي*
CY: cypriot* zypriot* кипрск* قبرصي* קפריס*
KURD: kurdish kurdistan kurd* kurdisch* kürt* kurde* курд* كردي* كردستان* کرد* כורד*
EURO: european europäisch* européen* avrupa европейск* європейськ* اوروبي* אירופ*
AFRI: african afrikan* africain* африкан* افريقي*
AT: austrian* österreich* autrichien* avusturya австрий* австрій* نمسا نمساوي* אוסטר*
NL: dutch holland holländisch* niederländisch* hollanda голланд* нидерланд* هولندا هولندي* الاراضي_المنخفضه הולנד*
CH: swiss schweizer* suisse isviçre* швейцар* سويسر* שווייצ*
HR: croat* kroat* hrvat* hırvat* хорват* كروات*
AL: albanian* alban* shqip* arnavut* албан* الباني*
BA: bosnian* bosn* boşnak* босни* بوسني*
XK: kosov* косов* كوسوف*
ME: montenegr* crnogor* karadağ* черногор* чорногор* الجبل_الاسود
MD: moldov* молдав* молдов* مولدوف*
LT: lithuanian* litauisch* litvan* литов* ليتواني*
LV: latvian* lettisch* letonya латви* латыш* لاتفي*
EE: estonian* estnisch* эстон* استوني*
FI: finnish finnisch* finlandiya финск* фінськ* فنلند*
SE: swedish schwedisch* suédois* isveç* шведск* шведськ* سويد*
NO: norwegian* norwegisch* norvég* norveç* норвеж* نرويج*
DK: danish dänisch* danois* danimarka датск* данськ* دنمارك* دانمارك*
JP: japanese japanisch* japonais* japon* японск* японськ* ياباني*
KR: korean* koreanisch* coréen* kore* корейск* корейськ* كوري*
VN: vietnam* вьетнам* فيتنام*
ET: ethiopian* äthiop* éthiop* etiyopya эфиоп* اثيوبي* حبشه
ML: malian* малийск* مالي
NG: nigerian* нигерийск* نيجيري*
ZA: south_african südafrikan* южноафриканск* جنوب_افريقي*
BR: brazilian* brasil* brezilya бразил* برازيل*
MX: mexican* mexik* meksika мексик* مكسيك*
CU: cuban* kuban* küba кубинск* كوبي*
VE: venezuel* венесуэл* فنزويل*
`
