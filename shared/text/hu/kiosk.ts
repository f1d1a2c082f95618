/** What the kiosk says around a visit: first screen, who are you, home, leaving, and what every screen has, in Hungarian. */
export const kiosk = {
  name: 'Ügyfélterminál',
  back: 'Vissza',
  leave: 'Kész',
  next: 'Tovább',
  acts: 'Vissza és tovább',
  waiting: 'Egy pillanat türelmet…',
  comfort: {
    label: 'Látás, hallás, magasság',
    sight: 'Látás',
    contrast: { name: 'Nagy kontraszt', short: 'Kontraszt' },
    largeText: { name: 'Nagy betű', short: 'Nagy betű' },
    voice: { name: 'A képernyő felolvasása', short: 'Hang' },
    lowered: { name: 'A képernyő lejjebb hozása', short: 'Lejjebb' },
    raised: { name: 'A képernyő visszaemelése', short: 'Feljebb' },
  },
  keys: {
    keypad: 'Számjegyek',
    keyboard: 'Betűk és számok',
    erase: 'Törlés',
    clear: 'Mindent töröl',
    enter: 'Tovább',
    shift: 'Nagybetű',
    space: 'Szóköz',
  },
  field: { showPassword: 'A jelszó megjelenítése' },
  window: {
    open: {
      days: 'A mérőállást {from} és {to} között jelentheti be.',
      oneDay: 'A mérőállást ezen a napon jelentheti be: {day}',
    },
    next: {
      days: 'A mérőállást {from} és {to} között lehet bejelenteni.',
      oneDay: 'A mérőállást ezen a napon lehet bejelenteni: {day}',
    },
  },
  attract: {
    title: 'Üdvözöljük a vízszolgáltatónál!',
    subtitle: 'Jelentse be a mérőállást, nézze meg és fizesse be számláit',
    begin: 'Érintse meg a kezdéshez',
    offline:
      'Most nincs kapcsolat a szerverrel. A mérőállást bejelentheti, a számlákat megnézheti; a kártyás fizetés és a Fiókom nem érhető el.',
    noRoom:
      'Most nem lehet itt mérőállást bejelenteni és fizetni: a készüléken nincs több hely. Kérjük, menjen az ügyfélpulthoz. A számlákat és a befizetéseket megnézheti.',
    disk: {
      full: 'A személyzetnek: a készülék lemeze megtelt. Szabadítson fel helyet, vagy szóljon a rendszergazdának.',
      failing:
        'A személyzetnek: a szervertől érkező adatok nem írhatók a készülékre. Indítsa újra; ha megismétlődik, szóljon a rendszergazdának.',
    },
    staff:
      'A személyzetnek: a készülék indulásakor kiderült, hogy itt tett kérelmek hiányozhatnak. Szóljon a rendszergazdának. Részletek billentyűzetről: Ctrl+Shift+F8.',
  },
  who: {
    title: 'Hogyan azonosítja magát?',
    subtitle: 'Egy számlával a kezében a legegyszerűbb.',
    codes: { title: 'Számlával', detail: 'Cod client és Cod intern, a számlára nyomtatva' },
    email: {
      title: 'E-maillel és jelszóval',
      detail: 'Ha már regisztrált. A Fiókom is megnyílik.',
      offline: 'Most nem lehetséges: nincs kapcsolat a szerverrel.',
    },
    scan: 'A számla vonalkódját is beolvashatja, akár most.',
    foreignScan:
      'A beolvasott kód itt nem használható. Olvassa be a számla vonalkódját, vagy írja be a kódokat.',
    offline: 'Szerver nélkül számlával azonosíthatja magát.',
  },
  codes: {
    title: 'Írja be a számlán lévő kódokat',
    subtitle: 'A jobb felső sarokban vannak. A vonalkódot is beolvashatja.',
    clientCode: 'Cod client (ügyfélkód)',
    internalCode: 'Cod intern (belső kód)',
    picture: 'Egy számla: a Cod client és a Cod intern a jobb felső sarokban áll.',
    wrong: 'A kódok nem egyeznek. Ellenőrizze mindkét kódot a számlán, és próbálja újra.',
    'not-possible':
      'Itt most nem tudjuk azonosítani: a készülék még nem kapta meg a szükséges adatokat. Kérjük, menjen az ügyfélpulthoz.',
    unexpected: 'Valami nem sikerült. Próbálja újra; ha megismétlődik, kérjük, menjen az ügyfélpulthoz.',
    offline:
      'Nincs kapcsolat a szerverrel: amit küld, azt itt megőrizzük, és ellenőrizzük, amint a kapcsolat helyreáll.',
  },
  locked: 'Túl sok hibás próbálkozás. Újra próbálhatja: {wait} múlva.',
  signIn: {
    title: 'E-mail és jelszó',
    email: 'E-mail-cím',
    password: 'Jelszó',
    submit: 'Belépés',
    useCodes: 'Számlával',
    empty: 'Írja be az e-mail-címet és a jelszót.',
    forgotten: 'Elfelejtette a jelszót? Menjen az ügyfélpulthoz személyazonosító okmánnyal.',
    wrong: 'Az e-mail-cím vagy a jelszó nem megfelelő. Próbálja újra.',
    'email-not-confirmed':
      'Az e-mail-cím még nincs megerősítve. Nyissa meg a kapott levélben lévő linket, majd próbálja újra.',
    offline: 'Szerver nélkül a jelszót nem lehet ellenőrizni. Számlával azonosíthatja magát.',
    unexpected: 'Valami nem sikerült. Próbálja újra; ha megismétlődik, kérjük, menjen az ügyfélpulthoz.',
  },
  signInEnd: {
    ending: 'A bejelentkezése két percen belül lejár',
    endingBody:
      'Mentse el, amit beírt, vagy írja be újra a jelszót: onnan folytatja, ahol tart, semmi sem vész el.',
    again: 'Újra beírom a jelszót',
    later: 'Előbb befejezem',
    early: 'Írja be újra a jelszót',
    over: 'A bejelentkezése lejárt',
    overBody: 'Írja be újra a jelszót: amit beírt, nem veszett el.',
    password: '{email} jelszava',
    empty: 'Írja be a jelszót.',
    wrong: 'A jelszó nem megfelelő. Próbálja újra.',
    gone: {
      title: 'A fiók már nem az Ön címéhez tartozik',
      body: 'A jelszó helyes, de az itt megnyitott fiók már nem ehhez a címhez tartozik: {email}. Amit beírt, nincs elmentve. Kérjük, érdeklődjön az ügyfélpultnál, vagy másik fiókhoz kezdje elölről.',
      again: 'Újrakezdem',
    },
  },
  home: {
    title: 'Mit szeretne tenni?',
    clientCode: 'Cod client {code}',
    closed: 'A fiók le van zárva. A még rendezetlen számlákat megnézheti és befizetheti.',
    offline:
      'Most nincs kapcsolat a szerverrel. Amit küld, azt ez a készülék megőrzi, és elküldi, amint a kapcsolat helyreáll.',
    gone: {
      title: 'Ez a fiók nincs ezen a készüléken',
      body: 'Lehet, hogy már más irodához tartozik. Kérjük, érdeklődjön az ügyfélpultnál.',
    },
  },
  tile: {
    readings: {
      title: 'Fogyasztás',
      open: 'Az e havi mérőállás bejelentése',
      noRoom: 'Most csak az ügyfélpultnál: a készüléken nincs több hely',
      sent: 'Mérőállás elküldve; módosíthatja',
      stays: 'A mérőállást elküldte',
      later: 'Bejelenthető ettől a naptól: {from}',
      'only-shown': 'Az elmúlt hónapok fogyasztása',
      kept: 'A mérőállást itt őrizzük, még nincs elküldve',
      held: 'A mérőállást egy munkatársunk nézi meg',
    },
    invoices: {
      title: 'Számlák',
      open: 'Fizetendő: {amount} · rendezetlen: {count}',
      paid: 'Minden számla rendezett',
      'in-advance': 'Nincs fizetnivaló · Túlfizetés {amount}',
      loading: 'Betöltés…',
    },
    pay: {
      title: 'Számlák befizetése',
      nothing: 'Nincs fizetnivalója',
      noRoom: 'Most csak az ügyfélpultnál: a készüléken nincs több hely',
      offline: 'Most csak az ügyfélpultnál: nincs kapcsolat',
      both: 'Kártyával vagy telefonnal',
      card: 'Kártyával',
      phone: 'Telefonnal',
      counter: 'Az ügyfélpultnál fizethető',
      loading: 'Betöltés…',
    },
    payments: { title: 'Befizetések', detail: 'Az elmúlt hónapok befizetései' },
    account: {
      title: 'Fiókom',
      open: 'Telefon, e-számla, jelszó',
      noRoom: 'Most csak a jelszó: a készüléken nincs több hely',
      signIn: 'E-mail és jelszó szükséges',
      offline: 'Most nem lehet: nincs kapcsolat',
    },
    register: {
      title: 'Regisztráció',
      detail: 'Akinek még nincs fiókja',
      noRoom: 'Most csak az ügyfélpultnál: a készüléken nincs több hely',
      kept: 'A kérelmet itt őrizzük, még nincs elküldve',
      sent: 'A kérelmet elküldtük, válaszra vár',
      received: 'A kérelmet elküldtük; nézze meg az e-mailjét',
      held: 'A kérelmet egy munkatársunk megnézi',
    },
    accounts: { title: 'Másik fogyasztási hely', detail: '{count} fiókja van' },
  },
  accounts: {
    title: 'Melyik fogyasztási helyről van szó?',
    subtitle: 'Az Ön e-mail-címéhez több fiók tartozik.',
    more: 'A többi megjelenítése',
  },
  notice: {
    refused: '{what} ({when}) nem fogadtuk el.',
    held: '{what} ({when}) egy ügyintéző ellenőrzi.',
    superseded: '{what} ({when}) újabb váltotta fel.',
    newerRegistration:
      'Újabb regisztráció készült, például az ügyfélpultnál: az akkor megadott e-mail-címmel és jelszóval lépjen be. Ha nem Ön kérte, kérdezzen az ügyfélpultnál.',
    registrationEnded:
      'Már nem érvényes. Ha fiókot szeretne, regisztráljon újra, vagy kérdezzen az ügyfélpultnál.',
    newerRequest: 'Újabb kérelem érkezett, például az ügyfélpultnál.',
    kind: {
      registration: 'Regisztrációját',
      'contact-change': 'Adatainak módosítását',
      reading: 'A bejelentett mérőállást',
      other: 'Kérését',
    },
  },
  idle: {
    title: 'Szüksége van még időre?',
    body: 'Ha nem nyomja meg a gombot, a látogatás véget ér, és adatai eltűnnek a képernyőről.',
    left_one: 'Még {count} másodperc van hátra.',
    left_other: 'Még {count} másodperc van hátra.',
    more: 'Még időre van szükségem',
    finish: 'Kész, befejeztem',
    sound: 'Egy jelzés hangzott el: a válaszát várjuk.',
    lastCallSound: 'Három jelzés hangzott el: az idő hamarosan lejár.',
  },
  leaving: {
    thanks: 'Köszönjük!',
    wiped: 'Adatait töröljük erről a képernyőről.',
  },
  shut: {
    'not-started': {
      title: 'Az ügyfélterminál most nem működik',
      body: 'Kérjük, menjen az ügyfélpulthoz: ott segítünk.',
      staff:
        'A személyzetnek: a készülék nem tudott elindulni, és percenként magától újra próbálja. Az ok és a teendők billentyűzetről: Ctrl+Shift+F8.',
    },
    'not-enrolled': {
      title: 'Az ügyfélterminál most nem működik',
      body: 'Kérjük, menjen az ügyfélpulthoz: ott segítünk.',
      staff:
        'A személyzetnek: a készülék nincs regisztrálva. A regisztrációs kód billentyűzetről adható meg: Ctrl+Shift+F8.',
    },
    'key-lost': {
      title: 'Az ügyfélterminál most nem működik',
      body: 'Kérjük, menjen az ügyfélpulthoz: ott segítünk.',
      staff:
        'A személyzetnek: a készülék elvesztette a kulcsát. A pótkód billentyűzetről adható meg: Ctrl+Shift+F8.',
    },
    enrolmentFailed: 'A regisztráció nem sikerült. {why}',
    'other-window': {
      title: 'Az ügyfélterminál egy másik ablakban van megnyitva',
      body: 'Kérjük, menjen az ügyfélpulthoz: ott segítünk.',
      staff: 'A személyzetnek: zárja be a készülék másik ablakát; ez utána magától folytatja.',
    },
    starting: 'Az ügyfélterminál indul',
    revoked: {
      title: 'Ez az ügyfélterminál már nincs használatban',
      body: 'Kérjük, menjen az ügyfélpulthoz: ott segítünk.',
      staff: 'A személyzetnek: a(z) „{device}” készüléket visszavonták. Szóljon a rendszergazdának.',
    },
    'locked-out': {
      title: 'Az ügyfélterminál most nem működik',
      body: 'Kérjük, menjen az ügyfélpulthoz: ott segítünk.',
      staff: 'A személyzetnek: a szerver nem fogadja a(z) „{device}” készüléket. Szóljon a rendszergazdának.',
    },
    filling: {
      title: 'Az ügyfélterminál előkészül',
      body: 'Néhány percig tart, és csak egyszer történik. Addig az ügyfélpultnál segítünk.',
      staff: 'A személyzetnek: a(z) „{device}” készülék letölti az iroda adatait, és magától elindul.',
    },
    offline: {
      title: 'Az ügyfélterminál most nem működik',
      body: 'A szerverre vár. Kérjük, menjen az ügyfélpulthoz: ott segítünk.',
      staff:
        'A személyzetnek: a(z) „{device}” készülék még nem kapta meg az iroda adatait; magától folytatja, amint van kapcsolat.',
    },
  },
  trouble: {
    title: 'Sajnáljuk, valami nem sikerült',
    body: 'Amit mentett, nem veszett el. Kérjük, kezdje újra; ha megismétlődik, az ügyfélpultnál segítünk.',
    again: 'Újrakezdés',
    staff: 'A személyzetnek:',
  },
  unfinished: {
    title: 'A fizetés még nem fejeződött be. Távozik?',
    terminal:
      'A terminál még vár; ha távozik, a fizetés ott folytatódhat. Ha már nem kíván fizetni, előbb szakítsa meg a terminálon.',
    page: 'Ha távozik, a fizetés a telefonon folytatódhat, amíg az oldal nyitva van. A teljesült fizetés megjelenik a fizetések között.',
    unknown:
      'Még nem tudjuk, hogy a pénzt levonták-e. Ha távozik, a teljesült fizetés megjelenik a fizetések között; addig ne fizessen újra.',
    needlessTitle: 'A telefonon már ne fizessen. Távozik?',
    needless:
      'Már fizetett, és a telefonon egy fizetési oldal még nyitva van. Zárja be: amit ott is befizet, túlfizetésként marad meg.',
    stay: 'Maradok',
    leave: 'Mégis távozom',
  },
};
