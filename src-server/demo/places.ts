import type { Chance } from './chance';

/** The towns of the Jiu valley and the two offices they belong to; `share` is of all accounts. */
export const offices = [
  { id: 'petrosani', name: 'Petroșani' },
  { id: 'lupeni', name: 'Lupeni' },
] as const;

export interface Locality {
  name: string;
  officeId: string;
  share: number;
  streets: readonly [string, ...string[]];
}

const localities: readonly Locality[] = [
  {
    name: 'Petroșani',
    officeId: 'petrosani',
    share: 30,
    streets: [
      'Bd. 1 Decembrie 1918',
      'Str. Mihai Viteazu',
      'Str. Nicolae Bălcescu',
      'Str. Constructorul',
      'Str. Independenței',
      'Str. Aviatorilor',
      'Str. Dimitrie Cantemir',
      'Str. Sălătruc',
      'Str. Dărănești',
      'Str. Enăchiță Văcărescu',
      'Str. Ștefan cel Mare',
      'Str. Anton Pann',
      'Aleea Trandafirilor',
      'Str. Slătinioara',
      'Str. Maleia',
    ],
  },
  {
    name: 'Petrila',
    officeId: 'petrosani',
    share: 17,
    streets: [
      'Str. Republicii',
      'Str. Tudor Vladimirescu',
      'Str. Minei',
      'Str. 8 Martie',
      'Str. Prundului',
      'Str. Taia',
      'Str. Cimpa',
      'Str. Lonea',
      'Str. Răscoala',
      'Str. Parângului',
    ],
  },
  {
    name: 'Aninoasa',
    officeId: 'petrosani',
    share: 6,
    streets: ['Str. Libertății', 'Str. Progresului', 'Str. Iscroni', 'Str. Bisericii', 'Str. Păcii'],
  },
  {
    name: 'Lupeni',
    officeId: 'lupeni',
    share: 20,
    streets: [
      'Str. Minerilor',
      'Bd. Păcii',
      'Str. Bărbăteni',
      'Str. Viitorului',
      'Str. Plopilor',
      'Aleea Liliacului',
      'Str. Vitoș Gavrilă',
      'Str. Revoluției',
      'Str. Feroviarului',
      'Str. Straja',
    ],
  },
  {
    name: 'Vulcan',
    officeId: 'lupeni',
    share: 19,
    streets: [
      'Bd. Mihai Viteazu',
      'Str. Traian',
      'Str. Romanilor',
      'Str. Nicolae Titulescu',
      'Str. Fabricii',
      'Str. Crișan',
      'Str. Crividia',
      'Aleea Muncii',
      'Str. Dealul Babii',
    ],
  },
  {
    name: 'Uricani',
    officeId: 'lupeni',
    share: 8,
    streets: [
      'Str. Aurel Vlaicu',
      'Str. 1 Mai',
      'Str. Câmpu lui Neag',
      'Aleea Progresului',
      'Str. Sterminos',
    ],
  },
];

export const aLocality = (chance: Chance): Locality =>
  chance.weighted(localities.map((locality) => [locality.share, locality]));

/** As on an invoice: `Str. Minerilor 12`, or with block, staircase and flat. */
export function anAddress(chance: Chance, { streets }: Locality, kind: 'house' | 'block' | 'flat'): string {
  const street = chance.pick(streets);
  if (kind === 'house') return `${street} ${chance.whole(1, 140)}${chance.happens(0.08) ? ' A' : ''}`;
  const block = `${street}, bl. ${chance.whole(1, 60)}${chance.happens(0.3) ? chance.pick(['A', 'B', 'C']) : ''}`;
  return kind === 'block'
    ? block
    : `${block}, sc. ${chance.whole(1, 4)}, et. ${chance.whole(0, 4)}, ap. ${chance.whole(1, 60)}`;
}
