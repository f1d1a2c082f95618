import type { TFunction } from 'i18next';

/** A form of an account, whose text outlives the tab it stands in. */
export interface DraftForm<Typed> {
  /** Names it among the forms of its account. */
  key: string;
  untouched: Typed;
  /** Whether leaving the account would lose something worth telling. */
  isTyped: (typed: Typed) => boolean;
  /** What whoever has left the account reads of it. */
  words: LeftWords<Typed>;
}

export interface LeftWords<Typed> {
  /** It was left as it was typed. */
  abandoned: (t: TFunction, left: Left<Typed>) => string;
  /** It was left while it was being saved, and is in no journal. @returns null: nothing was lost */
  failed: (t: TFunction, left: Left<Typed>) => string | null;
}

interface Left<Typed> {
  /** Whose account it was. */
  name: string;
  typed: Typed;
}

/** How far a form has come; what else it can be at is its own. */
export interface Phase {
  at: string;
}

interface Draft<Typed> {
  form: DraftForm<Typed>;
  typed: Typed;
  phase: Phase;
}

/** What is typed into the forms of one account, and how far each has come. */
export class Drafts {
  /** An answer may come when nobody looks at the account any more. */
  isLeft = false;
  #all: ReadonlyMap<string, Draft<unknown>> = new Map();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @returns the same object until something of it changes; undefined: nobody has touched it */
  at<Typed>({ key }: DraftForm<Typed>): Draft<Typed> | undefined {
    return this.#all.get(key) as Draft<Typed> | undefined; // what is kept under a form's key is of its own type
  }

  of<Typed>(form: DraftForm<Typed>): Draft<Typed> {
    return this.at(form) ?? { form, typed: form.untouched, phase: { at: 'typing' } };
  }

  write<Typed>(form: DraftForm<Typed>, change: (before: Typed) => Typed): void {
    const draft = this.of(form);
    this.#keep({ ...draft, typed: change(draft.typed) });
  }

  turnTo<Typed>(form: DraftForm<Typed>, phase: Phase): void {
    this.#keep({ ...this.of(form), phase });
  }

  /** Somebody goes on typing, or looks elsewhere: what was answered is done with, what is being saved is not. */
  touch<Typed>(form: DraftForm<Typed>): void {
    const { phase } = this.of(form);
    if (phase.at !== 'saving' && phase.at !== 'typing') this.turnTo(form, { at: 'typing' });
  }

  /** Whether one of the forms is being saved. */
  readonly isAnySaving = (): boolean => [...this.#all.values()].some(({ phase }) => phase.at === 'saving');

  /** What is lost with the account. Of what is being saved the answer decides. */
  abandoned(): Draft<unknown>[] {
    return [...this.#all.values()].filter(
      ({ form, typed, phase }) => phase.at !== 'saving' && form.isTyped(typed),
    );
  }

  #keep<Typed>(draft: Draft<Typed>): void {
    this.#all = new Map(this.#all).set(draft.form.key, draft as Draft<unknown>);
    for (const listener of this.#listeners) listener();
  }
}
