/**
 * The version of everything that crosses the wire. Raise it when a schema in `shared/sync` or a document it carries
 * changes shape; `test/shared/sync/protocol.test.ts` fails until you do.
 * An older device is answered 426 to its pulls, never to its submissions.
 */
export const PROTOCOL_VERSION = 11;

/** Request header that carries the device's protocol version. */
export const protocolHeader = 'ghiseu-protocol';

/** How many submissions one request may carry. */
export const mostSubmissions = 500;

/** How many documents one pull may ask for. */
export const mostDocuments = 5000;
