import { startServer } from '../../src-server/start-server';

/* The product's server with the bench's page in place of the screens: `tsx serve-page.ts PAGE_FOLDER`. */
const { DATABASE_URL: databaseUrl } = process.env;
const [, , rendererDir] = process.argv;
if (!databaseUrl || !rendererDir) throw new Error('serve-page wants DATABASE_URL and the page’s folder');
const { url } = await startServer({ databaseUrl, port: 0, host: '127.0.0.1', rendererDir });
console.log(url);
