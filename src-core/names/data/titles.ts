/** Words before a name that only say what somebody is: titles, ranks, honorifics, by script. An asterisk stands for any ending. */
export const TITLES = `
mr mrs ms miss sir dame lord lady dr prof professor hon honourable honorable rev reverend fr father bishop archbishop patriarch pope
president vice premier prime minister chancellor king queen prince princess emir amir sultan shah caliph khalif sheikh shaykh sheik cheikh scheich shaikh sayyid
sayyed seyyed seyed sayed syed saiyid grand_ayatollah ayatollah ayatullah hojatoleslam hojjatoleslam hujjat mullah molla mulla mawlawi maulvi maulana hajj hajji haji hadji hac
imam mufti qadi grand pasha pascha pasa bey effendi efendi agha aga bay bayan sn bayı monsieur madame m mme mlle herr frau signor senor senora don dona pan pani
gen general maj major col colonel colonel-general lt lieutenant capt captain brig brigadier cmdr commander adm admiral vice-admiral marshal field sgt sergeant cpl
corporal pvt cdr ltc dipl ing mag ambassador secretary senator governor mayor deputy judge chief commandant comrade generaloberst generalmajor oberst
the_late late so_called so-called self-styled the_so_called sogenannt* soi-disant dit presumed alleged
السيد سيد السيده سيده الشيخ شيخ الشيخه الدكتور دكتور الدكتوره د الاستاذ استاذ المهندس مهندس م الحاج حاج الحاجه الامام امام الملك الملكه الامير امير الاميره السلطان
سلطان الرييس رييس الوزير وزير الجنرال جنرال اللواء العميد عميد العقيد عقيد المقدم مقدم الرايد رايد النقيب نقيب الملازم الفريق فريق المشير مشير القايد القاضي المفتي
ايه_الله اية_الله آيت_الله حجت_الاسلام حجة_الاسلام المرحوم الشهيد شهيد المدعو المدعوه الملقب المسمي المعروف الاول_الركن الركن الاب البابا البطريرك المطران النايب السفير
جناب آقای آقا اقا خانم سرلشكر سرلشکر سردار سرتیپ دکتر مهندس حاجی مولوی مولانا میاں مولا ملا میر جنرل وزیر_اعظم
господин г госпожа г-н г-жа пан пані президент премьер министр премьер-министр король королева царь принц принцесса шейх имам эмир аятолла сеид мулла хаджи доктор
проф профессор акад академик ген генерал генерал-майор генерал-лейтенант генерал-полковник генерал-армии полковник подполковник майор капитан лейтенант сержант
маршал фельдмаршал адмирал контр-адмирал вице-адмирал командир посол губернатор мэр депутат судья патриарх митрополит архиепископ папа товарищ тов
так_называемый так_называемая так_называемые т_н небезызвестный міністр король генерал-лейтенант полковник дійсний г-н господар
מר גב גברת ד"ר דר פרופ פרופסור הרב רב אלוף רא״ל תת-אלוף סגן-אלוף רב-אלוף נשיא ראש_הממשלה השר שר המלך המלכה הנסיך השייח שייח' שיח האימאם ח"כ חכ עו"ד המכונה
κύριος κυρία κ στρατηγός πρόεδρος πρωθυπουργός υπουργός βασιλιάς πάπας
jr sr junior senior phd md esq rtd ret
`

/** Words behind which another name of the same begins. */
export const ALSO_CALLED =
  /\s*(?:,\s*)?(?<![\p{L}\p{N}])(?:a\.?\s?k\.?\s?a\.?|alias|also known as|known as|nom de guerre|nicknamed|dit|gen\.|genannt|called|он же|известный как|по прозвищу|відомий як|він же|المعروف ب(?:اسم)?|الملقب ب?|المكنى|المعروف باسم|المكنى ب|معروف به|המכונה|המוכר בשם|namıdiğer|namı diğer|olarak bilinen|kod adı)(?![\p{L}\p{N}])\s*/iu

/** Small words between the parts of a name, which writers put in or leave out. */
export const CONNECTORS = `
of the for and a an in on to at by de du des d la le les l et aux au da do dos das e y el los las di del della dei der die das den dem und von vom zu zum zur im für
van ten ter te i w z na do s v o u iz za od ve ile و في من على ل ب در از به و و_ کی کا کے и в во на по за при с со у о об от для та і й з із від до של את ו ל ב על
του της των και στο στη το ο η`

/** Words for son, daughter, family: between names they are left out. */
export const KIN = `bin ibn ben bn bint binti binte ould wuld ulad oghlu oglu oğlu ogly uly kyzy qizi zade bani banu al aal من بن ابن بنت ولد آل ال бин ибн бен бинт оглы оглу улы кызы בן בת`
