/** Bodies that are called otherwise in each tongue, and what they are called for short: one a line, its names parted by strokes. */
export const BODIES = `
United Nations|UN|UNO|ONU|Vereinte Nationen|Nations unies|الأمم المتحدة|ООН|Организация Объединённых Наций|Організація Об'єднаних Націй|האו"ם|האומות המאוחדות|Birleşmiş Milletler|BM|سازمان ملل|سازمان ملل متحد|Ηνωμένα Έθνη|ΟΗΕ|联合国
UN Security Council|UNSC|United Nations Security Council|مجلس الأمن|مجلس الأمن الدولي|Совет Безопасности ООН|Совбез ООН|Рада Безпеки ООН|UN-Sicherheitsrat|Conseil de sécurité|BM Güvenlik Konseyi|מועצת הביטחון
European Union|EU|UE|Europäische Union|Union européenne|الاتحاد الأوروبي|Европейский союз|Евросоюз|ЕС|Європейський Союз|ЄС|Avrupa Birliği|AB|האיחוד האירופי|اتحادیه اروپا|Ευρωπαϊκή Ένωση|ΕΕ
NATO|OTAN|North Atlantic Treaty Organization|North Atlantic Treaty Organisation|حلف شمال الأطلسي|الناتو|حلف الناتو|НАТО|Североатлантический альянс|נאט"ו|Nordatlantikpakt|ناتو
OPCW|OIAC|Organisation for the Prohibition of Chemical Weapons|منظمة حظر الأسلحة الكيميائية|ОЗХО|Организация по запрещению химического оружия
IAEA|AIEA|International Atomic Energy Agency|الوكالة الدولية للطاقة الذرية|МАГАТЭ|МАГАТЕ|آژانس بین‌المللی انرژی اتمی|סבא"א
OSCE|OSZE|Organization for Security and Co-operation in Europe|منظمة الأمن والتعاون في أوروبا|ОБСЕ|ОБСЄ|AGİT
OPEC|OPEP|أوبك|منظمة البلدان المصدرة للبترول|ОПЕК
Arab League|League of Arab States|Arabische Liga|Ligue arabe|جامعة الدول العربية|الجامعة العربية|Лига арабских государств|ЛАГ|Arap Birliği|הליגה הערבית
African Union|AU|الاتحاد الأفريقي|Африканский союз|Union africaine|Afrikanische Union
GCC|Gulf Cooperation Council|مجلس التعاون الخليجي|مجلس التعاون لدول الخليج العربية|ССАГПЗ|Körfez İşbirliği Konseyi
World Health Organization|WHO|OMS|World Health Organisation|Weltgesundheitsorganisation|منظمة الصحة العالمية|ВОЗ|Всемирная организация здравоохранения|ВООЗ|ארגון הבריאות העולמי|DSÖ
World Bank|Weltbank|Banque mondiale|البنك الدولي|Всемирный банк|Світовий банк|Dünya Bankası|הבנק העולמי
IMF|IWF|FMI|International Monetary Fund|صندوق النقد الدولي|МВФ|Международный валютный фонд|קרן המטבע הבינלאומית
WTO|OMC|World Trade Organization|منظمة التجارة العالمية|ВТО|СОТ|Welthandelsorganisation
International Criminal Court|ICC|IStGH|Internationaler Strafgerichtshof|Cour pénale internationale|CPI|المحكمة الجنائية الدولية|Международный уголовный суд|МУС|Міжнародний кримінальний суд|Uluslararası Ceza Mahkemesi|בית הדין הפלילי הבינלאומי
International Court of Justice|ICJ|IGH|CIJ|محكمة العدل الدولية|Международный суд ООН|Internationaler Gerichtshof
Red Cross|Rotes Kreuz|Croix-Rouge|الصليب الأحمر|Красный Крест|Червоний Хрест|Kızılhaç|הצלב האדום|Ερυθρός Σταυρός|صلیب سرخ
ICRC|IKRK|CICR|International Committee of the Red Cross|اللجنة الدولية للصليب الأحمر|МККК|Международный комитет Красного Креста
Red Crescent|Roter Halbmond|Croissant-Rouge|الهلال الأحمر|Красный Полумесяц|Kızılay|הסהר האדום|هلال احمر
Doctors Without Borders|Médecins sans frontières|MSF|Ärzte ohne Grenzen|أطباء بلا حدود|Врачи без границ|Sınır Tanımayan Doktorlar
Human Rights Watch|HRW|هيومن رايتس ووتش|Хьюман Райтс Вотч
Amnesty International|Amnesty|منظمة العفو الدولية|Международная амнистия|Эмнести Интернешнл
UNHCR|UN Refugee Agency|المفوضية السامية للأمم المتحدة لشؤون اللاجئين|УВКБ ООН|HCR
UNICEF|يونيسف|ЮНИСЕФ|اليونيسف
UNESCO|يونسكو|اليونسكو|ЮНЕСКО
UNRWA|الأونروا|أونروا|БАПОР|אונר"א
Interpol|Интерпол|الإنتربول|אינטרפול
White Helmets|Syria Civil Defence|الخوذ البيضاء|الدفاع المدني السوري|Белые каски|Weißhelme|Casques blancs|Beyaz Miğferler
SOHR|Syrian Observatory for Human Rights|المرصد السوري لحقوق الإنسان|Сирийская обсерватория по правам человека
Islamic State|IS|ISIS|ISIL|Daesh|Da'esh|Daech|DAESH|Islamic State of Iraq and the Levant|Islamic State of Iraq and Syria|Islamic State of Iraq and al-Sham|Islamischer Staat|État islamique|IŞİD|DEAŞ|داعش|الدولة الإسلامية|تنظيم الدولة الإسلامية|الدولة الإسلامية في العراق والشام|ИГИЛ|ИГ|ДАИШ|Исламское государство|Ісламська держава|ІДІЛ|דאעש|המדינה האסלאמית
al-Qaeda|al-Qaida|al Qaeda|Al-Kaida|El Kaide|القاعدة|تنظيم القاعدة|Аль-Каида|Аль-Каїда|אל-קאעידה|القاعده
Hay'at Tahrir al-Sham|HTS|Hayat Tahrir al-Sham|HTŞ|Heyet Tahrir el-Şam|Levant Liberation Committee|هيئة تحرير الشام|هتش|Хайят Тахрир аш-Шам|Хайат Тахрир аш-Шам|ХТШ|תחריר א-שאם
Nusra Front|Jabhat al-Nusra|al-Nusra Front|an-Nusra|جبهة النصرة|Джебхат ан-Нусра|Фронт ан-Нусра|Nusra Cephesi|ג'בהת א-נוסרה
Hezbollah|Hizbullah|Hizballah|Hisbollah|حزب الله|Хезболла|Хизбалла|Хізбалла|חיזבאללה|Χεζμπολάχ
Hamas|حماس|حركة حماس|حركة المقاومة الإسلامية|Islamic Resistance Movement|ХАМАС|חמאס|Χαμάς|حماس
Fatah|Fateh|فتح|حركة فتح|ФАТХ|פת"ח|El Fetih
PLO|OLP|Palestine Liberation Organization|Palestine Liberation Organisation|منظمة التحرير الفلسطينية|ООП|Организация освобождения Палестины|אש"ף|FKÖ
PFLP|FPLP|Popular Front for the Liberation of Palestine|الجبهة الشعبية لتحرير فلسطين|НФОП|Народный фронт освобождения Палестины|החזית העממית לשחרור פלסטין
Palestinian Authority|Palestinian National Authority|السلطة الفلسطينية|السلطة الوطنية الفلسطينية|Палестинская администрация|הרשות הפלסטינית|Autorité palestinienne|Palästinensische Autonomiebehörde
Palestinian Islamic Jihad|Islamic Jihad|PIJ|الجهاد الإسلامي|حركة الجهاد الإسلامي|حركة الجهاد الإسلامي في فلسطين|Исламский джихад|הג'יהאד האסלאמי
Qassam Brigades|Izz al-Din al-Qassam Brigades|Ezzedine al-Qassam Brigades|al-Qassam Brigades|كتائب القسام|كتائب عز الدين القسام|كتائب الشهيد عز الدين القسام|Бригады Изз ад-Дин аль-Кассам|גדודי עז א-דין אל-קסאם
Houthis|Huthis|Houthi movement|Ansar Allah|Ansarullah|الحوثيون|أنصار الله|حركة أنصار الله|جماعة الحوثي|Хуситы|Ансар Аллах|Хусити|החות'ים|Husiler
Muslim Brotherhood|Ikhwan|Muslimbruderschaft|Frères musulmans|الإخوان المسلمون|جماعة الإخوان المسلمين|الإخوان المسلمين|جماعة الإخوان|Братья-мусульмане|Брати-мусульмани|Müslüman Kardeşler|האחים המוסלמים|اخوان‌المسلمین
Taliban|طالبان|Талибан|Талібан|טאליבן|حركة طالبان|Движение Талибан
Boko Haram|بوكو حرام|Боко харам
al-Shabaab|Harakat al-Shabaab|Shabaab|Harakat al-Shabab|الشباب المجاهدين|حركة الشباب|Аш-Шабаб
Syrian Democratic Forces|SDF|FDS|QSD|قوات سوريا الديمقراطية|قسد|Сирийские демократические силы|СДС|DSG|Demokratik Suriye Güçleri|Demokratische Kräfte Syriens|Forces démocratiques syriennes
YPG|People's Protection Units|People's Defense Units|وحدات حماية الشعب|ي ب ك|Yekîneyên Parastina Gel|Отряды народной самообороны|ОНС|Halk Savunma Birlikleri|Volksverteidigungseinheiten
PYD|Democratic Union Party|حزب الاتحاد الديمقراطي|Partiya Yekîtiya Demokrat|Partei der Demokratischen Union|Demokratik Birlik Partisi|Партия демократического единства
PKK|Kurdistan Workers' Party|Partiya Karkerên Kurdistanê|Kürdistan İşçi Partisi|Arbeiterpartei Kurdistans|Parti des travailleurs du Kurdistan|حزب العمال الكردستاني|РПК|Рабочая партия Курдистана|Робітнича партія Курдистану|מפלגת הפועלים של כורדיסטן
KDP|PDK|Kurdistan Democratic Party|Democratic Party of Kurdistan|الحزب الديمقراطي الكردستاني|Демократическая партия Курдистана|Partiya Demokrat a Kurdistanê
PUK|Patriotic Union of Kurdistan|الاتحاد الوطني الكردستاني|Патриотический союз Курдистана
Peshmerga|Peschmerga|البيشمركة|پێشمەرگە|Пешмерга|פשמרגה
Free Syrian Army|FSA|ASL|ÖSO|الجيش السوري الحر|الجيش الحر|Свободная сирийская армия|ССА|Özgür Suriye Ordusu|Freie Syrische Armee|Armée syrienne libre|הצבא הסורי החופשי
Syrian National Army|SNA|SMO|الجيش الوطني السوري|Сирийская национальная армия|СНА|Suriye Milli Ordusu|Syrische Nationale Armee|Armée nationale syrienne
Syrian Arab Army|SAA|Syrian army|الجيش العربي السوري|الجيش السوري|Сирийская арабская армия|САА|Suriye Arap Ordusu|Syrische Arabische Armee
Syrian National Coalition|SNC|الائتلاف الوطني السوري|الائتلاف الوطني لقوى الثورة والمعارضة السورية|Национальная коалиция сирийских революционных и оппозиционных сил|Suriye Ulusal Koalisyonu
Syrian Salvation Government|حكومة الإنقاذ السورية|حكومة الإنقاذ|Правительство спасения Сирии
Autonomous Administration of North and East Syria|AANES|DAANES|Rojava|الإدارة الذاتية|الإدارة الذاتية لشمال وشرق سوريا|روج آفا|روجافا|Рожава
Baath Party|Ba'ath Party|Baath|حزب البعث|حزب البعث العربي الاشتراكي|Arab Socialist Ba'ath Party|Партия Баас|Баас|Baas Partisi|Baath-Partei
Shabiha|الشبيحة|شبيحة|Шабиха
Fatemiyoun Brigade|Liwa Fatemiyoun|Fatemiyoun|لواء فاطميون|لشکر فاطمیون|فاطميون|Фатимиюн|Лива Фатимиюн
Zainabiyoun Brigade|Liwa Zainebiyoun|لواء زينبيون|لشکر زینبیون|زينبيون|Зейнабиюн
Islamic Revolutionary Guard Corps|IRGC|Revolutionary Guards|Sepah|Pasdaran|Sepah-e Pasdaran|CGRI|الحرس الثوري|الحرس الثوري الإيراني|سپاه پاسداران|سپاه پاسداران انقلاب اسلامی|سپاه|КСИР|Корпус стражей исламской революции|Стражи исламской революции|Revolutionsgarden|Gardiens de la révolution|Devrim Muhafızları|משמרות המהפכה
Quds Force|Qods Force|Jerusalem Force|فيلق القدس|قوة القدس|نیروی قدس|سپاه قدس|Силы Кудс|Сили Кудс|Аль-Кудс|כוח קודס|Kudüs Gücü|Al-Quds-Brigaden der Revolutionsgarden
Quds Brigades|Saraya al-Quds|Al-Quds Brigades|سرايا القدس|Бригады Аль-Кудс|פלוגות אל-קודס
Basij|بسیج|الباسيج|Басидж
Popular Mobilization Forces|PMF|PMU|Hashd|Hashd al-Shaabi|Hashd ash-Shaabi|al-Hashd al-Sha'bi|الحشد الشعبي|هيئة الحشد الشعبي|حشد الشعبی|Хашд аш-Шааби|Силы народной мобилизации|Haşdi Şabi|Volksmobilisierungskräfte
Kata'ib Hezbollah|Kataib Hizballah|Hezbollah Brigades|كتائب حزب الله|Катаиб Хезболла
Asa'ib Ahl al-Haq|AAH|Asaib Ahl al-Haq|League of the Righteous|عصائب أهل الحق|Асаиб Ахль аль-Хакк
Badr Organization|منظمة بدر|Badr Brigade|فيلق بدر|Организация Бадр
MEK|People's Mojahedin|Mojahedin-e Khalq|PMOI|مجاهدين خلق|سازمان مجاهدین خلق|منظمة مجاهدي خلق|Моджахедин-э Халк
IDF|Israel Defense Forces|Israel Defence Forces|Israeli army|Tsahal|Zahal|جيش الدفاع الإسرائيلي|الجيش الإسرائيلي|ЦАХАЛ|Армия обороны Израиля|צה"ל|צבא ההגנה לישראל|İsrail Savunma Kuvvetleri
Mossad|Мосад|Моссад|الموساد|המוסד|מוסד|موساد
Shin Bet|Shabak|ISA|الشاباك|الشين بيت|Шин-бет|ШАБАК|שב"כ|שירות הביטחון הכללי
Knesset|الكنيست|Кнессет|הכנסת|כנסת
Likud|הליכוד|Ликуд|الليكود
MIT|MİT|Millî İstihbarat Teşkilatı|National Intelligence Organization|جهاز الاستخبارات التركي|Национальная разведывательная организация Турции
AKP|AK Party|AK Parti|Justice and Development Party|Adalet ve Kalkınma Partisi|حزب العدالة والتنمية|Партия справедливости и развития
MHP|Nationalist Movement Party|Milliyetçi Hareket Partisi|حزب الحركة القومية
CHP|Republican People's Party|Cumhuriyet Halk Partisi|حزب الشعب الجمهوري|Республиканская народная партия
HDP|Peoples' Democratic Party|Halkların Demokratik Partisi|حزب الشعوب الديمقراطي
Grey Wolves|Bozkurtlar|Ülkü Ocakları|الذئاب الرمادية|Серые волки|Graue Wölfe
Turkish Airlines|THY|Türk Hava Yolları|الخطوط الجوية التركية|Турецкие авиалинии
Wagner Group|Wagner|PMC Wagner|Gruppe Wagner|Groupe Wagner|ЧВК Вагнер|ЧВК «Вагнер»|Группа Вагнера|ПВК Вагнер|Вагнер|فاغنر|مجموعة فاغنر|شركة فاغنر|Wagner Grubu|קבוצת ואגנר|וגנר
Federal Security Service|FSB|ФСБ|Федеральная служба безопасности|جهاز الأمن الفيدرالي|جهاز الأمن الفيدرالي الروسي
Federal Protective Service|FSO|ФСО|Федеральная служба охраны
SVR|External Intelligence Service|СВР|Служба внешней разведки|جهاز الاستخبارات الخارجية الروسية
GRU|ГРУ|Main Intelligence Directorate|Главное разведывательное управление
GUR|HUR|ГУР|Main Directorate of Intelligence|Головне управління розвідки|Головне управління розвідки Міністерства оборони України
KGB|КГБ|КДБ|КДБ|Комитет государственной безопасности|Committee for State Security|كي جي بي
SBU|СБУ|Security Service of Ukraine|Служба безпеки України|Служба безопасности Украины
Rosgvardia|Russian National Guard|National Guard of Russia|Росгвардия|Росгвардія|الحرس الوطني الروسي
Kremlin|Кремль|الكرملين|Кремль
State Duma|Duma|Госдума|Государственная дума|Дума|الدوما
Verkhovna Rada|Rada|Верховна Рада|Верховная рада
Roscosmos|Роскосмос|Роскосмос
Armed Forces of Ukraine|AFU|ZSU|ВСУ|ЗСУ|Збройні сили України|Вооружённые силы Украины|القوات المسلحة الأوكرانية
Azov|Azov Regiment|Azov Battalion|Azov Brigade|Азов|Полк Азов|Батальон Азов|كتيبة آزوف|آزوف|Полк «Азов»
Right Sector|Правий сектор|Правый сектор|Pravyi Sektor|Praviy Sektor|Rechter Sektor
United Russia|Единая Россия|Єдина Росія|Einiges Russland|روسيا الموحدة
Servant of the People|Слуга народу|Слуга народа|Diener des Volkes
Donetsk People's Republic|DPR|DNR|ДНР|Донецкая Народная Республика|Донецька народна республіка|جمهورية دونيتسك الشعبية|Volksrepublik Donezk
Luhansk People's Republic|LPR|LNR|ЛНР|Луганская Народная Республика|Луганська народна республіка|جمهورية لوغانسك الشعبية|Volksrepublik Lugansk
United States|USA|US|United States of America|America|Vereinigte Staaten|Vereinigte Staaten von Amerika|États-Unis|الولايات المتحدة|الولايات المتحدة الأمريكية|أمريكا|أميركا|США|Соединённые Штаты|Соединенные Штаты Америки|Сполучені Штати|ארצות הברית|ארה"ב|ABD|Amerika Birleşik Devletleri|ایالات متحده|آمریکا
United Kingdom|UK|Great Britain|Britain|Großbritannien|Royaume-Uni|المملكة المتحدة|بريطانيا|Великобритания|Соединённое Королевство|Велика Британія|הממלכה המאוחדת|בריטניה|İngiltere|Birleşik Krallık|انگلیس|بریتانیا
Soviet Union|USSR|UdSSR|URSS|Sowjetunion|Union soviétique|СССР|СРСР|Советский Союз|Радянський Союз|الاتحاد السوفيتي|SSCB|ברית המועצות|شوروی
Russia|Russian Federation|Россия|РФ|Российская Федерация|Росія|Российская федерация|روسيا الاتحادية|الاتحاد الروسي
Syrian Arab Republic|Syria|الجمهورية العربية السورية|Сирийская Арабская Республика|САР
Iran|Islamic Republic of Iran|جمهوری اسلامی ایران|الجمهورية الإسلامية الإيرانية|Исламская Республика Иран
CIA|ЦРУ|Central Intelligence Agency|وكالة المخابرات المركزية|وكالة الاستخبارات المركزية|Центральное разведывательное управление|סי-איי-אי
FBI|ФБР|Federal Bureau of Investigation|مكتب التحقيقات الفيدرالي|Федеральное бюро расследований
NSA|АНБ|National Security Agency|وكالة الأمن القومي الأمريكية|Агентство национальной безопасности
Pentagon|US Department of Defense|DoD|البنتاغون|وزارة الدفاع الأمريكية|Пентагон|הפנטגון
State Department|US Department of State|وزارة الخارجية الأمريكية|Госдепартамент|Госдеп|Госдепартамент США|Державний департамент США
White House|Weißes Haus|Maison-Blanche|البيت الأبيض|Белый дом|Білий дім|הבית הלבן|Beyaz Saray|کاخ سفید
OFAC|GraphWorker of External Assets Control|مكتب مراقبة الأصول الأجنبية|Управление по контролю за иностранными активами
MI6|SIS|Secret Intelligence Service|МИ-6|جهاز الاستخبارات البريطاني
BND|Bundesnachrichtendienst|БНД
Al Jazeera|al-Jazeera|Aljazeera|الجزيرة|قناة الجزيرة|Аль-Джазира|אל-ג'זירה|El Cezire
Al Arabiya|al-Arabiya|العربية|قناة العربية|Аль-Арабия
RIA Novosti|РИА Новости|ريا نوفوستي
TASS|ТАСС|ИТАР-ТАСС|تاس|وكالة تاس
RT|Russia Today|روسيا اليوم|آر تي
SANA|Syrian Arab News Agency|سانا|الوكالة العربية السورية للأنباء|САНА
Reuters|رويترز|Рейтер|רויטרס
AFP|Agence France-Presse|وكالة فرانس برس|فرانس برس|Франс Пресс
AP|Associated Press|أسوشيتد برس|Ассошиэйтед Пресс
BBC|بي بي سي|Би-би-си|הבי-בי-סי
Gazprom|Газпром|غازبروم|גזפרום|Газпром
Rosneft|Роснефть|روسنفت|Rosneft Oil Company|НК Роснефть
Sberbank|Sberbank of Russia|Сбербанк|Сбербанк России|Сбер|سبيربنك
VTB|VTB Bank|ВТБ|Банк ВТБ|بنك في تي بي
VEB|VEB.RF|Vnesheconombank|ВЭБ|Внешэкономбанк|ВЭБ.РФ
Russian Railways|RZD|РЖД|Российские железные дороги|السكك الحديدية الروسية
Rostec|Rostech|Ростех|روستيخ
Nord Stream|Nordstream|Северный поток|Північний потік|نورد ستريم|السيل الشمالي|Kuzey Akım
TurkStream|Turkish Stream|Türk Akımı|Турецкий поток|السيل التركي
Central Bank of Syria|مصرف سوريا المركزي|مصرف سورية المركزي|البنك المركزي السوري|Центральный банк Сирии
Saudi Aramco|Aramco|أرامكو|أرامكو السعودية|Сауди Арамко
National Oil Corporation|NOC|المؤسسة الوطنية للنفط|Национальная нефтяная корпорация Ливии
Government of National Accord|GNA|حكومة الوفاق الوطني|حكومة الوفاق|Правительство национального согласия|ПНС
Libyan National Army|LNA|Libyan Arab Armed Forces|LAAF|الجيش الوطني الليبي|القوات المسلحة العربية الليبية|Ливийская национальная армия|ЛНА
Rapid Support Forces|RSF|قوات الدعم السريع|الدعم السريع|Силы быстрой поддержки|СБП
Janjaweed|الجنجويد|Джанджавид
Southern Transitional Council|STC|المجلس الانتقالي الجنوبي|Южный переходный совет
Amal Movement|Amal|حركة أمل|أمل|Амаль|Движение Амаль
Free Patriotic Movement|FPM|التيار الوطني الحر|Свободное патриотическое движение|Courant patriotique libre
Lebanese Forces|القوات اللبنانية|Ливанские силы|Forces libanaises
Lebanese Armed Forces|LAF|الجيش اللبناني|Ливанская армия|Lebanese Army
Kataeb Party|Phalange|Kataeb|الكتائب اللبنانية|حزب الكتائب|حزب الكتائب اللبنانية|Катаиб
UNIFIL|اليونيفيل|يونيفيل|ЮНИФИЛ|ВСООНЛ|FINUL
UNDOF|الأندوف|قوة الأمم المتحدة لمراقبة فض الاشتباك|СООННР
International Coalition|Global Coalition|Combined Joint Task Force|التحالف الدولي|Международная коалиция
Astana process|مسار أستانا|Астанинский процесс|Астанинский формат
Chinese Communist Party|CCP|CPC|Communist Party of China|中国共产党|中共|КПК|Коммунистическая партия Китая|الحزب الشيوعي الصيني
People's Liberation Army|PLA|中国人民解放军|解放军|НОАК|Народно-освободительная армия Китая|جيش التحرير الشعبي
Kuomintang|KMT|国民党|國民黨|Гоминьдан|Guomindang
Workers' Party of Korea|WPK|조선로동당|Трудовая партия Кореи|朝鲜劳动党
LDP|Liberal Democratic Party|自由民主党|自民党
Huawei|华为|華為|Хуавей|هواوي|화웨이
Samsung|삼성|三星|Самсунг|سامسونج|سامسونغ
Toyota|トヨタ|丰田|Тойота|تويوتا
LTTE|Tamil Tigers|Liberation Tigers of Tamil Eelam|Тигры освобождения Тамил-Илама|نمور التاميل
IRA|Irish Republican Army|Ирландская республиканская армия|الجيش الجمهوري الإيرلندي|ИРА
ETA|Euskadi Ta Askatasuna|ЭТА|إيتا
FARC|Revolutionary Armed Forces of Colombia|ФАРК|القوات المسلحة الثورية الكولومبية
Lashkar-e-Taiba|LeT|لشکر طیبہ|لشكر طيبة|Лашкаре-Тайба
Haqqani network|شبكة حقاني|حقاني نتورك|Сеть Хаккани|شبکه حقانی
Caucasus Emirate|Imarat Kavkaz|إمارة القوقاز|Имарат Кавказ|Кавказский эмират
Turkistan Islamic Party|TIP|الحزب الإسلامي التركستاني|Исламская партия Туркестана
Junud al-Sham|جنود الشام
Ahrar al-Sham|Harakat Ahrar al-Sham|أحرار الشام|حركة أحرار الشام|حركة أحرار الشام الإسلامية|Ахрар аш-Шам
Sultan Murad Division|فرقة السلطان مراد|Sultan Murad Tümeni|Дивизия Султана Мурада
Hamza Division|Hamzat|فرقة الحمزة|الحمزات|Дивизия Хамза
Faylaq al-Sham|Sham Legion|فيلق الشام|Файлак аш-Шам
Faylaq al-Rahman|فيلق الرحمن|Файлак ар-Рахман
Jaysh al-Fatah|Army of Conquest|جيش الفتح|Джейш аль-Фатх
Fourth Division|4th Armoured Division|الفرقة الرابعة|الفرقة الرابعة المدرعة|4-я бронетанковая дивизия
Republican Guard|الحرس الجمهوري|Республиканская гвардия|Cumhuriyet Muhafızları
Tiger Forces|Qawat al-Nimr|قوات النمر|Силы Тигра
Air Force Intelligence|إدارة المخابرات الجوية|المخابرات الجوية|Разведка ВВС
`
