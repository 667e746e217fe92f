import { at } from "../values.ts";

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
export function serverUrl({ url, variables }: Server, options: { readonly baseUrl?: string }): string {
  const address =
    options.baseUrl ?? url.replace(/\{(.+?)\}/g, (_, name: string) => plain(name, variables?.[name]));
  if (!/^https?:[^?#]+$/.test(address) || !URL.canParse(address)) {
    throw new TypeError(`baseUrl must be an absolute http(s) URL without a query, not "${address}".`);
  }
  return address.replace(/\/$/, "");

  function plain(name: string, usual: string | undefined): string {
    const value = String(at(options, name) ?? usual);
    if (value === usual || (value !== "undefined" && /^(?!\.\.?$)[\w.~-]+$/.test(value))) return value;
    throw new TypeError(`${name} must be a plain name${usual ? ` such as "${usual}"` : ""}, not "${value}".`);
  }
}
