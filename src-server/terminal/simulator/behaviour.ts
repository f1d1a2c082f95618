/** How a simulated terminal answers: always so, or by what the amount ends in. */
export const answerModes = ['approve', 'decline', 'timeout', 'cut-after-approval', 'ask'] as const;
export type AnswerMode = (typeof answerModes)[number];

export type Behaviour = Exclude<AnswerMode, 'ask'>;

const byLastBani: Readonly<Record<number, Behaviour>> = {
  1: 'decline',
  2: 'timeout',
  3: 'cut-after-approval',
};

/** With `ask` the amount decides: …,01 is declined, …,02 times out, …,03 is charged and the connection cut, else approved. */
export const behaviourFor = (mode: AnswerMode, amountBani: number): Behaviour =>
  mode === 'ask' ? (byLastBani[amountBani % 100] ?? 'approve') : mode;
