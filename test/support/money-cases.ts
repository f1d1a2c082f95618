import fc from 'fast-check';
import type { CounterMethod } from '../../shared/model/payment';

/** Each account owes 42,00 lei on an older invoice and 30,00 on a newer one. */
export const owedBani = { old: 4_200, new: 3_000 };
export const allOwedBani = owedBani.old + owedBani.new;

export interface Here {
  amount: '7' | '42' | '60' | '72' | '100'; // lei; 72 is all that is owed
  method: CounterMethod;
  of: ('old' | 'new')[];
  back: 'never' | 'same-day' | 'next-day' | 'twice';
}

export interface There {
  amountBani: number;
  method: CounterMethod;
  minute: number; // before or after what was taken here
  back: boolean;
}

export interface Case {
  closed: boolean; // by the utility: money is taken all the same
  here: Here[];
  there: There[];
  thereFirst: boolean; // whose money arrives first
  reversedThere: boolean; // a supervisor there takes back the first payment of here, which may be taken back already
  order: number[]; // in which the twin's arrives
}

const method = fc.constantFrom<CounterMethod>('cash', 'card');
export const moneyCase = fc.record<Case>({
  closed: fc.boolean(),
  here: fc.array(
    fc.record<Here>({
      amount: fc.constantFrom('7', '42', '60', '72', '100'),
      method,
      of: fc.constantFrom<Here['of'][]>(['old', 'new'], ['old', 'new'], ['old'], ['new']),
      back: fc.constantFrom('never', 'never', 'same-day', 'next-day', 'twice'),
    }),
    { maxLength: 3 },
  ),
  there: fc.array(
    fc.record<There>({
      amountBani: fc.constantFrom(700, 4_200, 7_200, 9_000),
      method,
      minute: fc.constantFrom(-20, -10, 10, 20),
      back: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  thereFirst: fc.boolean(),
  reversedThere: fc.boolean(),
  order: fc.array(fc.nat(1_000), { minLength: 20, maxLength: 20 }),
});

/** One of each that the others meet only sometimes. */
const usual = { method: 'cash', of: ['old', 'new'], back: 'never' } satisfies Partial<Here>;
export const examples: Case[] = [
  {
    closed: true,
    here: [
      { ...usual, amount: '100' }, // above what is owed
      { ...usual, amount: '42', of: ['old'], back: 'twice' },
      { ...usual, amount: '42', of: ['old'], method: 'card', back: 'next-day' },
      { ...usual, amount: '7', of: ['old'] }, // paid already
    ],
    there: [{ amountBani: 9_000, method: 'cash', minute: 10, back: false }], // an invoice paid twice, and more than is owed
    thereFirst: true,
    reversedThere: true,
    order: [],
  },
];
