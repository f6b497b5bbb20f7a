/**
 * Towns and regions in the news that are not among the world's cities, whose names differ from tongue to tongue or resemble
 * another's: one a line, its names parted by strokes.
 */
export const TOWNS = `
Aleppo|Halab|Haleb|Halep|Alep|حلب|Алеппо|Халеб|Халаб|חלב|חאלב|Χαλέπι|حلب الشهباء|阿勒颇
Homs|Hims|Hums|Humus|حمص|Хомс|Хімс|חומס
Hama|Hamah|حماة|حماه|Хама|חמה
Latakia|Lattakia|Ladhiqiyah|al-Ladhiqiyah|Lazkiye|Laodicea|اللاذقية|Латакия|Латакія|לטקיה
Tartus|Tartous|Tartous|طرطوس|Тартус|טרטוס
Tarsus|طرسوس|Тарсус
Idlib|Edlib|إدلب|ادلب|Идлиб|Ідліб|אידליב
Raqqa|Rakka|ar-Raqqah|Raqqah|الرقة|Ракка|רקה
Deir ez-Zor|Deir al-Zor|Deir ezzor|Dayr az-Zawr|دير الزور|ديرالزور|Дейр-эз-Зор|דיר א-זור
Hasakah|al-Hasakah|Hassake|Haseke|الحسكة|Хасака|Хасеке
Qamishli|Kamischli|Kamishly|Qamishlo|القامشلي|Камышлы|Эль-Камышлы
Daraa|Deraa|Dara'a|Dar'a|درعا|Деръа|Дераа
Suwayda|as-Suwayda|Sweida|Soueida|السويداء|Сувейда|Эс-Сувейда
Quneitra|القنيطرة|Кунейтра
Kobani|Kobane|Ayn al-Arab|Ain al-Arab|عين العرب|كوباني|Кобани|Айн-эль-Араб
Manbij|Menbic|منبج|Манбидж
Afrin|Efrin|عفرين|Африн
Palmyra|Tadmur|Tadmor|تدمر|Пальмира|תדמור
Bosra|Busra|Bosra al-Sham|بصرى|Босра
Basra|Basrah|al-Basrah|البصرة|Басра|Basora|בצרה
Mosul|Mossul|Mossoul|Musul|al-Mawsil|الموصل|Мосул|מוסול
Erbil|Arbil|Irbil|Hewler|Hawler|أربيل|اربيل|هولير|Эрбиль|ארביל
Kirkuk|Karkuk|Kerkuk|Kerkük|كركوك|Киркук
Sulaymaniyah|Slemani|Sulaimaniya|Süleymaniye|السليمانية|Сулеймания
Najaf|an-Najaf|Nedschef|النجف|Наджаф
Karbala|Kerbela|كربلاء|Кербела
Fallujah|Falluja|الفلوجة|Фаллуджа
Ramadi|الرمادي|Рамади
Ramallah|رام الله|Рамалла|רמאללה
Ramla|Ramleh|الرملة|רמלה
Nablus|Naplouse|Shechem|نابلس|Наблус|שכם
Nabatieh|Nabatiyeh|النبطية|Набатия
Jenin|Dschenin|جنين|Дженин|ג'נין
Hebron|al-Khalil|الخليل|Хеврон|חברון
Bethlehem|Betlehem|Bethléem|Beit Lahm|Bayt Lahm|بيت لحم|Вифлеем|Віфлеєм|בית לחם|Βηθλεέμ
Nazareth|Nasira|an-Nasira|الناصرة|Назарет|נצרת
Jericho|Ariha|أريحا|Иерихон|יריחו
Jaffa|Yafo|Yafa|يافا|Яффа|יפו
Acre|Akko|Akka|عكا|Акко|עכו
Haifa|Hefa|حيفا|Хайфа|חיפה
Tel Aviv|تل أبيب|Тель-Авив|תל אביב
Beersheba|Be'er Sheva|Bir as-Saba|بئر السبع|Беэр-Шева|באר שבע
Ashkelon|Asqalan|عسقلان|אשקלון
Eilat|Elat|إيلات|אילת
Rafah|رفح|Рафах|רפיח
Khan Younis|Khan Yunis|خان يونس|Хан-Юнис|ח'אן יונס
Khan Shaykhun|Khan Sheikhoun|خان شيخون|Хан-Шейхун
Golan|Golan Heights|Golanhöhen|الجولان|مرتفعات الجولان|Голаны|Голанские высоты|רמת הגולן|הגולן
West Bank|Westjordanland|Cisjordanie|الضفة الغربية|Западный берег|הגדה המערבית|Batı Şeria
Gaza|Gaza Strip|Gazastreifen|غزة|قطاع غزة|Газа|Сектор Газа|עזה|רצועת עזה|Gazze
Sidon|Saida|صيدا|Сидон|Сайда|צידון
Tyre|Sour|Sur|صور|Тир|צור
Baalbek|بعلبك|Баальбек
Tripoli Lebanon|Tripoli|Trablus|طرابلس|طرابلس الشام|Триполи|Trablusşam
Alexandria|Alexandrie|al-Iskandariyya|Iskandariya|İskenderiye|الإسكندرية|Александрия|Александрія|אלכסנדריה|Αλεξάνδρεια
Iskenderun|Alexandretta|İskenderun|إسكندرونة|Искендерун
Suez|as-Suways|السويس|Суэц
Port Said|Bur Said|بورسعيد|بور سعيد|Порт-Саид
Luxor|al-Uqsur|الأقصر|Луксор
Damietta|Dumyat|دمياط
Mecca|Makkah|Mekka|Mekke|La Mecque|مكة|مكة المكرمة|Мекка|מכה
Medina|al-Madinah|Médine|Medine|المدينة المنورة|Медина
Jeddah|Jidda|Djeddah|Cidde|جدة|Джидда
Sanaa|Sana'a|Sana|صنعاء|Сана
Hodeidah|Hudaydah|al-Hudaydah|الحديدة|Ходейда
Marib|Ma'rib|مأرب
Taiz|Ta'izz|تعز
Benghazi|Bengasi|بنغازي|Бенгази
Misrata|Misurata|مصراتة|Мисурата
Derna|درنة|Дерна
Sirte|Surt|سرت|Сирт
Sabratha|صبراتة
Tangier|Tanger|Tanja|طنجة|Танжер
Fez|Fès|Fas|فاس|Фес
Marrakesh|Marrakech|مراكش|Марракеш
Casablanca|ad-Dar al-Bayda|الدار البيضاء|Касабланка
Algiers|Alger|Algier|Cezayir|Argel|الجزائر العاصمة|مدينة الجزائر|Алжир город
Oran|Wahran|وهران|Оран
Constantine|Qusantina|قسنطينة
Kuwait City|مدينة الكويت
Khartoum|Khartum|الخرطوم|Хартум
Omdurman|أم درمان
Antakya|Antioch|Antiochia|Hatay|أنطاكية|Антакья|Антиохия
Gaziantep|Aintab|Antep|عنتاب|غازي عنتاب|Газиантеп
Sanliurfa|Urfa|Edessa|Şanlıurfa|الرها|أورفا|شانلي أورفا|Шанлыурфа|Эдесса
Diyarbakir|Amed|Diyarbakır|ديار بكر|آمد|Диярбакыр
Izmir|Smyrna|İzmir|إزمير|Измир|Σμύρνη
Istanbul|Constantinople|Konstantinopel|إسطنبول|اسطنبول|القسطنطينية|Стамбул|Константинополь|Царьград|Κωνσταντινούπολη|איסטנבול
Edirne|Adrianople|أدرنة
Trabzon|Trebizond|طرابزون|Трабзон|Τραπεζούντα
Mardin|ماردين
Mersin|مرسين|Мерсин
Thessaloniki|Salonica|Saloniki|Selanik|Solun|Θεσσαλονίκη|Салоники|سالونيك|Солун
Piraeus|Piräus|Pire|Πειραιάς|Пирей
Corfu|Kerkyra|Korfu|Κέρκυρα|Корфу
Crete|Kreta|Kriti|Girit|Κρήτη|Крит|كريت
Rhodes|Rhodos|Rodos|Ρόδος|Родос
Plovdiv|Philippopolis|Filibe|Пловдив
Bitola|Monastir|Manastır|Битола
Skopje|Üsküp|Скопје|Скопье|Σκόπια|سكوبيه
Pristina|Prishtina|Prishtinë|Priština|Приштина
Belgrade|Belgrad|Beograd|Београд|Белград|بلغراد
Novi Sad|Neusatz|Újvidék|Нови Сад
Bratislava|Pressburg|Pozsony|Братислава
Vienna|Wien|Viyana|Bécs|Beč|Вена|Відень|Виена|فيينا|וינה|Βιέννη
Venice|Venedig|Venezia|Venise|Benátky|Венеция|البندقية
Florence|Firenze|Florenz|Флоренция|فلورنسا
Naples|Napoli|Neapel|Неаполь|نابولي
Turin|Torino|Турин
Milan|Milano|Mailand|Милан|ميلانو
Genoa|Genova|Genua|Gênes|Генуя|جنوة
Munich|München|Мюнхен|ميونيخ|Monaco di Baviera|מינכן
Cologne|Köln|Кёльн|Кельн|كولونيا|קלן
Nuremberg|Nürnberg|Нюрнберг
Aachen|Aix-la-Chapelle|Ахен
Geneva|Genf|Genève|Ginevra|Cenevre|Женева|جنيف|ז'נבה
Basel|Bâle|Basle|Базель
The Hague|Den Haag|La Haye|'s-Gravenhage|Гаага|لاهاي|האג|Lahey
Antwerp|Antwerpen|Anvers|Антверпен|أنفير
Ghent|Gent|Gand|Гент
Bruges|Brugge|Брюгге
Liège|Lüttich|Luik|Льеж
Lille|Rijsel|Лилль
Nice|Nizza|Ницца
Marseille|Marseilles|Марсель|مرسيليا
Seville|Sevilla|Севилья|إشبيلية
Cordoba|Córdoba|Кордова|قرطبة
Granada|Гранада|غرناطة
Saragossa|Zaragoza|Сарагоса|سرقسطة
Gdansk|Danzig|Gdańsk|Гданьск
Wroclaw|Breslau|Wrocław|Вроцлав
Krakow|Cracow|Krakau|Kraków|Краков|كراكوف
Poznan|Posen|Poznań|Познань
Szczecin|Stettin|Щецин
Lviv|Lvov|Lwów|Lemberg|Львів|Львов|Leopolis|لفيف|לבוב
Chernivtsi|Czernowitz|Cernăuți|Чернівці|Черновцы
Chernihiv|Chernigov|Tschernihiw|Чернігів|Чернигов
Chernobyl|Chornobyl|Tschernobyl|Чорнобиль|Чернобыль|تشيرنوبل
Kharkiv|Kharkov|Charkiw|Charkow|Харків|Харьков|خاركيف|חרקוב
Dnipro|Dnipropetrovsk|Dnepropetrovsk|Dnepr|Дніпро|Днепр|Днепропетровск|Дніпропетровськ
Zaporizhzhia|Zaporozhye|Saporischschja|Запоріжжя|Запорожье|زابوريجيا
Mykolaiv|Nikolaev|Nikolayev|Mykolajiw|Миколаїв|Николаев
Odesa|Odessa|Одеса|Одесса|أوديسا|אודסה
Luhansk|Lugansk|Luhansk|Voroshilovgrad|Луганськ|Луганск|لوغانسك
Lutsk|Луцьк|Луцк
Donetsk|Donezk|Донецьк|Донецк|دونيتسك
Mariupol|Mariupil|Маріуполь|Мариуполь|ماريوبول
Melitopol|Мелітополь|Мелитополь
Bakhmut|Artemivsk|Artyomovsk|Бахмут|Артёмовск|Артемівськ
Kropyvnytskyi|Kirovohrad|Kirovograd|Кропивницький|Кировоград
Rivne|Rovno|Рівне|Ровно
Ternopil|Ternopol|Тернопіль|Тернополь
Ivano-Frankivsk|Stanislav|Івано-Франківськ|Ивано-Франковск
Uzhhorod|Uzhgorod|Ungvár|Ужгород
Kryvyi Rih|Krivoy Rog|Krywyj Rih|Кривий Ріг|Кривой Рог
Crimea|Krim|Krym|Crimée|Kırım|Крым|Крим|القرم|קרים
Donbas|Donbass|Донбас|Донбасс|دونباس
Moscow|Moskau|Moskva|Moscou|Moskova|Москва|موسكو|מוסקבה|Μόσχα|Масква
Saint Petersburg|St Petersburg|Leningrad|Petrograd|Sankt Petersburg|Санкт-Петербург|Петербург|Ленинград|Петроград|سانت بطرسبرغ
Yekaterinburg|Ekaterinburg|Jekaterinburg|Sverdlovsk|Екатеринбург|Свердловск
Nizhny Novgorod|Nischni Nowgorod|Gorky|Нижний Новгород|Горький
Volgograd|Stalingrad|Wolgograd|Tsaritsyn|Волгоград|Сталинград|Царицын
Kaliningrad|Königsberg|Калининград|Кёнигсберг
Grozny|Grosny|Грозный|Sölj-Ghala|غروزني
Makhachkala|Machatschkala|Махачкала
Vladikavkaz|Ordzhonikidze|Владикавказ
Chechnya|Tschetschenien|Tchétchénie|Çeçenistan|Чечня|Ичкерия|الشيشان|צ'צ'ניה
Dagestan|Дагестан|داغستان
Tatarstan|Татарстан|تتارستان
Tbilisi|Tiflis|თბილისი|Тбилиси|Тифлис|تبليسي
Sukhumi|Sokhumi|Suchumi|სოხუმი|Сухуми|Сухум
Abkhazia|Abchasien|Abkhazie|Apsny|აფხაზეთი|Абхазия|أبخازيا
South Ossetia|Südossetien|Южная Осетия|სამხრეთ ოსეთი|أوسيتيا الجنوبية
Nagorno-Karabakh|Artsakh|Bergkarabach|Karabakh|Dağlık Karabağ|Нагорный Карабах|Арцах|Արցախ|ناغورني قره باغ
Stepanakert|Khankendi|Xankəndi|Степанакерт|Ханкенди|Ստեփանակերտ
Gyumri|Leninakan|Գյումրի|Гюмри
Transnistria|Transnistrien|Pridnestrovie|Приднестровье|Придністров'я|ترانسنيستريا
Vilnius|Vilna|Wilno|Wilna|Вильнюс|Вільнюс
Kaunas|Kovno|Kowno|Каунас
Tallinn|Reval|Таллин|Таллінн
Tartu|Dorpat|Тарту
Turku|Åbo|Турку
Kurdistan|Kürdistan|Курдистан|كردستان|کردستان|כורדיסטן
Levant|al-Sham|ash-Sham|Levante|الشام|Левант|بلاد الشام|Bilad al-Sham
Mesopotamia|بلاد الرافدين|Месопотамия
Isfahan|Esfahan|اصفهان|Исфахан|أصفهان
Mashhad|Meshed|Maschhad|مشهد|Мешхед
Qom|Qum|Ghom|Kum|قم|Кум
Shiraz|Schiras|شیراز|Шираз
Tabriz|Täbris|Tebriz|تبریز|Тебриз
Ahvaz|Ahwaz|اهواز|الأحواز|Ахваз
Kandahar|Qandahar|قندهار|Кандагар
Herat|هرات|Герат
Peshawar|پشاور|Пешавар
Lahore|لاہور|Лахор
Mumbai|Bombay|मुंबई|Мумбаи|Бомбей|مومباي
Kolkata|Calcutta|Kalkutta|Калькутта|كلكتا
Chennai|Madras|Ченнаи|Мадрас
Delhi|New Delhi|Neu-Delhi|दिल्ली|Дели|Нью-Дели|دلهي|نيودلهي
Yangon|Rangoon|Rangun|Янгон|Рангун
Ho Chi Minh City|Saigon|Хошимин|Сайгон
Beijing|Peking|Pekin|Pékin|北京|Пекин|Пекін|بكين|پکن|בייג'ינג|Πεκίνο|베이징
Guangzhou|Canton|Kanton|广州|廣州|Гуанчжоу|Кантон
Shenzhen|深圳|Шэньчжэнь
Tianjin|Tientsin|天津|Тяньцзинь
Nanjing|Nanking|南京|Нанкин
Chongqing|Chungking|重庆|重慶|Чунцин
Wuhan|武汉|武漢|Ухань
Xi'an|Sian|西安|Сиань
Harbin|Charbin|哈尔滨|Харбин
Lhasa|拉萨|Лхаса
Tibet|Xizang|西藏|Тибет|التبت
Xinjiang|Sinkiang|East Turkestan|新疆|Синьцзян|شينجيانغ
Hong Kong|Hongkong|香港|Гонконг|هونغ كونغ
Osaka|大阪|Осака
Kyoto|京都|Киото
Yokohama|横浜|Йокогама
Busan|Pusan|부산|釜山|Пусан
Incheon|인천|仁川
Pyongyang|Pjöngjang|평양|平壤|Пхеньян|بيونغ يانغ
Asmara|أسمرة|Асмэра
Mogadishu|Mogadischu|مقديشو|Могадишо
Timbuktu|Tombouctou|تمبكتو
Gaza City|مدينة غزة
Euphrates|Furat|al-Furat|Euphrat|الفرات|Fırat|Евфрат
Tigris|Dijla|Dicle|دجلة|Тигр
Bosphorus|Bosporus|Boğaziçi|البوسفور|Босфор
Dardanelles|Çanakkale Boğazı|الدردنيل|Дарданеллы
Dniester|Nistru|Dnister|Днестр|Дністер
Caspian Sea|Kaspisches Meer|بحر قزوين|دریای خزر|Каспийское море|Hazar Denizi
Black Sea|Schwarzes Meer|Mer Noire|البحر الأسود|Чёрное море|Чорне море|Karadeniz
Red Sea|Rotes Meer|Mer Rouge|البحر الأحمر|Красное море|Kızıldeniz
Mediterranean|Mediterranean Sea|Mittelmeer|Méditerranée|البحر المتوسط|البحر الأبيض المتوسط|Средиземное море|Akdeniz|הים התיכון
`
