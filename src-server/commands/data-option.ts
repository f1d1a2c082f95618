import { Option } from 'commander';

/** Of every command that works on a server's database. */
export interface DataOption {
  data: string;
}

export const dataOption = (): Option =>
  new Option('--data <folder>', "the data folder, where DATABASE_URL isn't set").default('data/server');
