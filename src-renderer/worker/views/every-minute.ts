import { interval, type Observable, share } from 'rxjs';

const minute$ = interval(60_000).pipe(share());

/** For views that change with the time of day alone. */
export const everyMinute = (): Observable<unknown> => minute$;
