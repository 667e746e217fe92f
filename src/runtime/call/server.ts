/** An API's address as its specification writes it: a template and what stands for its variables. */
export interface Server {
  /** `https://{host}/v1` */
  readonly url: string;
  readonly variables?: { readonly [name: string]: string };
}

/**
 * The base URL of a client, without a slash at its end: the caller's own, else the template filled with the caller's
 * variables. Throws a `TypeError` on a value that would change more of the address than its place in it.
 */
export function serverUrl(server: Server, options: { readonly baseUrl?: string }): string {
  const { baseUrl } = options;
  return (baseUrl === undefined ? filled(server, options) : httpUrl(baseUrl)).replace(/\/$/, "");
}

function filled(server: Server, options: object): string {
  return server.url.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const given = at(options, name);
    const value = given ?? server.variables?.[name];
    if (value === undefined) throw new TypeError(`The server's variable ${name} has no value: pass ${name}.`);
    if (given !== undefined && !/^(?!\.\.?$)[\w.~-]+$/.test(given)) {
      throw new TypeError(
        `${name} must be a plain name such as "${server.variables?.[name]}", not "${given}".`,
      );
    }
    return value;
  });
}

function at(options: object, name: string): string | undefined {
  const value: unknown = Object.entries(options).find(([key]) => key === name)?.[1];
  return value === undefined ? undefined : String(value);
}

function httpUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!/^https?:$/.test(url?.protocol ?? "") || /[?#]/.test(text)) {
    throw new TypeError(`baseUrl must be an absolute http(s) URL without a query, not "${text}".`);
  }
  return text;
}
