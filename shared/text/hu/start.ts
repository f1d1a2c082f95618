/** Everything said before a clerk is at work, in Hungarian. */
export const start = {
  product: 'Ghișeu',
  language: { label: 'Nyelv', ro: 'Română', en: 'English', hu: 'Magyar' },
  retry: 'Újrapróbálom',
  starting: { title: 'A Ghișeu megnyílik', body: 'A készüléken őrzött adatok beolvasása.' },
  otherWindow: {
    title: 'A Ghișeu már nyitva van',
    body: 'A készülék egy másik ablaka dolgozik az adatokkal. Dolgozzon ott, vagy zárja be: ez az ablak magától folytatja.',
  },
  enrolling: { title: 'A készülék regisztrálása folyik', body: 'A szerver ellenőrzi a címben lévő kódot.' },
  enrol: {
    title: 'A készülék regisztrálása',
    body: 'Írja be a rendszergazdától kapott kódot. Egy kód egyetlen készülékhez használható.',
    code: 'Regisztrációs kód',
    submit: 'Készülék regisztrálása',
    'code-unknown': 'Ismeretlen kód. Ellenőrizze, vagy kérjen másikat a rendszergazdától.',
    'code-used': 'Ezt a kódot már egy másik készüléken felhasználták. Kérjen másikat a rendszergazdától.',
    'too-fast': 'Túl sok próbálkozás. Várjon egy percet, majd próbálja újra.',
    offline: 'A szerver nem válaszol. A regisztrációhoz kapcsolat kell; próbálja újra, amikor helyreállt.',
    'server-trouble': 'A szervernek gondja van. A kód nem veszett el; próbálja újra néhány perc múlva.',
    byItself: {
      offline: 'A szerver nem válaszol. A készülék percenként magától újra próbálja.',
      'server-trouble':
        'A szervernek gondja van. A kód nem veszett el: a készülék percenként magától újra próbálja.',
      'too-fast': 'Túl sok próbálkozás. A készülék percenként magától újra próbálja.',
    },
    'not-kept':
      'A kódot felhasználták, de a készülék nem tudta megőrizni, hogy kicsoda. Szabadítson fel helyet a lemezen, és nyomja meg újra, az oldal bezárása nélkül; különben kérjen pótkódot a rendszergazdától.',
    unexpected:
      'Valami nem sikerült ezen a készüléken. Próbálja újra; ha ismétlődik, szóljon a rendszergazdának.',
    lost: 'Ez a készülék {device} volt, de már nincs meg a kulcsa. Kérjen pótkódot a rendszergazdától ehhez: {device}. A naplóban őrzött kérések: {waiting}; amelyikre nincs válasz, az utána elmegy.',
    empty: 'Írja be a regisztrációs kódot.',
  },
  revoked: {
    title: 'Ennek a készüléknek már nincs hozzáférése',
    body: 'A(z) „{device}” készüléket visszavonták. A szerverről hozott adatok törlődtek; ami nem ment el, itt megmarad. Kérjük, szóljon a rendszergazdának.',
  },
  lockedOut: {
    title: 'A szerver nem fogadja ezt a készüléket',
    unauthenticated:
      'A szerver már nem ismeri fel ezt a készüléket. Amit mentett, itt megmarad. Kérjük, szóljon a rendszergazdának.',
    'device-revoked':
      'A készüléket visszavonták. Amit mentett, itt megmarad. Kérjük, szóljon a rendszergazdának.',
    'protocol-too-old':
      'A készülék verziója túl régi a szerverhez. Amit mentett, továbbra is elküldi. Kérjük, szóljon a rendszergazdának.',
  },
  problem: {
    'storage-unavailable': {
      title: 'A böngésző nem tud adatot őrizni',
      body: 'A Ghișeunak szüksége van a böngésző tárhelyére. Nyissa meg rendes (nem privát) ablakban, https vagy localhost címen.',
    },
    'database-unreadable': {
      title: 'A helyi adatok nem nyithatók meg',
      body: 'Amit mentett, a naplóban van, nem veszett el. Próbálja újra; ha ismétlődik, szóljon a rendszergazdának.',
    },
    'database-stuck': {
      title: 'A helyi adatok nem nyílnak meg',
      body: 'Egy másik ablak vagy program foglalja őket. Zárja be a többi ablakot, és próbálja újra. Amit mentett, a naplóban van, nem veszett el.',
    },
    'secret-unreadable': {
      title: 'Nem olvasható, hogy melyik készülék ez',
      body: 'A készülék kulcsa megvan, de nem olvasható. Amit mentett, a naplóban marad. Próbálja újra; ha ismétlődik, szóljon a rendszergazdának.',
    },
    'journal-unreadable': {
      title: 'A napló nem olvasható',
      body: 'Napló nélkül semmi sem menthető biztonságosan. Ne töröljön semmit a készülékről, és szóljon a rendszergazdának.',
    },
  },
  notices: {
    title: 'Amit az indulás megállapított',
    dismiss: 'Elolvastam',
    reloaded:
      'A helyi adatok váratlanul bezárultak ({at}), ezért az alkalmazás újra betöltődött. Ami el volt mentve, megvan; amit éppen írt és nem mentett el, újra be kell írni.',
    'data-vanished':
      'A helyi adatok eltűntek, a naplóból és a szerverről épülnek újra. A naplóban megtalált kérések: {submissions}. Minden felhasználó első belépéséhez ismét a szerver kell.',
    'data-damaged':
      'A helyi adatok megsérültek, a naplóból és a szerverről épülnek újra. A naplóban megtalált kérések: {submissions}. Minden felhasználó első belépéséhez ismét a szerver kellhet.',
    answersUnknown:
      'Hogy a kérések közül hány van már meg a szerveren, akkor derül ki, amikor a szerver válaszol.',
    allAnswered: 'Minden kérés megvan már a szerveren.',
    someWait: 'Még válaszra váró kérések: {waiting}; a szerveren már megvan: {answered}.',
    'journal-vanished':
      'A napló kéréseket veszített el; a helyi adatokból újraírtuk: {submissions}. Kérjük, szóljon a rendszergazdának.',
    'journal-damaged':
      'A naplóban sérült sorok vannak: {lines}. Bizonyítékként megmaradnak. Kérjük, szóljon a rendszergazdának.',
    'journal-gap':
      'A(z) {from}–{to} számú kérések ezen a készüléken készültek, és már nincsenek itt. Kérjük, szóljon a rendszergazdának: a szerver tudja, megkapta-e őket.',
    'of-other-device':
      'Itt {device} néven készült, elküldetlen kérések: {submissions}. Ez a készülék most másik, nem tudja elküldeni őket. Exportálja, majd a felettes importálja.',
  },
  export: {
    button: 'A várakozók exportálása',
    exported:
      'A(z) {file} fájl tartalmazza a várakozókat: {submissions}. Csak a szerver tudja megnyitni; adja át a felettesének.',
    'nothing-waits': 'Ezen a készüléken semmi sem vár.',
    'no-key':
      'A készüléknek még nincs meg a szerver kulcsa, így nem tud lezárt fájlt készíteni. Kapcsolat kell a szerverrel.',
    'journal-unreadable':
      'Sem a napló, sem a helyi adatok nem olvashatók, ezért nem lehet exportálni. Ne töröljön semmit, és szóljon a rendszergazdának.',
    failed: 'Az exportálás nem sikerült. Amit mentett, itt megmarad.',
  },
  rebuild: {
    button: 'A helyi adatok újraépítése',
    title: 'Újraépíti a helyi adatokat?',
    body: 'A szerverről hozott adatok törlődnek, és újra letöltődnek. A napló azzal, amit mentett, megmarad. Minden felhasználó első belépéséhez ismét a szerver kell.',
    confirm: 'Igen, újraépítem',
    cancel: 'Mégse',
  },
  storage: {
    full: 'Megtelt a lemez: ami a szerverről jön, nem írható. Kérjük, szóljon a rendszergazdának.',
    failing:
      'Ami a szerverről jön, ezen a készüléken nem írható vagy nem olvasható. Indítsa újra; ha ismétlődik, szóljon a rendszergazdának.',
  },
  unexpected: {
    title: 'Valami nem sikerült',
    body: 'Amit mentett, nem veszett el. Próbálja újra; ha ismétlődik, mutassa meg a rendszergazdának az alábbi sort.',
  },
  firstSync: {
    title: 'Az iroda adatainak letöltése',
    body: 'Ez a készüléken csak egyszer történik. Kezdheti, amint az ügyfélszámlák megérkeztek.',
    connecting: 'A szerver keresése…',
    offline: 'A szerver nem válaszol. A letöltés magától folytatódik, amint helyreáll a kapcsolat.',
    progress: '{done} / {total}',
    progressOpen: 'eddig {done}',
    collection: {
      policy: 'Szabályok',
      staff: 'Felhasználók',
      accounts: 'Ügyfélszámlák',
      verdicts: 'Válaszok',
      readings: 'Fogyasztások',
      invoices: 'Számlák',
      payments: 'Befizetések',
    },
  },
  signIn: {
    title: 'Bejelentkezés',
    userName: 'Felhasználó',
    password: 'Jelszó',
    showPassword: 'Jelszó megjelenítése',
    submit: 'Bejelentkezés',
    offline: 'Nincs kapcsolat a szerverrel. Beléphet, ha ezen a készüléken már belépett korábban.',
    offlineSinceLoss:
      'Nincs kapcsolat a szerverrel. Akkor léphet be, ha az adatok eltűnése óta már belépett ezen a készüléken.',
    empty: 'Írja be a felhasználónevet és a jelszót.',
    'wrong-credentials': 'A felhasználónév vagy a jelszó nem helyes. Ellenőrizze, és próbálja újra.',
    'staff-disabled': 'A felhasználó le van tiltva. Kérjük, forduljon a feletteséhez.',
    'first-sign-in-needs-server':
      'Ezen a készüléken az első bejelentkezéshez szerverkapcsolat kell. Próbálja újra, amikor helyreállt a kapcsolat.',
    'offline-too-long':
      'Túl régen jelentkezett be szerverkapcsolattal. Próbálja újra, amikor helyreállt a kapcsolat.',
    locked: 'Túl sok hibás próbálkozás. {wait} múlva próbálhatja újra.',
    signedInOffline: 'Szerverkapcsolat nélkül lépett be. Amit ment, elküldjük, amikor helyreáll a kapcsolat.',
  },
};
