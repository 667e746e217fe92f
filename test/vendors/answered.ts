/** A `fetch` that gives this answer, however often it is asked. */
export function answered(body: unknown, status = 200): (request: Request) => Promise<Response> {
  return async () => Response.json(body, { status });
}

/** The first update of a handle; then it is left. */
export async function firstUpdate<U>(handle: AsyncIterable<U>): Promise<U | undefined> {
  for await (const update of handle) return update;
  return undefined;
}
