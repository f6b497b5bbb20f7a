/**
 * Words that names of bodies and places are made of, across tongues: a class, an id, a colon, the words. `_` stands for a blank, an
 * asterisk for any ending. form: legal form, says nothing. weak: may be left out. kind: may be left out beside a name of its
 * own. strong: never left out. Behind a stroke the family within which writers do not tell apart.
 */
export const GENERIC_WORDS = `
form legal: ltd limited llc llp lp inc incorporated corp plc ag gmbh mbh kg ohg se sa sarl sas spa srl bv nv ab oy oyj as asa aps sp_z_o_o spzoo sro kft zrt doo dd ad ead ood eood co cie & sa_de_cv jsc ojsc cjsc pjsc oao zao ooo pao ao pte pty bhd sdn kk sal sarl ltda fze fzco fzc dmcc пао оао ооо зао ао ат тов прат пат тзов еоод оод ад еад дд доо ип гуп фгуп тоо уп чп ооод ανε αε επε ש.מ בע"מ בעמ בע״מ ltd_şti şti sti aş a.ş anonim_şirketi limited_şirketi ش.م.م ش.م.ل شمم شمل م_م سهامی_عام سهامی_خاص 有限公司 有限责任公司 股份有限公司 株式会社 주식회사 ооо_фирма
weak/firm company: company companies compagnie compania firm firma unternehmen şirket* sirket* شركه شرکت компани* компанія компанії фирма фірма חברת חברה εταιρεία εταιρία 公司 kompanija preduzeće trading_company
weak/firm group: group groupe gruppe grup grubu grupa gruppo مجموعه مجموعة группа группы група групи קבוצת קבוצה όμιλος holding holdings هولدينغ холдинг 集团 concern konzern концерн kompleks pmc чвк пвк private_military_company частная_военная_компания شركه_عسكريه_خاصه
weak/firm corporation: corporation корпораци* корпорація госкорпораци* государственная_корпорация state_corporation kurumu تاجيد konzern enterprise* enterprises industries industry مصانع trust fabrik
weak/body organisation: organisation organization organisations organizacija organizacja organizasyon* örgüt* orgut* teşkilat* munazzam* tanzim tandhim tanzeem منظمه تنظيم سازمان организац* організац* ארגון οργάνωση association vereinigung verein verband ассоциаци* جمعيه انجمن אגודת derneği dernegi hay'at hayat haiat heyet hai'at hay'a haya هييه هيات society общество товариство foundation stiftung fondation vakfı vakfi фонд مؤسسه موسسه بنياد קרן قياده
weak/body movement: movement mouvement bewegung hareket* harakat haraka harekat harakah حركه جنبش движени* рух תנועת תנועה κίνημα network netzwerk réseau شبكه сеть gang gruppirovka группировк*
kind/settlement city: city town village stadt ville ciudad şehir şehri sehri ilçesi köyü qaryat madinat madina medinat madinet medina مدينه بلده قريه شهر город города г_ місто село поселок деревня град grad עיר העיר כפר πόλη miasto hamlet
kind/region governorate: governorate province provinz region district oblast county muhafazat mohafazat vilayet* wilayat wilaya wilayah wilayat vilayat vilayeti ili iline ostan محافظه ولايه استان منطقه قضاء ناحيه провинци* область області району вилайят* регион район губерни* מחוז אזור νομός περιφέρεια canton federal_district
kind/airfield airbase: air_base airbase air_force_base airfield airport aerodrome military_airport military_airbase luftwaffenstützpunkt flughafen flugplatz aéroport havalimanı havaalanı hava_üssü hava_ussu matar قاعده_جويه قاعده_الجويه مطار مطار_عسكري مطار_العسكري پايگاه_هوايی پایگاه_هوایی فرودگاه авиабаз* авіабаз* аэропорт* аэродром* аеропорт* аеродром* בסיס_חיל_האוויר בסיס_אווירי שדה_התעופה שדה_תעופה αεροδρόμιο βάση_αεροπορική lotnisko
kind/airfield base: base military_base stützpunkt üssü ussu قاعده قاعده_عسكريه پایگاه база базы військова_база בסיס βάση
kind/navalbase navalbase: naval_base قاعده_بحريه военно-морская_база deniz_üssü marinebasis
kind/port port: port harbour harbor hafen liman* porto marsa mina minaa mina' ميناء مرفا بندر порт порту נמל λιμάνι
kind/river river: river fluss nehri nahr نهر река річка נהר
kind/mountain mountain: mount mountain mountains jabal jebel djebel gebel dağı dagi جبل гора горы כוה har הר όρος
kind/camp camp: camp lager mukhayyam مخيم лагерь מחנה kampı kampi
kind/front front: front jabhat jabha jebhat jabhah cephe* cebhe* djabhat الجبهه جبهه фронт* חזית μέτωπο
kind/party party: party partei parti partisi partiya hizb ħizb hizbu stranka partia partija حزب парти* партія партії מפלגת מפלגה κόμμα
kind/army army: army armee armée ordu* ordusu jaysh jaish jeish djeich ceyş جيش ارتش سپاه арми* армія армії צבא στρατός wojsko vojska
kind/forces forces: forces force kräfte kuvvet* quwat quwwat kuvvetleri qowat قوات قوه نيروهاي نیروهای نیروی نيروي نیرو силы сил сили силы_ כוחות כוח δυνάμεις siły snage
kind/unit brigade: brigade brigades brigada tugay* liwa liwaa liva livasi livası liwa' اللواء لواء الويه تیپ бригад* חטיבת חטיבה ταξιαρχία kataib kata'ib katibat katiba katibah katibeh kataeb كتيبه كتايب battalion battalions bataillon* tabur* גדוד גדודי батальон* сотня saraya seraya sariyat sariya sariyya سرايا سريه company_of regiment regiments regimen* alay* полк* فوج الفوج گردان هنگ τάγμα σύνταγμα batalion detachment отряд* загін загону مفرزه squad
kind/division division: division divisions tümen* firqat firqa firka فرقه لشکر лашкар дивизи* дивізі* אוגדת אוגדה μεραρχία dywizja
kind/corps corps: corps korps kolordu* faylaq fayllaq failaq feylak فيلق قرارگاه корпус* корпусу גיס σώμα pasdaran
kind/council council: council rat conseil konsey* majlis meclis* mejlis madjlis shura şura مجلس شوري شورای شورا совет* рада ради совету מועצת מועצה συμβούλιο rada soviet
strong ministry: ministry ministerium ministère ministere bakanlık* bakanlig* wizarat wizara vizarat وزاره وزارت министерств* міністерств* минист* משרד υπουργείο ministerstwo ministarstvo
strong defence: defence defense verteidigung* défense savunma* milli_savunma difa difaa دفاع оборон* ביטחון בטחון הביטחון άμυνας obrany odbrane отбрана* отбраната
strong interior: interior inner* innere* inneren intérieur içişleri icisleri dakhiliya داخليه внутренних_дел внутрішніх_справ вътрешните_работи פנים הפנים εσωτερικών internal_affairs home_affairs کشور
strong external: external foreign_affairs auswärtig* affaires_étrangères dışişleri disisleri kharijiya خارجيه امور_خارجه иностранных_дел закордонних_справ חוץ החוץ εξωτερικών external_affairs spoljnih_poslova
strong finance: finance finances finanzen financial maliye maliya ماليه دارايی دارایی финанс* фінанс* אוצר האוצר οικονομικών
strong justice: justice justiz adalet adl عدل دادگستری юстици* юстиці* משפטים המשפטים δικαιοσύνης law
strong health: health gesundheit* santé sağlık* saglik* sihha صحه بهداشت здравоохранени* охорони_здоровя охорони_здоров'я בריאות הבריאות υγείας healthcare
strong education: education bildung* éducation eğitim* egitim* talim تربيه تعليم آموزش_و_پرورش образовани* освіти просвещени* חינוך החינוך παιδείας
strong information: information i'lam اعلام информаци* інформаці* הסברה media medien
strong energy: energy energie enerji طاقه انرژی энерг* енерг* אנרגיה ενέργειας electricity كهرباء
strong economy: economy economic wirtschaft* économie ekonomi* iqtisad اقتصاد اقتصاديه экономи* економі* כלכלה
strong trade: trade commerce commercial handel* ticaret* tijara تجاره تجاري تجاريه بازرگانی торгов* торгівл* коммерческ* מסחר
strong oil: oil petroleum pétrole petrol neft öl نفط نفت petrol* нефть нефти нефтяная нафта нафтова нафт* נפט πετρελαίου oil_company oil_corporation
strong gas: gas gaz doğalgaz غاز گاز газ газовая gasgesellschaft
strong bank: bank banque banco bankası bankasi masraf bank_ بنك مصرف بانک банк* בנק τράπεζα banka
strong central: central zentral* centrale merkez* markazi مركزي مرکزی центральн* מרכזי κεντρική
strong national: national nationale nationales ulusal milli watani wataniya wataniyya qawmi وطني وطنيه قومي ملی национальн* національн* לאומי εθνικ* narodow* nacional*
strong democratic: democratic demokratisch* démocratique demokratik dimuqrati ديمقراطي ديمقراطيه دموکراتیک демократич* דמוקרטי δημοκρατικ*
strong islamic: islamic islamisch* islamique islami islamiya islamiyya اسلامي اسلاميه اسلامی исламск* ісламськ* איסלאמי
strong arab: arab arabic arabisch* arabe arap arabi arabiya عربي عربيه العرب عرب арабск* арабськ* ערבי
strong united: united vereinigt* unis uni birleşik birlesmis birleşmiş muttahida متحده متحد объединенн* об'єднан* соединенн* ενωμέν*
strong free: free freie* libre özgür ozgur hurr حر حره حرة آزاد свободн* вільн* חופשי ελεύθερο*
strong liberation: liberation befreiung* libération kurtuluş tahrir ازادي تحرير آزادی آزادی‌بخش освобождени* визволен* שחרור
strong people: people peoples people's people’s volks* peuple halk halkın sha'bi shaabi shabi شعبي شعبيه شعب خلق народн* народу עממי עם λαϊκ*
strong revolution: revolution revolutionary revolutions* révolution* devrim* thawra thawri ثوره ثوري انقلاب انقلابی революц* революці* מהפכה guards guard_corps حرس حرس_الثوره پاسداران стражей
strong resistance: resistance widerstand* résistance direniş* muqawama مقاومه مقاومت сопротивлени* опір* התנגדות
strong security: security sicherheit* sécurité güvenlik* amn امن امنيه امنیت безопасност* безпек* ασφάλειας
strong intelligence: intelligence geheimdienst* nachrichtendienst* renseignement* istihbarat* mukhabarat مخابرات استخبارات اطلاعات разведк* розвідк* מודיעין
strong directorate: directorate direktion* direction müdürlüğü mudiriya مديريه اداره управлени* управлінн* agency agentur agence ajansı وكاله آژانس خبرگزاری агентств* סוכנות service dienst hizmeti جهاز служб* שירות
strong police: police polizei polis* shurta شرطه پلیس полици* поліці* משטרת משטרה αστυνομία
strong navy: navy marine* naval_forces deniz_kuvvetleri بحريه نیروی_دریایی вмф военно-морской_флот флот חיל_הים
strong airforce: air_force luftwaffe armée_de_l'air hava_kuvvetleri نيروي_هوايي نیروی_هوایی قوات_جويه سلاح_الجو ввс повітряні_сили военно-воздушные_силы חיל_האוויר
strong armed: armed bewaffnet* armées silahlı silahli musallaha مسلحه مسلح вооруженн* збройн* מזוינים
strong special: special spezial* spéciales özel khassa خاصه خاص ویژه специальн* спеціальн* מיוחדים
strong republican: republican republik* républicain* cumhuriyet* jumhuri jumhuriya jumhuriyat جمهوري جمهوريه جمهوری республиканск* республик* республік* הרפובליקה republic δημοκρατία republika
strong kingdom: kingdom königreich royaume krallığı mamlaka مملكه پادشاهی королевств* королівств* ממלכת
strong state: state staat état devlet* dawla dawlat دوله دولت государств* держав* מדינת מדינה κράτος states staaten states_of
strong government: government regierung gouvernement hükümet* hukumat حكوم* حکومت правительств* уряд* ממשלת ממשלה κυβέρνηση cabinet
strong salvation: salvation inqadh inqaz انقاذ نجات спасени* порятунк* הצלה kurtarma
strong parliament: parliament parlament* parlement parlamento* برلمان پارلمان парламент* כנסת βουλή assembly assemblée versammlung ملي_مجلس سوب* national_assembly
strong court: court gericht* cour mahkeme* mahkama محكمه دادگاه суд* בית_משפט δικαστήριο tribunal трибунал*
strong university: university universität université üniversite* jamiat jami'at جامعه دانشگاه университет* університет* אוניברסיטת πανεπιστήμιο
strong hospital: hospital krankenhaus hôpital hastane* mustashfa مستشفي بیمارستان больниц* лікарн* בית_חולים
strong airways: airways airlines airline fluggesellschaft lignes hava_yolları havayolları hava_yollari khutut خطوط خطوط_جويه هواپیمایی авиалинии авіалінії авиакомпания
strong coalition: coalition koalition ittifak* itilaf i'tilaf ايتلاف ائتلاف коалици* коаліці* קואליציה alliance allianz تحالف альянс*
strong opposition: opposition muhalefet mu'arada معارضه оппозици* опозиці* אופוזיציה
strong youth: youth jugend jeunesse gençlik shabab شباب молодеж* молод* נוער
strong workers: workers worker's arbeiter* travailleurs işçi* isci* karkeren karkerên عمال کارگران рабоч* робітн* עובדים labour labor
strong communist: communist kommunistisch* communiste komünist* shuyu'i شيوعي کمونیست коммунистическ* комуністичн* קומוניסטי
strong socialist: socialist sozialistisch* socialiste sosyalist* ishtiraki اشتراكي سوسیالیست социалистическ* соціалістичн* סוציאליסטי
strong union: union unions birliği birligi ittihad اتحاد اتحادیه союз* спілк* איחוד ένωση bund
strong justice_party: development kalkınma kalkinma تنميه توسعه развити* розвитк*
strong martyrs: martyr* shuhada شهداء شهيد شهدای мученик* חללי شهید
strong north: north northern nord nördlich* kuzey shamal شمال شمالي شمالی север* північ* צפון βόρεια severn* janubi_x
strong south: south southern süd* sud güney janub janubi جنوب جنوبي جنوبی юг южн* півден* דרום νότια
strong east: east eastern ost östlich* doğu dogu sharq sharqi sharqiya شرق شرقي شرقيه شرقی восток восточн* східн* מזרח ανατολικ*
strong west: west western westlich* batı bati gharb gharbi gharbiya غرب غربي غربيه غربی запад* західн* מערב δυτικ*
strong new: new neu neue* nouveau nouvelle yeni jadid jadida جديد جديده نو جدید нов* новий חדש νέα
strong old: old alt* ancien eski qadim قديم قدیم стар* ישן
weak/military air: air aerial جويه
strong great: great greater grand_ groß* büyük kabir kubra كبير كبري بزرگ велик* больш* גדול
strong tank: tank tanks panzer* tankist دبابات танк* танков* שריון زرهی
strong armoured: armoured armored gepanzert* blindé* zırhlı mudarra'a مدرعه مدرع زره бронетанков* бронирован* механизированн*_x
strong mechanised: mechanised mechanized motorised motorized ميكانيكيه مکانیزه механизированн* мотострелков* механізован*
strong guards: guard garde muhafız muhafiz гвардейск* гвардійськ* гварди* משמר
strong airborne: airborne fallschirm* parachute مظلي چترباز десантн* воздушно-десантн* צנחנים
strong infantry: infantry infanterie piyade مشاه پیاده пехот* піхот* חיר
strong artillery: artillery artillerie topçu مدفعيه توپخانه артиллерийск* артилерійськ* תותחנים
strong general_staff: general_staff generalstab genelkurmay اركان هييه_الاركان генеральн*_штаб генштаб ستاد_کل המטה_הכללי
strong relief: relief aid hilfe yardım ighatha اغاثه помощ* допомог* סיוע humanitarian insani انساني гуманитарн*
strong human: human rights menschenrecht* insan_hakları حقوق_الانسان حقوق_بشر прав_человека прав_людини זכויות_אדם human_rights
strong news: news nachrichten haber akhbar اخبار خبر новост* новин* חדשות tv television fernsehen televizyon تلفزيون telewizja телевидени* телеканал радио radio اذاعه
strong railway: railway railways eisenbahn* bahn chemins_de_fer demiryolları سكك_حديديه راه‌آهن железн*_дорог* залізниц* רכבת
strong stream: stream поток потік akım
strong airdefence: air_defence air_defense دفاع_جوي противовоздушн* пво ппо הגנה_אווירית
strong construction: construction bau* inşaat binaa بناء انشاءات строительн* будівельн* בנייה
strong shipping: shipping reederei schiffahrt* schifffahrt* denizcilik ملاحه كشتيراني کشتیرانی судоходств* пароходств* ספנות maritime
strong insurance: insurance versicherung* sigorta* تامين بیمه страхов* ביטוח
strong telecom: telecom telecommunications telekom* اتصالات مخابراتی телеком* зв'язку תקשורת communications
strong international: international uluslararası uluslararasi دولي دوليه بین‌المللی بين_المللي международн* міжнародн* בינלאומי διεθνή*
strong public: public oeffentlich* öffentlich* kamu amma عامه عمومي عمومی общественн* громадськ* ציבורי
strong world: world welt* monde dünya alam عالمي عالميه جهانی всемирн* мировой світов* עולמי
strong supreme: supreme oberst* suprême yüksek a'la اعلي عالی верховн* высш* עליון
strong political: political politisch* politique siyasi سياسي سیاسی политическ* політичн* פוליטי
weak/military military: military militär* militaire askeri askari عسكري عسكريه نظامی военн* військов* צבאי στρατιωτικ*
strong law_order: rule_of_law
strong prison: prison gefängnis cezaevi sijn سجن زندان тюрьм* в'язниц* כלא
strong committee: committee ausschuss komitee comité komite* lajna lajnat لجنه کمیته комитет* комітет* ועד ועדה επιτροπή commission kommission
strong church: church kirche église kilise* kanisa كنيسه کلیسا церк* церкв* כנסייה
strong mosque: mosque moschee mosquée cami camii masjid jami مسجد مسجد_جامع мечет* מסגד
`

/** Numbers by word, ordinals above all. */
export const NUMBER_WORDS = `
1: first 1st erste* premier* première birinci اول اولي اولى الاولي перв* перш* ראשון
2: second 2nd zweite* deuxième ikinci ثاني ثانيه دوم втор* друг* שני
3: third 3rd dritte* troisième üçüncü ثالث ثالثه سوم трет* שלישי
4: fourth 4th vierte* quatrième dördüncü رابع رابعه چهارم четверт* רביעי
5: fifth 5th fünfte* cinquième beşinci خامس خامسه پنجم пят* חמישי
6: sixth sechste* sixième altıncı سادس سادسه ششم шест* שישי
7: seventh siebte* septième yedinci سابع سابعه هفتم седьм* שביעי
8: eighth achte* huitième sekizinci ثامن ثامنه هشتم восьм* שמיני
9: ninth neunte* neuvième dokuzuncu تاسع تاسعه نهم девят* תשיעי
10: tenth zehnte* dixième onuncu عاشر عاشره دهم десят* עשירי
`
