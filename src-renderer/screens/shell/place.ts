import { createContext, useContext } from 'react';

const PlaceContext = createContext('');
export const PlaceProvider = PlaceContext.Provider;

/** The name of the office this counter stands in. */
export const usePlace = (): string => useContext(PlaceContext);
