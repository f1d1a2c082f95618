/** The office's devices, as a supervisor at a counter sees them, in Hungarian. */
export const devices = {
  menu: 'Az iroda készülékei',
  title: 'Az iroda készülékei',
  what: 'Mit kapott meg a szerver az egyes készülékektől, és mely kérések száma hiányzik.',
  notYours: 'Feletteseknek',
  notYoursBody: 'Itt a felettes látja az iroda készülékeit, és azt, hogy hiányzik-e valamelyiktől kérés.',
  asOf: 'Állapot: {at}.',
  askAgain: 'Kérdezze újra',
  asking: 'A szerver megkérdezése…',
  none: 'Ehhez az irodához nincs bejegyezve készülék.',
  name: 'Készülék',
  office: 'Iroda',
  surface: 'Fajta',
  counter: 'ügyfélpult',
  'self-service': 'ügyfélterminál',
  lastContact: 'Utolsó kapcsolat',
  never: 'soha',
  received: 'Megkapott kérések',
  numbers: 'Hiányzó számok',
  noneMissing: 'nem hiányzik semmi',
  missing: 'hiányzik: {numbers}',
  missingMore_one: 'hiányzik: {numbers} és még {count} hely',
  missingMore_other: 'hiányzik: {numbers} és még {count} hely',
  notRecorded: 'nincs rögzítve: {numbers}',
  notRecordedMore_one: 'nincs rögzítve: {numbers} és még {count} hely',
  notRecordedMore_other: 'nincs rögzítve: {numbers} és még {count} hely',
  here: 'ez a készülék',
  revoked: 'visszavonva: {at}',
  advice: {
    title: 'Mi a teendő, ha számok hiányoznak',
    start: 'Kapcsolja be a készüléket, és hagyja kapcsolatban: magától elküldi, ami rajta vár.',
    export:
      'Ha már nem tud küldeni, vagy visszavonták, kérje a rajta várakozók exportját („{button}”), és importálja a fájlt itt: „{page}”.',
    lost: 'Ha a készülék nincs meg, a kérések elvesztek: akinek van róla bizonylata, újra bejelenti a mérőállást; a bizonylat mutatja, mit mentett.',
    silent:
      'Egy szám hiánya csak akkor derül ki, ha már megérkezett egy nagyobb: a régóta elérhetetlen készüléken olyan kérések is várhatnak, amelyek itt nem látszanak.',
    open: 'Megnyitás: „{page}”',
  },
  offline:
    'A szerver nem válaszol, és csak ő tudja, mit kapott meg a többi készüléktől. Kérdezze újra, ha helyreállt a kapcsolat. Ami ezen a készüléken vár, az F4 alatt látható.',
  refused: {
    'not-a-supervisor':
      'A szerver csak feletteseknek mutatja a készülékeket. Ha Ön az, szóljon a rendszergazdának.',
    'not-signed-in':
      'A szerver nem tud arról, hogy Ön mostanában belépett ennél az ügyfélpultnál. Lépjen ki, majd be újra, amíg van kapcsolat.',
    'too-fast': 'Túl sokszor kérdezett. Várjon egy percet.',
  },
  failed: 'A listát nem sikerült lekérni. Próbálja újra; ha ismétlődik, szóljon a rendszergazdának.',
};
