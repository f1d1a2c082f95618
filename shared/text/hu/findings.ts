/** What a rule has to say, in Hungarian. */
export const findings = {
  'apartment-not-eligible':
    'Lépcsőházi mérővel rendelkező lakásoknál a mérőállást a lakóközösség képviselője jelenti be.',
  'account-closed': 'Ez a fiók lezárult. Már nem jelenthető be hozzá mérőállás.',
  'meter-removed': 'Ezt a mérőt leszerelték. Kérjük, a helyére szerelt mérő állását jelentse be.',
  'meter-remote': 'Ezt a mérőt rádión olvassuk le. A mérőállást nem kell bejelenteni.',
  'window-closed': 'A mérőállást {from} és {to} között lehet bejelenteni. Kérjük, jöjjön vissza akkor.',
  'window-closed-unplanned':
    'Most nem lehet mérőállást bejelenteni. A következő bejelentési időszak még nincs kitűzve.',
  'index-missing': 'Írja be az új mérőállást: a mérő fekete számjegyeit.',
  'index-not-whole':
    'Az új mérőállás csak számjegyekből áll, vessző és betű nélkül. Olvassa le a mérő fekete számjegyeit.',
  'index-too-long': 'Túl sok a számjegy: a mérő {digits} számjegyet mutat. Csak a feketéket olvassa le.',
  'index-below-previous':
    'Hibás az új mérőállás! A múlt hónapban a mérő {previous} m³-t mutatott. Ellenőrizze a mérő fekete számjegyeit.',
  'index-below-previous-earlier':
    'Hibás az új mérőállás! A mérő állása ({month}): {previous} m³. Ellenőrizze a mérő fekete számjegyeit.',
  'index-below-previous-installed':
    'Hibás az új mérőállás! Felszereléskor a mérő {previous} m³-t mutatott. Ellenőrizze a mérő fekete számjegyeit.',
  'below-estimate':
    'A mérőállás a becsült ({estimated} m³) alatt van, de nem az utolsó leolvasott ({actual} m³) alatt. Helyes?',
  'register-rolled-over':
    'A mérő {previous} m³-t mutatott, és úgy tűnik, átfordult: a fogyasztás {consumption} m³ lenne. Helyes?',
  'register-rolled-over-ask-clerk':
    'Hibás az új mérőállás! A mérő {previous} m³-t mutatott. Ha átfordult, kérjük, forduljon az ügyintézőhöz.',
  'consumption-high':
    'Ez {consumption} m³ fogyasztás lenne, általában {usual} m³. Biztosan {index} a mérőállás?',
  'consumption-high-unusual':
    'Ez {consumption} m³ fogyasztás lenne, ami szokatlanul sok. Biztosan {index} a mérőállás?',
  'consumption-zero': 'A mérőállás megegyezik a múlt havival. Nem használtak vizet?',
  'already-sent': 'Erre a hónapra már bejelentettek mérőállást: {sent} ({at}). A mentés módosítja.',
  'index-above-next': 'Már érkezett kisebb mérőállás ({month}): {next} m³. A felettes dönt róla.',
  'index-above-next-decided': 'Már érkezett kisebb mérőállás ({month}): {next} m³.',
  'period-billed': 'Ezt a hónapot már kiszámlázták: {month}. A felettes dönt róla.',
  'period-billed-decided': 'Ezt a hónapot már kiszámlázták: {month}.',
  'clock-unsure':
    'A készülék órája nem megbízható, mert régóta nem volt kapcsolatban a szerverrel. A felettes dönt róla.',
  'clock-unsure-decided':
    'A készülék órája nem volt megbízható, mert régóta nem volt kapcsolatban a szerverrel.',
  'captured-ahead':
    'A készülék órája {minutes} perccel siet a szerverhez képest. Kérjük, hívja a rendszergazdát.',
  'late-after-contact':
    'A mérőállás időpontja korábbi a szerverrel való utolsó kapcsolatnál ({at}). A felettes is látni fogja.',
  'late-after-contact-decided': 'A mérőállás időpontja korábbi a szerverrel való utolsó kapcsolatnál ({at}).',
  'unknown-account': 'A szerver nem ismeri ezt az ügyfélszámlát. Kérjük, keresse meg újra az ügyfelet.',
  'unknown-meter': 'A szerver nem ismeri ezt a mérőt. Kérjük, keresse meg újra az ügyfelet.',
  'actor-not-allowed': 'Ez a felhasználó nem jelenthet be mérőállást. A felettes dönt róla.',
  'actor-not-allowed-decided': 'Ez a felhasználó nem jelenthet be mérőállást.',
  'outside-scope': 'Ez a fiók már nem ehhez az irodához tartozik. A felettes dönt róla.',
  'outside-scope-decided': 'Ez a fiók már nem ehhez az irodához tartozik.',
  malformed: 'A szerver nem tudta elolvasni a kérést. Itt megmarad; kérjük, szóljon a rendszergazdának.',
  'id-reused': 'A szerveren már van más kérés ezzel a számmal. Kérjük, szóljon a rendszergazdának.',
  'kind-not-served': 'A szerver még nem fogad ilyen kérést. Kérjük, szóljon a rendszergazdának.',
  'correction-below-previous': 'Az érték kisebb a korábbi mérőállásnál ({month}): {previous} m³. Helyes?',
  'correction-below-previous-installed':
    'Az érték kisebb a felszereléskori mérőállásnál: {previous} m³. Helyes?',
  'correction-above-next': 'Az érték nagyobb a későbbi mérőállásnál ({month}): {next} m³. Helyes?',
  'correction-period':
    'Erre a hónapra nem rögzíthető mérőállás: {month}. Még nem kezdődött el, vagy a mérő nem volt felszerelve.',
  'unknown-submission':
    'A szerver még nem kapta meg azt a kérést, amelyre a döntés vonatkozik. A döntés akkor lép életbe, amikor a kérés megérkezik.',
  'already-settled': 'A kérést már lezárták. Nincs további teendő.',
  'not-decidable': 'A kérés így nem fogadható el. Küldjön javított értéket, vagy zárja le megjegyzéssel.',
  'invoice-missing': 'Válasszon ki legalább egy számlát.',
  'invoice-not-open': 'Az egyik kiválasztott számla már ki van fizetve. Ellenőrizze a számlák listáját.',
  'amount-missing': 'Adja meg az összeget lejben, például 56,78.',
  'amount-above-outstanding': 'Az összeg több a kiválasztott számlák hátralékánál: {amount}.',
  'tendered-not-an-amount': 'A kapott összeg nem szám. Adja meg lejben, például 100 vagy 56,78.',
  'tendered-too-little': 'A kapott összeg kevés: még {amount} hiányzik.',
  'reference-missing': 'Adja meg a kártyaterminál bizonylatának számát.',
  'payment-credit': 'A befizetés több volt a tartozásnál. Túlfizetésként megmarad: {amount}.',
  'payment-unknown':
    'A szerver még nem kapta meg a befizetést. A sztornó akkor lép életbe, amikor a befizetés megérkezik.',
  'payment-reversed': 'A befizetést már sztornózták. Több pénzt nem kell visszaadni.',
  'reversal-needs-supervisor': 'A befizetés napja: {day}. A nap lezárulta után csak felügyelő sztornózhatja.',
  'codes-mismatch':
    'A kódok nem egyeznek. Ellenőrizze a Cod client és a Cod intern kódot a számla jobb felső sarkában.',
  'codes-unchecked':
    'Túl sok hibás kóddal próbálkoztak, ezért ezeket már nem ellenőriztük. A felettes dönt róla.',
  'codes-unchecked-decided': 'Túl sok hibás kóddal próbálkoztak, ezért ezeket már nem ellenőriztük.',
  'identity-unproven': 'Nem sikerült ellenőrizni, kié a kérés. Kérjük, azonosítsa magát újra.',
  'session-unknown':
    'A szerver nem ismeri azt a bejelentkezést, amellyel a kérés készült. A felettes dönt róla.',
  'session-unknown-decided': 'A szerver nem ismeri azt a bejelentkezést, amellyel a kérés készült.',
  'identity-not-seen': 'Kérje el a személyazonosító okmányt, és erősítse meg, hogy látta.',
  'already-registered':
    'Ehhez a fiókhoz már tartozik regisztráció, e-mail-címmel és jelszóval. Aki elfelejtette a jelszót, az ügyfélpultnál kap újat.',
  'email-malformed': 'Az e-mail-cím nem teljes. Ellenőrizze a @ jelet és az utána álló részt.',
  'phone-malformed': 'A telefonszám pontosan 10 számjegyből áll, például 0722123456.',
  'password-too-short': 'A jelszónak legalább {least} karakterből kell állnia.',
  'passwords-differ': 'A két jelszó nem egyezik. Írja be még egyszer.',
  'invoices-need-email': 'Az e-mailben küldött számlához e-mail-cím szükséges.',
  'nothing-changed': 'Nem változtatott semmit.',
  'field-missing-clientCode': 'Írja be a Cod client kódot. A számla jobb felső sarkában találja.',
  'field-missing-internalCode': 'Írja be a Cod intern kódot. A számlán a Cod client alatt találja.',
  'field-missing-email': 'Írja be az e-mail-címet.',
  'field-missing-phone': 'Írja be a telefonszámot.',
  'field-missing-password': 'Válasszon jelszót.',
  'field-missing-passwordAgain': 'Ellenőrzésként írja be még egyszer a jelszót.',
  'field-missing-oldPassword': 'Írja be a jelenlegi jelszót.',
};
