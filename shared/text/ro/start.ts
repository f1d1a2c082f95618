/** Everything said before a clerk is at work: what this machine is, the first sync, signing in. */
export const start = {
  product: 'Ghișeu',
  language: { label: 'Limba', ro: 'Română', en: 'English', hu: 'Magyar' },
  retry: 'Încearcă din nou',
  starting: { title: 'Se deschide Ghișeu', body: 'Se citesc datele păstrate pe acest aparat.' },
  otherWindow: {
    title: 'Ghișeu este deja deschis',
    body: 'O altă fereastră a acestui aparat lucrează cu datele. Lucrați acolo sau închideți-o: aceasta continuă singură.',
  },
  enrolling: { title: 'Se înregistrează acest aparat', body: 'Codul din adresă este verificat de server.' },
  enrol: {
    title: 'Înregistrați acest aparat',
    body: 'Introduceți codul de înregistrare primit de la administrator. Un cod este bun pentru un singur aparat.',
    code: 'Cod de înregistrare',
    submit: 'Înregistrare aparat',
    'code-unknown': 'Codul nu este cunoscut. Verificați-l sau cereți altul administratorului.',
    'code-used': 'Codul a fost deja folosit pe alt aparat. Cereți altul administratorului.',
    'too-fast': 'Prea multe încercări. Așteptați un minut, apoi încercați din nou.',
    offline:
      'Serverul nu răspunde. Pentru înregistrare este nevoie de legătură; încercați din nou când revine.',
    'server-trouble': 'Serverul are probleme. Codul nu s-a pierdut; încercați din nou peste câteva minute.',
    byItself: {
      offline: 'Serverul nu răspunde. Aparatul încearcă din nou singur, din minut în minut.',
      'server-trouble':
        'Serverul are probleme. Codul nu s-a pierdut: aparatul încearcă din nou singur, din minut în minut.',
      'too-fast': 'Prea multe încercări. Aparatul încearcă din nou singur, din minut în minut.',
    },
    'not-kept':
      'Codul a fost folosit, dar acest aparat nu a putut păstra cine este. Faceți loc pe disc și apăsați din nou, fără să închideți pagina; altfel cereți administratorului un cod de înlocuire.',
    unexpected:
      'Ceva nu a mers pe acest aparat. Încercați din nou; dacă se repetă, anunțați administratorul.',
    lost: 'Acest aparat a fost {device}, dar nu mai are cheia lui. Cereți administratorului un cod de înlocuire pentru {device}. Cereri păstrate în jurnal: {waiting}; cele fără răspuns se transmit după aceea.',
    empty: 'Introduceți codul de înregistrare.',
  },
  revoked: {
    title: 'Acest aparat nu mai are acces',
    body: 'Aparatul „{device}” a fost retras. Datele aduse de la server au fost șterse; ce nu s-a transmis rămâne păstrat aici. Anunțați administratorul.',
  },
  lockedOut: {
    title: 'Serverul nu primește acest aparat',
    unauthenticated:
      'Serverul nu mai recunoaște acest aparat. Ce ați salvat rămâne păstrat aici. Anunțați administratorul.',
    'device-revoked': 'Aparatul a fost retras. Ce ați salvat rămâne păstrat aici. Anunțați administratorul.',
    'protocol-too-old':
      'Versiunea de pe acest aparat este prea veche pentru server. Ce ați salvat se transmite în continuare. Anunțați administratorul.',
  },
  problem: {
    'storage-unavailable': {
      title: 'Browserul nu poate păstra date',
      body: 'Ghișeu are nevoie de spațiul de stocare al browserului. Deschideți-l într-o fereastră obișnuită (nu privată), la o adresă https sau localhost.',
    },
    'database-unreadable': {
      title: 'Datele locale nu se pot deschide',
      body: 'Ce ați salvat este în jurnal și nu s-a pierdut. Încercați din nou; dacă se repetă, anunțați administratorul.',
    },
    'database-stuck': {
      title: 'Datele locale nu se deschid',
      body: 'O altă fereastră sau un alt program le ține ocupate. Închideți celelalte ferestre și încercați din nou. Ce ați salvat este în jurnal și nu s-a pierdut.',
    },
    'secret-unreadable': {
      title: 'Nu se poate citi cine este acest aparat',
      body: 'Cheia aparatului este păstrată, dar nu se poate citi. Ce ați salvat rămâne în jurnal. Încercați din nou; dacă se repetă, anunțați administratorul.',
    },
    'journal-unreadable': {
      title: 'Jurnalul nu se poate citi',
      body: 'Fără jurnal nu se poate salva nimic în siguranță. Nu ștergeți date de pe acest aparat și anunțați administratorul.',
    },
  },
  notices: {
    title: 'Ce s-a constatat la pornire',
    dismiss: 'Am citit',
    reloaded:
      'Datele locale s-au închis pe neașteptate ({at}), iar aplicația s-a încărcat din nou. Ce era salvat este păstrat; ce scriați și nu era salvat trebuie scris din nou.',
    'data-vanished':
      'Datele locale dispăruseră și se refac din jurnal și de la server. Cereri regăsite în jurnal: {submissions}. Prima intrare a fiecărui utilizator are din nou nevoie de server.',
    'data-damaged':
      'Datele locale erau deteriorate și se refac din jurnal și de la server. Cereri regăsite în jurnal: {submissions}. Prima intrare a fiecărui utilizator poate avea din nou nevoie de server.',
    answersUnknown: 'Câte dintre cereri au ajuns deja la server se află când răspunde serverul.',
    allAnswered: 'Toate cererile sunt deja la server.',
    someWait: 'Cereri care încă așteaptă răspunsul: {waiting}; deja la server: {answered}.',
    'journal-vanished':
      'Jurnalul pierduse cereri; au fost rescrise din datele locale: {submissions}. Anunțați administratorul.',
    'journal-damaged':
      'În jurnal sunt rânduri deteriorate: {lines}. Sunt păstrate ca dovadă. Anunțați administratorul.',
    'journal-gap':
      'Cererile cu numerele de la {from} la {to} au fost făcute pe acest aparat și nu mai sunt aici. Anunțați administratorul: serverul știe dacă le-a primit.',
    'of-other-device':
      'Cereri făcute aici ca {device} și netransmise: {submissions}. Acest aparat este acum altul și nu le poate trimite. Exportați-le, iar un supervizor le importă.',
  },
  export: {
    button: 'Exportă ce așteaptă',
    exported:
      'Fișierul {file} conține ce așteaptă: {submissions}. Poate fi deschis numai de server; dați-l unui supervizor.',
    'nothing-waits': 'Nu așteaptă nimic pe acest aparat.',
    'no-key':
      'Acest aparat nu are încă cheia serverului, deci nu poate face un fișier sigilat. Este nevoie de o legătură cu serverul.',
    'journal-unreadable':
      'Nici jurnalul, nici datele locale nu se pot citi, deci nu se poate exporta. Nu ștergeți nimic și anunțați administratorul.',
    failed: 'Exportul nu a reușit. Ce ați salvat rămâne păstrat aici.',
  },
  rebuild: {
    button: 'Reface datele locale',
    title: 'Refaceți datele locale?',
    body: 'Datele aduse de la server se șterg și se aduc din nou. Jurnalul cu ce ați salvat rămâne. Prima intrare a fiecărui utilizator are din nou nevoie de server.',
    confirm: 'Da, reface',
    cancel: 'Renunță',
  },
  storage: {
    full: 'Nu mai este loc pe disc: ce vine de la server nu se poate scrie. Anunțați administratorul.',
    failing:
      'Ce vine de la server nu se poate scrie sau citi pe acest aparat. Reporniți; dacă se repetă, anunțați administratorul.',
  },
  unexpected: {
    title: 'Ceva nu a mers cum trebuie',
    body: 'Ce ați salvat nu s-a pierdut. Încercați din nou; dacă se repetă, arătați administratorului rândul de mai jos.',
  },
  firstSync: {
    title: 'Se aduc datele biroului',
    body: 'Se întâmplă o singură dată pe acest aparat. Puteți începe îndată ce sunt aici conturile.',
    connecting: 'Se caută serverul…',
    offline: 'Serverul nu răspunde. Aducerea datelor continuă singură când revine legătura.',
    progress: '{done} din {total}',
    progressOpen: '{done} până acum',
    collection: {
      policy: 'Reguli',
      staff: 'Utilizatori',
      accounts: 'Conturi',
      verdicts: 'Răspunsuri',
      readings: 'Consumuri',
      invoices: 'Facturi',
      payments: 'Plăți',
    },
  },
  signIn: {
    title: 'Intrați în cont',
    userName: 'Utilizator',
    password: 'Parolă',
    showPassword: 'Arată parola',
    submit: 'Intrare',
    offline: 'Fără legătură cu serverul. Puteți intra dacă ați mai intrat pe acest aparat.',
    offlineSinceLoss:
      'Fără legătură cu serverul. Puteți intra dacă ați mai intrat pe acest aparat după dispariția datelor.',
    empty: 'Introduceți utilizatorul și parola.',
    'wrong-credentials': 'Utilizatorul sau parola nu sunt corecte. Verificați și încercați din nou.',
    'staff-disabled': 'Utilizatorul este dezactivat. Adresați-vă supervizorului.',
    'first-sign-in-needs-server':
      'Prima intrare pe acest aparat are nevoie de server. Încercați din nou când revine legătura.',
    'offline-too-long':
      'Nu ați mai intrat de mult cu serverul pornit. Încercați din nou când revine legătura.',
    locked: 'Prea multe încercări greșite. Puteți încerca din nou peste {wait}.',
    signedInOffline: 'Ați intrat fără legătură cu serverul. Ce salvați se transmite când revine.',
  },
};
