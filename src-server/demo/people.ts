import { fold } from '../../shared/search/fold';
import type { Chance } from './chance';

const surnames = `Popescu Ionescu Popa Pop Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Constantin Marin Rusu Serban
Dobre Barbu Nistor Florea Rotaru Tudor Oprea Voicu Stanciu Manea Toma Preda Neagu Vasile Iordache Bălan Câmpeanu
Văduva Țăranu Ștefănescu Șerban Drăgan Mărginean Moldovan Ardelean Crișan Mureșan Lăcătuș Țurcanu Pădurean Bădescu
Brâncoveanu Mânzatu Săvulescu Cătană Cojocaru Dăscălescu Fărcaș Ghiță Hădăreanu Înțelegeanu Jurcă Lăzărescu Măcelaru
Năstase Olăreanu Păun Răducanu Sârbu Tănase Țepeș Ursulescu Vâlceanu Zăvoianu Bîrsan Buțiu Ciucă Dobrotă Găină Hențiu
Jitea Leșe Mihăilă Nițu Onișor Pârvu Roșu Stănilă Șandru Timiș Ungureanu Vîlcu Boțan Dăian Igreț Mîndruț Răscolean`;

const hungarianSurnames = `Szabó Nagy Kovács Tóth Horváth Kiss Molnár Németh Farkas Balázs Szőcs Lőrincz Kőrösi Bíró
Vörös Fülöp Kelemen Sándor Székely Dénes`;
const hungarianFemale = 'Erzsébet Ilona Katalin Zsuzsanna Ágnes Márta Tünde Enikő Júlia Gyöngyi';
const hungarianMale = 'László István Zoltán Gábor Attila József Árpád Győző Ödön Béla';

const words = (text: string) => text.split(/\s+/) as [string, ...string[]];
const names = {
  romanian: words(surnames),
  hungarian: words(hungarianSurnames),
  female: words(hungarianFemale),
  male: words(hungarianMale),
};

/** About one in twelve in the valley has a Hungarian name. */
const hungarianShare = 1 / 12;

/** Family name first, as the utility writes it: `Popescu Ion`. */
export function aPerson(chance: Chance): string {
  const sex = chance.pick<'female' | 'male'>(['female', 'male']);
  if (chance.happens(hungarianShare)) return `${chance.pick(names.hungarian)} ${chance.pick(names[sex])}`;
  const first = chance.firstName(sex);
  const second = chance.happens(0.2) ? `-${chance.firstName(sex)}` : '';
  return `${chance.pick(names.romanian)} ${first}${second}`;
}

export function aCompany(chance: Chance): string {
  const trade = chance.pick([
    'Panificație',
    'Alimentara',
    'Service Auto',
    'Construcții',
    'Farmacia',
    'Pensiunea',
    'Cofetăria',
    'Mobilă',
    'Transport',
    'Spălătoria',
  ]);
  const name = chance.pick([
    'Parâng',
    'Straja',
    'Retezat',
    'Jiul',
    'Minerul',
    'Valea Verde',
    'Carpatica',
    'Edelweiss',
  ]);
  return `SC ${trade} ${name} ${chance.whole(2, 99)} SRL`;
}

export const anAssociation = (chance: Chance): string =>
  `Asociația de proprietari nr. ${chance.whole(1, 280)}`;

/** A number of the form in use, from a range given to no operator. */
export const aPhone = (chance: Chance): string => `079${String(chance.whole(0, 9_999_999)).padStart(7, '0')}`;

/** An address that can belong to nobody: the domain is reserved for examples. */
export function anEmail(chance: Chance, name: string): string {
  const local = fold(name)
    .replaceAll(/[^a-z0-9]+/g, '.')
    .replaceAll(/^\.|\.$/g, '');
  return `${local}${chance.whole(1, 99)}@posta.example`;
}
