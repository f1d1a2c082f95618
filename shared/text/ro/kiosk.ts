/** What the kiosk says around a visit: first screen, who are you, home, leaving, and what every screen has, in Romanian. */
export const kiosk = {
  name: 'Infochioșc',
  back: 'Înapoi',
  leave: 'Gata',
  next: 'Mai departe',
  acts: 'Înapoi și mai departe',
  waiting: 'Un moment, vă rugăm…',
  comfort: {
    label: 'Vedere, auz, înălțime',
    sight: 'Vedere',
    contrast: { name: 'Contrast ridicat', short: 'Contrast' },
    largeText: { name: 'Text mare', short: 'Text mare' },
    voice: { name: 'Citește ecranul cu voce', short: 'Voce' },
    lowered: { name: 'Coboară ecranul', short: 'Coboară' },
    raised: { name: 'Ridică ecranul', short: 'Ridică' },
  },
  keys: {
    keypad: 'Cifre',
    keyboard: 'Litere și cifre',
    erase: 'Șterge',
    clear: 'Șterge tot',
    enter: 'Mai departe',
    shift: 'Literă mare',
    space: 'Spațiu',
  },
  field: { showPassword: 'Arată parola' },
  window: {
    open: {
      days: 'Puteți transmite indexul între {from} și {to}.',
      oneDay: 'Puteți transmite indexul în {day}.',
    },
    next: {
      days: 'Indexul se poate transmite între {from} și {to}.',
      oneDay: 'Indexul se poate transmite în {day}.',
    },
  },
  attract: {
    title: 'Bun venit! Contul dumneavoastră de apă',
    subtitle: 'Transmiteți indexul, vedeți și plătiți facturile',
    begin: 'Atingeți pentru a începe',
    offline:
      'Acum nu avem legătură cu serverul. Puteți transmite indexul și vedea facturile; plata cu cardul și Contul meu nu sunt disponibile.',
    noRoom:
      'Acum nu se poate transmite indexul și nu se poate plăti aici: acest aparat nu mai are loc. Vă rugăm să mergeți la ghișeu. Puteți vedea facturile și plățile.',
    disk: {
      full: 'Pentru personal: discul acestui aparat este plin. Faceți loc pe disc sau anunțați administratorul.',
      failing:
        'Pentru personal: ce vine de la server nu se poate scrie pe acest aparat. Reporniți-l; dacă se repetă, anunțați administratorul.',
    },
    staff:
      'Pentru personal: la pornirea acestui aparat s-a constatat că pot lipsi cereri făcute aici. Anunțați administratorul. Detalii, de la o tastatură: Ctrl+Shift+F8.',
  },
  who: {
    title: 'Cum vă identificați?',
    subtitle: 'Cel mai simplu este cu o factură în mână.',
    codes: { title: 'Cu o factură', detail: 'Cod client și Cod intern, scrise pe factură' },
    email: {
      title: 'Cu e-mail și parolă',
      detail: 'Dacă v-ați înregistrat. Deschide și Contul meu.',
      offline: 'Acum nu este posibil: lipsește legătura cu serverul.',
    },
    scan: 'Puteți și scana codul de bare de pe factură, chiar acum.',
    foreignScan:
      'Codul scanat nu poate fi folosit aici. Scanați codul de bare al facturii sau scrieți codurile.',
    offline: 'Fără legătură cu serverul vă puteți identifica cu o factură.',
  },
  codes: {
    title: 'Introduceți codurile de pe factură',
    subtitle: 'Sunt sus, în dreapta. Puteți și scana codul de bare.',
    clientCode: 'Cod client',
    internalCode: 'Cod intern',
    picture: 'O factură: Cod client și Cod intern sunt scrise sus, în dreapta.',
    wrong: 'Codurile nu se potrivesc. Verificați amândouă codurile pe factură și încercați din nou.',
    'not-possible':
      'Acum nu vă putem identifica aici: acest aparat nu a primit încă datele necesare. Vă rugăm să mergeți la ghișeu.',
    unexpected: 'Ceva nu a mers. Încercați din nou; dacă se repetă, vă rugăm să mergeți la ghișeu.',
    offline:
      'Fără legătură cu serverul: ce transmiteți se păstrează aici și se verifică atunci când legătura revine.',
  },
  locked: 'Prea multe încercări greșite. Puteți încerca din nou peste {wait}.',
  signIn: {
    title: 'E-mail și parolă',
    email: 'Adresa de e-mail',
    password: 'Parola',
    submit: 'Intrare',
    useCodes: 'Cu o factură',
    empty: 'Introduceți adresa de e-mail și parola.',
    forgotten: 'Ați uitat parola? Mergeți la ghișeu cu un act de identitate.',
    wrong: 'E-mailul sau parola nu sunt corecte. Încercați din nou.',
    'email-not-confirmed':
      'Adresa de e-mail nu este încă confirmată. Deschideți linkul primit pe e-mail, apoi încercați din nou.',
    offline: 'Fără legătură cu serverul parola nu se poate verifica. Vă puteți identifica cu o factură.',
    unexpected: 'Ceva nu a mers. Încercați din nou; dacă se repetă, vă rugăm să mergeți la ghișeu.',
  },
  signInEnd: {
    ending: 'Intrarea se încheie în două minute',
    endingBody:
      'Salvați ce ați scris sau scrieți din nou parola: continuați de unde ați rămas, nu se pierde nimic.',
    again: 'Scriu din nou parola',
    later: 'Mai întâi termin',
    early: 'Scrieți din nou parola',
    over: 'Intrarea s-a încheiat',
    overBody: 'Scrieți din nou parola: ce ați scris nu s-a pierdut.',
    password: 'Parola pentru {email}',
    empty: 'Introduceți parola.',
    wrong: 'Parola nu este corectă. Încercați din nou.',
    gone: {
      title: 'Contul nu mai ține de adresa dumneavoastră',
      body: 'Parola este corectă, dar contul deschis aici nu mai ține de {email}. Ce ați scris nu s-a salvat. Întrebați la ghișeu sau începeți din nou, pentru alt cont.',
      again: 'Încep din nou',
    },
  },
  home: {
    title: 'Ce doriți să faceți?',
    clientCode: 'Cod client {code}',
    closed: 'Contul este închis. Puteți vedea și plăti facturile rămase.',
    offline:
      'Acum nu avem legătură cu serverul. Ce transmiteți se păstrează pe acest aparat și pleacă atunci când legătura revine.',
    gone: {
      title: 'Contul nu este pe acest aparat',
      body: 'Poate ține acum de alt birou. Vă rugăm să întrebați la ghișeu.',
    },
  },
  tile: {
    readings: {
      title: 'Consumuri',
      open: 'Transmiteți indexul acestei luni',
      noRoom: 'Acum numai la ghișeu: aparatul nu mai are loc',
      sent: 'Index transmis; îl puteți schimba',
      stays: 'Index transmis',
      later: 'Indexul se transmite din {from}',
      'only-shown': 'Vedeți consumul lunilor trecute',
      kept: 'Index păstrat aici, încă netransmis',
      held: 'Un coleg se uită la indexul transmis',
    },
    invoices: {
      title: 'Evidență facturi',
      open: 'De plată: {amount} · neplătite: {count}',
      paid: 'Toate sunt plătite',
      'in-advance': 'Nimic de plată · În avans {amount}',
      loading: 'Se încarcă…',
    },
    pay: {
      title: 'Plata facturi',
      nothing: 'Nu aveți nimic de plată',
      noRoom: 'Acum numai la ghișeu: aparatul nu mai are loc',
      offline: 'Acum numai la ghișeu: lipsește legătura',
      both: 'Cu cardul sau cu telefonul',
      card: 'Cu cardul',
      phone: 'Cu telefonul',
      counter: 'Se plătește la ghișeu',
      loading: 'Se încarcă…',
    },
    payments: { title: 'Evidență plăți', detail: 'Plățile din ultimele luni' },
    account: {
      title: 'Contul meu',
      open: 'Telefon, factură pe e-mail, parolă',
      noRoom: 'Acum numai parola: aparatul nu mai are loc',
      signIn: 'Cu e-mail și parolă',
      offline: 'Nu se poate acum: lipsește legătura',
    },
    register: {
      title: 'Înregistrează-te',
      detail: 'Pentru cine nu are încă un cont',
      noRoom: 'Acum numai la ghișeu: aparatul nu mai are loc',
      kept: 'Cerere păstrată aici, încă netransmisă',
      sent: 'Cerere trimisă, se așteaptă răspunsul',
      received: 'Cerere trimisă; vedeți mesajul de pe e-mail',
      held: 'Cererea așteaptă un coleg',
    },
    accounts: { title: 'Alt loc de consum', detail: 'Aveți {count} conturi' },
  },
  accounts: {
    title: 'Pentru care loc de consum?',
    subtitle: 'E-mailul dumneavoastră deschide mai multe conturi.',
    more: 'Arată celelalte',
  },
  notice: {
    refused: '{what} din {when} nu a fost primită.',
    held: '{what} din {when} este verificată de un operator.',
    superseded: '{what} din {when} nu mai este valabilă.',
    newerRegistration:
      'S-a făcut una mai nouă, de exemplu la ghișeu: intrați cu e-mailul și parola de atunci. Dacă nu ați cerut dumneavoastră, întrebați la ghișeu.',
    registrationEnded:
      'Nu mai este valabilă. Dacă doriți cont, înregistrați-vă din nou sau întrebați la ghișeu.',
    newerRequest: 'S-a făcut o cerere mai nouă, de exemplu la ghișeu.',
    kind: {
      registration: 'Înregistrarea',
      'contact-change': 'Schimbarea datelor',
      reading: 'Transmiterea indexului',
      other: 'Cererea',
    },
  },
  idle: {
    title: 'Mai aveți nevoie de timp?',
    body: 'Dacă nu apăsați, vizita se încheie și datele dumneavoastră dispar de pe ecran.',
    left_one: 'Mai este {count} secundă.',
    left_few: 'Mai sunt {count} secunde.',
    left_other: 'Mai sunt {count} de secunde.',
    more: 'Mai am nevoie de timp',
    finish: 'Gata, am terminat',
    sound: 'S-a auzit un semnal: așteptăm răspunsul dumneavoastră.',
    lastCallSound: 'S-au auzit trei semnale: timpul este pe sfârșite.',
  },
  leaving: {
    thanks: 'Vă mulțumim!',
    wiped: 'Datele dumneavoastră se șterg de pe acest ecran.',
  },
  shut: {
    'not-started': {
      title: 'Infochioșcul nu funcționează acum',
      body: 'Vă rugăm să mergeți la ghișeu: vă ajutăm acolo.',
      staff:
        'Pentru personal: aparatul nu a putut porni și încearcă singur din minut în minut. Cauza și ce se poate face, de la o tastatură: Ctrl+Shift+F8.',
    },
    'not-enrolled': {
      title: 'Infochioșcul nu funcționează acum',
      body: 'Vă rugăm să mergeți la ghișeu: vă ajutăm acolo.',
      staff:
        'Pentru personal: aparatul nu este înregistrat. Codul de înregistrare se introduce de la o tastatură: Ctrl+Shift+F8.',
    },
    'key-lost': {
      title: 'Infochioșcul nu funcționează acum',
      body: 'Vă rugăm să mergeți la ghișeu: vă ajutăm acolo.',
      staff:
        'Pentru personal: aparatul nu mai are cheia lui. Codul de înlocuire se introduce de la o tastatură: Ctrl+Shift+F8.',
    },
    enrolmentFailed: 'Înregistrarea nu a reușit. {why}',
    'other-window': {
      title: 'Infochioșcul este deschis în altă fereastră',
      body: 'Vă rugăm să mergeți la ghișeu: vă ajutăm acolo.',
      staff: 'Pentru personal: închideți cealaltă fereastră a acestui aparat; aceasta continuă singură.',
    },
    starting: 'Infochioșcul pornește',
    revoked: {
      title: 'Acest infochioșc nu mai este în folosință',
      body: 'Vă rugăm să mergeți la ghișeu: vă ajutăm acolo.',
      staff: 'Pentru personal: aparatul „{device}” a fost retras. Anunțați administratorul.',
    },
    'locked-out': {
      title: 'Infochioșcul nu funcționează acum',
      body: 'Vă rugăm să mergeți la ghișeu: vă ajutăm acolo.',
      staff: 'Pentru personal: serverul nu primește aparatul „{device}”. Anunțați administratorul.',
    },
    filling: {
      title: 'Infochioșcul se pregătește',
      body: 'Durează câteva minute și se întâmplă o singură dată. Între timp vă ajutăm la ghișeu.',
      staff: 'Pentru personal: aparatul „{device}” aduce datele biroului și pornește singur.',
    },
    offline: {
      title: 'Infochioșcul nu funcționează acum',
      body: 'Așteaptă legătura cu serverul. Vă rugăm să mergeți la ghișeu: vă ajutăm acolo.',
      staff:
        'Pentru personal: aparatul „{device}” nu a primit încă datele biroului; continuă singur când revine legătura.',
    },
  },
  trouble: {
    title: 'Ne pare rău, ceva nu a mers',
    body: 'Ce ați salvat nu s-a pierdut. Vă rugăm să începeți din nou; dacă se repetă, vă ajutăm la ghișeu.',
    again: 'Începeți din nou',
    staff: 'Pentru personal:',
  },
  unfinished: {
    title: 'Plata nu s-a încheiat. Plecați?',
    terminal:
      'Terminalul așteaptă încă și, dacă plecați, plata poate continua acolo. Dacă nu mai doriți să plătiți, anulați mai întâi pe terminal.',
    page: 'Dacă plecați, plata poate continua pe telefon cât timp pagina este deschisă. Plata făcută apare la Evidență plăți.',
    unknown:
      'Nu știm încă dacă banii au fost luați. Dacă plecați, plata făcută apare la Evidență plăți; nu plătiți din nou până atunci.',
    needlessTitle: 'Nu mai plătiți pe telefon. Plecați?',
    needless:
      'Ați plătit deja, iar o pagină de plată este încă deschisă pe telefon. Închideți-o: ce s-ar plăti și acolo ar rămâne în avans.',
    stay: 'Rămân aici',
    leave: 'Plec totuși',
  },
};
