/**
 * Given names that are one, across tongues and spellings, one name a line. Names of two lines are two, however alike they
 * are written; a name that is in none is told by its letters. Brothers and sisters differ in nothing else.
 */
export const GIVEN_NAMES = `
alexander aleksandr aleksander alexandr alexandre alexandros oleksandr oleksander aliaksandr alyaksandr aleksandar sasha alejandro iskander александр олександр аляксандр александар αλέξανδρος ალექსანდრე ალექსანდერ ألكسندر אלכסנדר
alexandra aleksandra oleksandra александра олександра αλεξάνδρα
alexei alexey aleksei aleksey alexej alexis alexy oleksii oleksiy oleksij aliaksei алексей олексій аляксей αλέξης алексий
vladimir volodymyr wladimir wolodymyr uladzimir vladimír владимир володимир уладзімір فلاديمير ולדימיר
sergei sergey sergej serge serhii serhiy siarhei syarhey sergii sergi серге сергей сергій сяргей سيرغي סרגיי სერგო
nikolai nikolay nikolaj nikolas nicolas nikolaus nicholas mykola mikalai mikola nikola nikolaos николай микола мікалай никола νικόλαος ნიკოლოზ نيكولاي
nikol никол նիկոլ
mikhail michail mikhael michael mykhailo mykhaylo mihail mihailo mikhas mikheil micheil mihai mihail михаил михайло міхаіл михаило μιχαήλ მიხეილ միքայել
yevgeny evgeny evgeni evgenii yevgeni yevhen jewgeni jewgenij evgenij eugene yauhen yevheniy евгений євген яўген يفغيني
andrei andrey andrej andrii andriy andrij andrew andreas andré андрей андрій андрэй ανδρέας אנדריי
dmitry dmitri dmitrij dmitriy dimitri dmytro dzmitry dimitrios dimitar дмитрий дмитро дзмітрый δημήτρης دميتري
pavel pavlo paul paweł павел павло павал παύλος
petr pyotr petro piotr peter pjotr pyotr petar petros petre пётр петр петро пятро петар πέτρος პეტრე
ivan iwan ivane іван иван іван ivan ვანო
igor ihor игорь ігор ігар იგორ
oleg oleh олег алег
olga olha volha olja ольга вольга
konstantin kostiantyn kostyantyn konstantinos constantine kanstantsin константин костянтин κωνσταντίνος
vasily vasili vasyl vassily vasil wassili basile василий василь βασίλειος ვასილ
grigory grigori hryhorii hryhoriy hryhory gregory grigorij ryhor григорий григорій рыгор
georgy georgi george georgios giorgos giorgi jorge heorhii георгий георгій ғеорги γιώργος γεώργιος გიორგი גאורגי
yuri yury yurii yuriy jurij juri iouri юрий юрій юры يوري
viktor victor wiktor віктор виктор βίκτωρ ვიქტორ فيكتور
viktoria victoria viktoriya виктория вікторія
valery valeri valerii valeriy walerij valerij валерий валерій валеры
anatoly anatoli anatolii anatoliy anatol анатолий анатолій
vitaly vitali vitalii vitaliy виталий віталій
gennady gennadi gennadiy henadiy hennadii геннадий геннадій генадзь
leonid леонид леонід
boris borys борис барыс
maxim maksim maksym максим
denis denys денис
arkady arkadi arkadiy аркадий аркадій
kirill kyrylo cyril кирилл кирило
stepan stjepan степан
semen semyon semion семен семён
roman роман
ruslan руслан
ramzan ramsan рамзан рамазан ramazan رمضان
akhmad akhmat achmat ахмат ахмад
elena olena yelena helen helena алена елена олена алёна ელენა
anna hanna ganna анна ганна ханна
ekaterina yekaterina kateryna katerina catherine katsiaryna екатерина катерина кацярына
natalia natalya natalja nataliia nataliya наталья наталия наталія
irina iryna irene ирина ірина
yulia julia yuliya juliya yuliia julija юлия юлія
tatiana tatyana tetiana tetyana татьяна тетяна
svetlana svitlana sviatlana светлана світлана святлана
maria mariya marija marya maryia мария марія
nikita микита никита mykyta
yaroslav jaroslaw jaroslav ярослав
vyacheslav viacheslav wjatscheslaw вячеслав вʼячеслав в'ячеслав
stanislav stanislaw станислав станіслав
arsen арсен
armen արմեն армен
serzh սերժ серж
robert ռոբերտ роберт robert
levon լևոն левон
gagik գագիկ
zurab ზურაბ зураб
eduard edward ედუარდ эдуард едуард edouard
zoran зоран
milorad милорад
ratko ратко
darko дарко
novak новак
slobodan слободан
goran горан
dragan драган
jovan јован јoван
boyko bojko бойко
rumen румен
kyriakos κυριάκος кириакос
antonis antonios αντώνης anton антон
kostas κώστας
yanis giannis ioannis γιάννης γιάνης ιωάννης
john jean johann joão juan
james jacques jaime
william wilhelm guillaume
charles karl carlos carl
henry heinrich henri enrique
benjamin binyamin benyamin בנימין беньямин биньямин
benny beni בני
yitzhak yitzchak isaac ishaq itzhak יצחק ицхак إسحاق اسحاق
yaakov jacob yaacov yaqub yakub yacoub יעקב яков يعقوب
moshe moses משה моше
musa moussa mousa مוסה муса موسي
yosef joseph josef iosif יוסף иосиф йосип jozef
yusuf yousef youssef yousuf yusef yussuf yusup يوسف юсуф יוסוף
ehud אהוד эхуд
ariel אריאל ариэль
shimon simon שמעון шимон
yair יאיר яир
david davit dawid דוד דויד давид
daoud dawud dawood davud داوود داود дауд
naftali נפתלי нафтали
yoav יואב йоав
avigdor אביגדור авигдор
itamar איתמר
menachem menahem מנחם менахем
yonatan jonathan jonatan יונתן
omri עמרי
muhammad mohammed mohammad muhammed mohamed mohamad muhamad mohamet mahomet magomed mukhammad mehmed محمد мухаммад мухаммед мохаммед мохамед магомед מוחמד муҳаммад
mehmet мехмет
ahmad ahmed ahmet achmed akhmed احمد ахмед אחמד ahmadou
mahmoud mahmud mahmood mahmut محمود махмуд מחמוד
hamid hameed حميد хамид
hamad حمد хамад
hamed حامد хамед
hamdan hamdane حمدان хамдан
hasan hassan hassen hasen حسن хасан חסן
husayn hussein hussain husain hosein hossein huseyin hüseyin hussien housseine husein حسين хусейн хосейн гусейн חוסיין
mohsen muhsin mohsin محسن мохсен
ali aly alí علي али עלי
ala alaa علاء علا
omar umar omer ömer عمر омар умар עומר
amr عمرو амр
ammar عمار аммар
uthman othman osman usman عثمان осман усман
khalid khaled halid halit chalid خالد халид халед חאלד
khalil halil خليل халиль
ibrahim ebrahim ibraheem إبراهيم ابراهيم ибрагим ибрахим אברהים איברהים
ismail esmail ismael ismayil إسماعيل اسماعيل исмаил איסמעיל
bilal belal بلال билал
bashar بشار башар בשאר
bashir beshir بشير башир
basil bassel basel باسل басиль
hafez hafiz حافظ хафез
maher mahir ماهر махер
rifaat refaat rifat رفعت рифаат
ribal ريبال
asma أسماء اسماء асма
samir sameer سمير самир
samira sameera سميره самира
sami سامي сами
salim saleem selim سليم салим
salem سالم салем
salman سلمان салман
sulayman suleiman sulaiman süleyman soleiman سليمان сулейман
saleh salih صالح салех салих
salah saladin صلاح салах
said saeed saïd sayeed سعيد саид
saad sa'd سعد саад
saud saoud سعود сауд
nasser nasir nassir naser ناصر насер насир
nasr نصر наср
faisal faysal feisal فيصل фейсал
fahd فهد фахд
fuad fouad fuat فؤاد фуад
farid fareed فريد фарид
farouk faruq farooq faruk فاروق фарук
kamal kemal كمال камаль кемаль
kamil kamel كامل камиль
jamal gamal djamal cemal جمال джамаль гамаль
jamil gamil cemil جميل джамиль
jalal galal celal جلال джаляль
jalil جليل
karim kareem kerim كريم карим
karam كرم
majid majed ماجد маджид مجيد
rashid rasheed raschid reşit راشد رشيد рашид
rashad رشاد рашад
riad riyad رياض рияд
rafic rafik rafiq rafeeq رفيق рафик
tariq tarek tarık طارق тарик
walid waleed velid وليد валид
yahya yahia yehia yehya يحيي яхья
yasin yassin ياسين ясин
yasir yasser ياسر ясир
zayd zaid زيد зейд
zayed zayid زايد заид
marwan mervan مروان марван
mustafa moustafa mostafa مصطفي мустафа
murtada مرتضي
muqtada moqtada muktada مقتدي муктада
qasim qassem qasem kasim kasım ghasem قاسم касем касим
qusay قصي
uday عدي
saddam صدام саддам
muammar moammar معمر муаммар
hosni حسني хосни
anas انس
anwar enver أنور انور анвар
ayman aiman أيمن ايمن айман
ayyub ayoub ايوب айюб
adnan عدنان
adel adil عادل адель
asif asef assef آصف اصف
haider haidar haydar حيدر хайдар
hadi هادي хади
hakan хакан
hashim hashem haşim هاشم хашим
jawad javad cevad جواد джавад
mehdi mahdi مهدي махди
musab mosab مصعب
nuri nouri نوري нури
osama usama oussama أسامه اسامه усама осама
qais قيس
ramadan رمضان
sadeq sadiq صادق
seyfi
shamil şamil شامل шамиль
sirajuddin سراج_الدين
jalaluddin جلال_الدين
suhayl suhail سهيل
wahid واحد وحيد
mazloum mazlum مظلوم
masoud massoud mesud مسعود масуд
masrour masrur مسرور
nechirvan نيچيرفان نيجيرفان
qubad قوباد
recep receb رجب реджеп
tayyip طيب тайип
bülent
devlet
ekrem
turgut
korkut
abdullah abdallah abdulla عبدالله абдулла абдалла
imran عمران имран
nawaz نواز
shehbaz شهباز

`
