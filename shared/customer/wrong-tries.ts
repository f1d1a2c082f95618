/** A queue of people mistype more often than one of them: a kiosk takes so many times the wrong tries of one client code. */
export const deviceTriesFactor = 4;
