/** A device's network cable: pulled, what is under way breaks and nothing new gets through. */
export class Cable {
  #pulled = new AbortController();

  readonly fetch: typeof fetch = (input, init) => {
    const { signal } = this.#pulled;
    if (signal.aborted) return Promise.reject(new TypeError('the cable is pulled'));
    return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal });
  };

  pull(): void {
    this.#pulled.abort(new TypeError('the cable was pulled'));
  }

  plug(): void {
    if (this.#pulled.signal.aborted) this.#pulled = new AbortController();
  }
}
