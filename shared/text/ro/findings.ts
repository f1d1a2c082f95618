/** What a rule has to say, in Romanian; a key is a finding's code, with an ending where one code has several sentences. */
export const findings = {
  'apartment-not-eligible':
    'Pentru apartamentele cu contor de scară indexul se transmite prin reprezentantul asociației.',
  'account-closed': 'Contul este închis. Pentru el nu se mai poate transmite un index.',
  'meter-removed': 'Contorul este demontat. Transmiteți indexul contorului care i-a luat locul.',
  'meter-remote': 'Contorul se citește prin radio. Nu este nevoie să transmiteți indexul.',
  'window-closed': 'Indexul se poate transmite între {from} și {to}. Vă așteptăm atunci.',
  'window-closed-unplanned':
    'Acum nu se poate transmite indexul. Următoarea perioadă de transmitere nu este încă stabilită.',
  'index-missing': 'Introduceți indexul nou: cifrele negre de pe contor.',
  'index-not-whole':
    'Indexul nou are numai cifre, fără virgulă și fără litere. Citiți cifrele negre de pe contor.',
  'index-too-long': 'Indexul are prea multe cifre: contorul arată {digits}. Citiți numai cifrele negre.',
  'index-below-previous':
    'Index nou introdus incorect! Luna trecută contorul arăta {previous} m³. Verificați cifrele negre de pe contor.',
  'index-below-previous-earlier':
    'Index nou introdus incorect! În {month} contorul arăta {previous} m³. Verificați cifrele negre de pe contor.',
  'index-below-previous-installed':
    'Index nou introdus incorect! La montare contorul arăta {previous} m³. Verificați cifrele negre de pe contor.',
  'below-estimate':
    'Indexul este sub cel estimat ({estimated} m³), dar nu sub ultimul citit ({actual} m³). Este corect?',
  'register-rolled-over':
    'Contorul arăta {previous} m³ și pare că a trecut peste zero: consumul ar fi {consumption} m³. Este corect?',
  'register-rolled-over-ask-clerk':
    'Index nou introdus incorect! Contorul arăta {previous} m³. Dacă a trecut peste zero, adresați-vă ghișeului.',
  'consumption-high':
    'Consumul ar fi {consumption} m³, de obicei este {usual} m³. Este corect indexul {index}?',
  'consumption-high-unusual':
    'Consumul ar fi {consumption} m³, neobișnuit de mult. Este corect indexul {index}?',
  'consumption-zero': 'Indexul este același ca luna trecută. Nu s-a consumat apă?',
  'already-sent': 'Pentru această lună s-a transmis deja indexul {sent}, {at}. Salvarea îl modifică.',
  'index-above-next': 'Pentru {month} este deja primit un index mai mic: {next} m³. Decide un supervizor.',
  'index-above-next-decided': 'Pentru {month} este deja primit un index mai mic: {next} m³.',
  'period-billed': 'Luna {month} a fost deja facturată. Decide un supervizor.',
  'period-billed-decided': 'Luna {month} a fost deja facturată.',
  'clock-unsure':
    'Ora acestui aparat nu este sigură, pentru că nu a mai vorbit de mult cu serverul. Decide un supervizor.',
  'clock-unsure-decided': 'Ora acestui aparat nu era sigură, pentru că nu mai vorbise de mult cu serverul.',
  'captured-ahead': 'Ora aparatului este cu {minutes} min înaintea serverului. Chemați administratorul.',
  'late-after-contact':
    'Indexul poartă o oră dinaintea ultimei legături cu serverul ({at}). Un supervizor îl va vedea.',
  'late-after-contact-decided': 'Indexul poartă o oră dinaintea ultimei legături cu serverul ({at}).',
  'unknown-account': 'Serverul nu cunoaște acest cont. Căutați din nou clientul.',
  'unknown-meter': 'Serverul nu cunoaște acest contor. Căutați din nou clientul.',
  'actor-not-allowed': 'Utilizatorul nu are voie să transmită indexuri. Decide un supervizor.',
  'actor-not-allowed-decided': 'Utilizatorul nu are voie să transmită indexuri.',
  'outside-scope': 'Contul nu mai ține de acest birou. Decide un supervizor.',
  'outside-scope-decided': 'Contul nu mai ține de acest birou.',
  malformed: 'Serverul nu a putut citi cererea. Ea rămâne păstrată aici; anunțați administratorul.',
  'id-reused': 'Serverul are deja altă cerere cu acest număr. Anunțați administratorul.',
  'kind-not-served': 'Serverul nu primește încă astfel de cereri. Anunțați administratorul.',
  'correction-below-previous': 'Valoarea este sub indexul din {month}: {previous} m³. Este corectă?',
  'correction-below-previous-installed':
    'Valoarea este sub indexul de la montare: {previous} m³. Este corectă?',
  'correction-above-next': 'Valoarea este peste indexul din {month}: {next} m³. Este corectă?',
  'correction-period':
    'Pentru {month} nu se poate înregistra un index: luna nu a început sau contorul nu era montat.',
  'unknown-submission':
    'Serverul nu a primit încă cererea la care se referă hotărârea. Hotărârea se aplică atunci când cererea ajunge.',
  'already-settled': 'Cererea a fost deja încheiată. Nu mai este nimic de făcut.',
  'not-decidable':
    'Cererea nu poate fi acceptată așa cum este. Trimiteți o valoare corectată sau închideți-o cu o notă.',
  'invoice-missing': 'Alegeți cel puțin o factură.',
  'invoice-not-open': 'O factură aleasă este deja plătită. Verificați lista facturilor.',
  'amount-missing': 'Introduceți suma în lei, de exemplu 56,78.',
  'amount-above-outstanding': 'Suma este mai mare decât restul de plată al facturilor alese: {amount}.',
  'tendered-not-an-amount': 'Suma primită nu este un număr. Introduceți lei, de exemplu 100 sau 56,78.',
  'tendered-too-little': 'Suma primită nu ajunge: mai sunt necesari {amount}.',
  'reference-missing': 'Introduceți numărul de pe chitanța terminalului de card.',
  'payment-credit': 'S-a plătit mai mult decât era de plată. Rămân în avans {amount}.',
  'payment-unknown': 'Serverul nu a primit încă plata. Stornarea se aplică atunci când plata ajunge.',
  'payment-reversed': 'Plata a fost deja stornată. Nu se mai dau bani înapoi.',
  'reversal-needs-supervisor':
    'Plata este din {day}. După încheierea zilei o poate storna numai un supervizor.',
  'codes-mismatch':
    'Codurile nu se potrivesc. Verificați Cod client și Cod intern pe factură, sus, în dreapta.',
  'codes-unchecked':
    'S-au încercat prea multe coduri greșite, așa că acestea nu au mai fost verificate. Decide un supervizor.',
  'codes-unchecked-decided':
    'S-au încercat prea multe coduri greșite, așa că acestea nu au mai fost verificate.',
  'identity-unproven': 'Nu s-a putut verifica a cui este cererea. Vă rugăm să vă identificați din nou.',
  'session-unknown':
    'Serverul nu mai cunoaște autentificarea cu care s-a făcut cererea. Decide un supervizor.',
  'session-unknown-decided': 'Serverul nu mai cunoaște autentificarea cu care s-a făcut cererea.',
  'identity-not-seen': 'Cereți actul de identitate și confirmați că l-ați văzut.',
  'already-registered':
    'Pentru acest cont există deja o înregistrare, cu e-mail și parolă. Cine a uitat parola primește alta la ghișeu.',
  'email-malformed': 'Adresa de e-mail nu este completă. Verificați semnul @ și ce urmează.',
  'phone-malformed': 'Numărul de telefon are exact 10 cifre, de exemplu 0722123456.',
  'password-too-short': 'Parola trebuie să aibă cel puțin {least} caractere.',
  'passwords-differ': 'Parolele nu sunt la fel. Scrieți parola încă o dată.',
  'invoices-need-email': 'Pentru factura pe e-mail este nevoie de o adresă de e-mail.',
  'nothing-changed': 'Nu ați schimbat nimic.',
  'field-missing-clientCode': 'Introduceți Cod client. Îl găsiți pe factură, sus, în dreapta.',
  'field-missing-internalCode': 'Introduceți Cod intern. Îl găsiți pe factură, sub Cod client.',
  'field-missing-email': 'Introduceți adresa de e-mail.',
  'field-missing-phone': 'Introduceți numărul de telefon.',
  'field-missing-password': 'Alegeți o parolă.',
  'field-missing-passwordAgain': 'Scrieți parola încă o dată, pentru verificare.',
  'field-missing-oldPassword': 'Introduceți parola de acum.',
};
