/** Mail to customers, in Romanian. */
export const mail = {
  regards: 'Cu stimă, serviciul clienți',
};
