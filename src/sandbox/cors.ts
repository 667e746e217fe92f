/** Answers what a browser asks before it lets a page call another origin; undefined when this is no such question. */
export function preflight(request: Request): Response | undefined {
  const method = request.headers.get("access-control-request-method");
  if (request.method !== "OPTIONS" || method === null) return undefined;
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": method,
      // by name, for "*" leaves Authorization out
      "access-control-allow-headers": request.headers.get("access-control-request-headers") ?? "",
    },
  });
}

/** The answer, readable for a page of any origin, headers and all. */
export function readable(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set("access-control-allow-origin", "*");
  headers.set("access-control-expose-headers", "*");
  return new Response(response.body, { status: response.status, headers });
}
