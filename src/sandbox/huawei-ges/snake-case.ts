/** An answer of version 1.0 as version 2 writes it. */
export async function inSnakeCase(response: Response): Promise<Response> {
  const { status, headers } = response;
  return new Response(JSON.stringify(snakeCased(await response.json())), { status, headers });
}

/** Names in snake case, and those of an error shortened. */
export function snakeCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCased);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [snakeCase(name), snakeCased(each)]));
}

function snakeCase(name: string): string {
  if (name === "errorMessage") return "error_msg";
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
