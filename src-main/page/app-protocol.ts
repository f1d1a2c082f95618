import { net, protocol } from 'electron';
import { log } from '../log';
import { appScheme, isOwnPage } from './own-page';
import { servePageFile } from './page-files';
import { isSyncPath, makeSyncProxy, type SyncProxy } from './sync-proxy';

/** Before ready: makes app:// a secure origin with storage, fetch, module scripts and streaming answers. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        corsEnabled: true, // module scripts and workers are always fetched by the rules of CORS
        stream: true,
        codeCache: true,
      },
    },
  ]);
}

/** After ready: app://ghiseu answers with the built renderer, and its /sync/ with the central server. */
export function setUpAppProtocol(rendererFolder: string, serverOrigin: string): SyncProxy {
  const proxy = makeSyncProxy(serverOrigin, (url, init) => net.fetch(url, init));
  protocol.handle(appScheme, async (request) => {
    if (!isOwnPage(request.url)) return new Response(null, { status: 403 });
    if (isSyncPath(request.url)) return proxy.forward(request);
    try {
      return await servePageFile(rendererFolder, request);
    } catch (error) {
      log.error('A file of the page could not be read', error);
      return new Response(null, { status: 500 });
    }
  });
  return proxy;
}
