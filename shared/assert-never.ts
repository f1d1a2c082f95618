/** Makes the compiler say which member of a closed union a `switch` forgot. */
export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
