import type { RxJsonSchema } from 'rxdb';
import { z } from 'zod';

/** Keywords that RxDB refuses or that only a validator would read: devices have none (the server checks documents). */
const dropped = new Set(['$schema', 'id', 'default', 'format', 'pattern', 'propertyNames']);

/**
 * The RxDB schema of a zod object whose `id` is the primary key. Indexed fields must be required strings with a
 * greatest length at the top level, RxDB's conditions; the test opens every collection to hold us to them.
 */
export function toRxSchema<Document>(
  schema: z.ZodObject,
  indexes: readonly (keyof Document & string)[],
): RxJsonSchema<Document> {
  const json = z.toJSONSchema(schema, { target: 'draft-7', reused: 'inline' });
  return {
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: cleanProperties(json.properties ?? {}),
    required: json.required ?? [],
    indexes: [...indexes],
  } as unknown as RxJsonSchema<Document>; // built from the zod type, which TypeScript cannot follow through JSON
}

/** Names in `properties` are the product's own and stay, even one that is called like a keyword. */
function cleanProperties(properties: object): object {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, clean(value)]));
}

function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([keyword]) => !dropped.has(keyword))
      .map(([keyword, inner]) => [keyword, keyword === 'properties' ? cleanProperties(inner) : clean(inner)]),
  );
}
