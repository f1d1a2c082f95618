import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { createCounterRouter } from './router';
import { PlaceProvider } from './shell/place';

/** The counter at work. A new one for each sign-in: nothing of the last clerk's stays open. */
export function CounterPage({ place }: { place: string }) {
  const [router] = useState(createCounterRouter);
  return (
    <PlaceProvider value={place}>
      <RouterProvider router={router} />
    </PlaceProvider>
  );
}
