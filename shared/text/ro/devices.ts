/** The office's devices, as a supervisor at a counter sees them. */
export const devices = {
  menu: 'Aparatele biroului',
  title: 'Aparatele biroului',
  what: 'Ce a primit serverul de la fiecare aparat și ce numere de cereri lipsesc.',
  notYours: 'Pentru supervizori',
  notYoursBody: 'Aici un supervizor vede aparatele biroului și dacă de la unul dintre ele lipsesc cereri.',
  asOf: 'Starea la {at}.',
  askAgain: 'Întreabă din nou',
  asking: 'Se întreabă serverul…',
  none: 'La acest birou nu este înregistrat niciun aparat.',
  name: 'Aparat',
  office: 'Birou',
  surface: 'Fel',
  counter: 'ghișeu',
  'self-service': 'infochioșc',
  lastContact: 'Ultima legătură',
  never: 'niciodată',
  received: 'Cereri primite',
  numbers: 'Numere lipsă',
  noneMissing: 'nu lipsește nimic',
  missing: 'lipsă: {numbers}',
  missingMore_one: 'lipsă: {numbers} și încă {count} loc',
  missingMore_few: 'lipsă: {numbers} și încă {count} locuri',
  missingMore_other: 'lipsă: {numbers} și încă {count} de locuri',
  notRecorded: 'neînregistrate: {numbers}',
  notRecordedMore_one: 'neînregistrate: {numbers} și încă {count} loc',
  notRecordedMore_few: 'neînregistrate: {numbers} și încă {count} locuri',
  notRecordedMore_other: 'neînregistrate: {numbers} și încă {count} de locuri',
  here: 'acest aparat',
  revoked: 'retras din {at}',
  advice: {
    title: 'Ce se face când lipsesc numere',
    start: 'Porniți aparatul și lăsați-l conectat: trimite singur ce așteaptă pe el.',
    export:
      'Dacă nu mai poate transmite sau este retras, cereți exportul a ce așteaptă pe el („{button}”) și importați fișierul la „{page}”.',
    lost: 'Dacă aparatul nu mai există, cererile sunt pierdute: clienții cu bon de pe el repetă indexul; bonul arată ce s-a salvat.',
    silent:
      'Un număr se știe lipsă abia după ce sosește altul mai mare: la un aparat fără legătură de mult pot aștepta cereri care nu se văd aici.',
    open: 'Deschide „{page}”',
  },
  offline:
    'Serverul nu răspunde: numai el știe ce a primit de la celelalte aparate. Întrebați din nou când revine legătura. Ce așteaptă pe acest aparat vedeți cu F4.',
  refused: {
    'not-a-supervisor':
      'Serverul arată aparatele numai unui supervizor. Dacă sunteți, anunțați administratorul.',
    'not-signed-in':
      'Serverul nu știe de nicio intrare recentă în cont la acest ghișeu. Ieșiți și intrați din nou cât timp este legătură.',
    'too-fast': 'Ați întrebat de prea multe ori. Așteptați un minut.',
  },
  failed: 'Lista nu a putut fi adusă. Încercați din nou; dacă se repetă, anunțați administratorul.',
};
